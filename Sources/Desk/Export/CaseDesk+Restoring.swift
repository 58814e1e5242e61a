internal import Engine
internal import Model
internal import Runtime
internal import SourceText
internal import Store

extension CaseDesk {
  /// Takes a case from its folder into this store, byte for byte: the journal has the same
  /// fingerprints as where it came from.
  ///
  /// - Parameter file: gives a file of the folder by its path; nil where it is not there.
  package func restore(
    from file: (String) -> [UInt8]?
  ) throws(DeskFault) -> CaseFold {
    try check(file)
    guard let head = file("data/case.json").flatMap(JSONValue.init(bytes:)),
      let id = head["case"]?.text, let rulebook = head["rulebook"]?.text,
      let opened = head["opened_at"]?.text.flatMap({ Int64($0) }),
      let present = head["program"]?.text,
      let bodies = file("data/journal.jsonl")?.lines
    else { throw Self.incomplete }
    let stored = try parts(of: id, bodies, file)
    let shelf = Shelf(
      programs: try keepPrograms(stored.entries, present, file),
      calendars: try keepCalendars(stored.entries, file))
    let fold = try CaseFold(id: id, stored.entries, shelf)
    try append(stored, of: fold, rulebook, opened)
    let added = try storing { () throws(StoreFault) in try store.record(of: id) }
    guard added?.head.description == head["head"]?.text else {
      throw .said(
        "case `\(id)` does not end as its folder says", "案件 `\(id)` 的末尾与卷宗所写不一致")
    }
    return fold
  }

  /// Every file that the sums name has its sum.
  private func check(_ file: (String) -> [UInt8]?) throws(DeskFault) {
    guard let sums = file(CaseFolder.sums)?.lines else { throw Self.incomplete }
    for line in sums {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { throw Self.incomplete }
      let path = String(words[1].drop { $0 == " " })
      guard let bytes = file(path), Fingerprint(of: bytes).description == words[0] else {
        throw .said("`\(path)` is missing or was altered", "`\(path)` 缺失或者被改动过")
      }
    }
  }

  /// What belongs to each entry.
  private struct Parts {
    var bodies: [[UInt8]]
    var entries: [JournalEntry]
    var secrets: [Int: [Secret]] = [:]
    var papers: [Int: [Paper]] = [:]
  }

  private func parts(
    of id: String, _ bodies: [[UInt8]], _ file: (String) -> [UInt8]?
  ) throws(DeskFault) -> Parts {
    var parts = Parts(bodies: bodies, entries: [])
    var stored: [StoredSecret] = []
    for line in file("data/texts.jsonl")?.lines ?? [] {
      guard let text = JSONValue(bytes: line), let name = text["name"]?.text,
        let number = text["number"]?.text.flatMap({ Int($0) }),
        let salt = text["salt"]?.text.flatMap(\.asHexBytes), let value = text["value"]?.text
      else { throw Self.incomplete }
      let secret = Secret(name: name, salt: salt, value: value)
      parts.secrets[number, default: []].append(secret)
      stored.append(
        StoredSecret(key: SecretKey(caseID: id, sequence: number, name: name), secret: secret))
    }
    for line in file("data/papers.jsonl")?.lines ?? [] {
      guard let paper = JSONValue(bytes: line), let name = paper["name"]?.text,
        let number = paper["number"]?.text.flatMap({ Int($0) }),
        let bytes = paper["path"]?.text.flatMap(file)
      else { throw Self.incomplete }
      parts.papers[number, default: []].append(
        Paper(
          name: name, mediaType: paper["type"]?.text ?? "",
          madeFrom: paper["made_from"]?.text ?? "", bytes: bytes))
    }
    parts.entries = try JournalReading(id, stored).entries(bodies: bodies)
    return parts
  }

  private func keepPrograms(
    _ entries: [JournalEntry], _ present: String, _ file: (String) -> [UInt8]?
  ) throws(DeskFault) -> [String: PinnedProgram] {
    var programs: [String: PinnedProgram] = [:]
    for hash in Shelf.programs(of: entries) {
      guard let bytes = file(CaseFolder.artefact(hash, isPresent: hash == present)) else {
        throw Self.incomplete
      }
      let artefact: Artefact
      do { artefact = try Artefact(bytes: bytes) } catch { throw .said(error.message) }
      guard artefact.programHash == hash else { throw Self.incomplete }
      try keep(artefact)
      programs[hash] = PinnedProgram(artefact)
    }
    return programs
  }

  private func keepCalendars(
    _ entries: [JournalEntry], _ file: (String) -> [UInt8]?
  ) throws(DeskFault) -> [String: WorkCalendar] {
    var calendars: [String: WorkCalendar] = [:]
    for hash in Shelf.calendars(of: entries) {
      guard let bytes = file("data/calendars/\(hash).json") else { throw Self.incomplete }
      do { calendars[hash] = try Artefact.calendar(bytes: bytes) } catch {
        throw .said(error.message)
      }
      let record = CalendarRecord(hash: hash, bytes: bytes, keptAt: now.milliseconds)
      try storing { () throws(StoreFault) in try store.keep(record) }
    }
    return calendars
  }

  private func append(
    _ parts: Parts, of fold: CaseFold, _ rulebook: String, _ opened: Int64
  ) throws(DeskFault) {
    var calendar = ""
    var appends: [Append] = []
    for (index, entry) in parts.entries.enumerated() {
      calendar = entry.members["calendar"]?.text ?? calendar
      let recorded = DateTime(literal: entry.recordedAt)?.milliseconds ?? now.milliseconds
      var append = Append(
        caseID: fold.id,
        place: index == 0
          ? .opens(rulebook: rulebook, openedAt: opened) : .follows(index),
        body: parts.bodies[index], program: fold.pinned(at: index + 1).hash, calendar: calendar,
        recordedAt: recorded,
        standing: index == parts.entries.count - 1 ? CaseSummary(fold).standing : nil)
      append.secrets = parts.secrets[index + 1] ?? []
      append.papers = parts.papers[index + 1] ?? []
      append.links = try knownLinks(of: entry)
      appends.append(append)
    }
    let all = appends
    try storing { () throws(StoreFault) in _ = try store.append(all) }
  }

  private static var incomplete: DeskFault {
    .said("this is no whole folder of a case", "这不是一个完整的案件卷宗")
  }
}

extension [UInt8] {
  /// Without the breaks between them; no empty ones.
  fileprivate var lines: [[UInt8]] {
    split(separator: UInt8(ascii: "\n")).map(Array.init)
  }
}

extension JSONValue {
  fileprivate init?(bytes: [UInt8]) {
    self.init(reading: String(decoding: bytes, as: UTF8.self))
  }
}

extension String {
  /// The bytes of pairs of digits; nil where it is no such text.
  fileprivate var asHexBytes: [UInt8]? {
    guard utf8.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var rest = self[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
