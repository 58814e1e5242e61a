internal import FoundationEssentials
package import Model
package import SourceText

/// A compiled rulebook as a file: the program that is run, the texts it was made from, and the
/// calendar it counts by, each under its SHA-256.
///
/// Three lines: a header, the program with its sources, the calendar. The same rulebook gives the
/// same bytes on any machine, because keys are sorted and file names are relative to the rulebook.
/// The calendar has a hash of its own: a new one moves deadlines, not rules.
package struct Artefact: Sendable {
  package let program: Program
  package let sources: SourceMap
  package let calendar: WorkCalendar
  /// SHA-256 of the program and its sources, in hex.
  package let programHash: String
  package let calendarHash: String
  /// The file's bytes.
  package let bytes: [UInt8]

  private struct Header: Codable {
    var artefact: String
    var semantics: Int
    var program: String
    var calendar: String
  }

  private struct Body: Codable {
    struct Source: Codable {
      var name: String
      var text: String
    }

    var program: Program
    var sources: [Source]
  }

  private static let mark = "fengqiao"

  /// Whether bytes look like an artefact rather than a rulebook.
  package static func isArtefact(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("{\"artefact\":\"\(mark)\"".utf8))
  }

  /// Packs a checked program. `folder` is the rulebook's; the files are named as seen from it.
  package init(_ program: Program, sources: SourceMap, folder: String, calendar: WorkCalendar) {
    let named = sources.files.map { file in
      Body.Source(
        name: Self.name(of: file.name, seenFrom: folder),
        text: String(decoding: file.bytes, as: UTF8.self))
    }
    let body = Self.encode(Body(program: program, sources: named))
    let calendarBytes = Self.encode(calendar)
    programHash = Self.hash(body)
    calendarHash = Self.hash(calendarBytes)
    let header = Header(
      artefact: Self.mark, semantics: Program.semanticsVersion, program: programHash,
      calendar: calendarHash)
    let newline = Data([UInt8(ascii: "\n")])
    bytes = [UInt8](
      Self.encode(header) + newline + body + newline + calendarBytes + newline)
    self.program = program
    self.calendar = calendar
    self.sources = sources
  }

  /// A file's name as seen from the rulebook's folder; one of the templates or rulebooks that an
  /// installation brings is named from there, since where that lies differs from machine to
  /// machine.
  private static func name(of path: String, seenFrom folder: String) -> String {
    let name = FilePath.relative(path, to: folder)
    let parts = name.split(separator: "/")
    guard name.hasPrefix("/") || parts.first == "..",
      let shared = parts.lastIndex(where: { $0 == "Templates" || $0 == "Rules" })
    else { return name }
    return parts[shared...].joined(separator: "/")
  }

  /// Reads an artefact and checks its hashes.
  package init(bytes: [UInt8]) throws(ArtefactError) {
    let lines = try Self.lines(of: bytes)
    let header: Header = try Self.decode(bytes, in: lines[0].indices)
    guard header.artefact == Self.mark else { throw ArtefactError.damaged("it has another mark") }
    guard header.semantics == Program.semanticsVersion else {
      throw ArtefactError.otherSemantics(header.semantics)
    }
    let (body, calendarBytes) = (lines[1], lines[2])
    guard ContentHash.hex(body) == header.program,
      ContentHash.hex(calendarBytes) == header.calendar
    else {
      throw ArtefactError.damaged("its content does not match its hash")
    }
    let content: Body = try Self.decode(bytes, in: body.indices)
    var sources = SourceMap()
    for source in content.sources {
      _ = sources.add(SourceFile(name: source.name, text: source.text))
    }
    program = content.program
    self.sources = sources
    calendar = try Self.decode(bytes, in: calendarBytes.indices)
    programHash = header.program
    calendarHash = header.calendar
    self.bytes = bytes
  }

  /// The three parts. The long one is gone through once.
  private static func lines(
    of bytes: [UInt8]
  ) throws(ArtefactError) -> [ArraySlice<UInt8>] {
    let lineBreak = UInt8(ascii: "\n")
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for place in bytes.indices where bytes[place] == lineBreak {
      if place > start { lines.append(bytes[start..<place]) }
      start = place + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    guard lines.count == 3 else { throw ArtefactError.damaged("it does not have three parts") }
    return lines
  }

  /// The calendar alone, as it stands in the artefact.
  package var calendarBytes: [UInt8] { Self.packed(calendar).bytes }

  /// A calendar as artefacts hold it, under its hash.
  package static func packed(_ calendar: WorkCalendar) -> (hash: String, bytes: [UInt8]) {
    let data = encode(calendar)
    return (hash(data), [UInt8](data))
  }

  /// Reads a calendar as artefacts hold it.
  package static func calendar(bytes: [UInt8]) throws(ArtefactError) -> WorkCalendar {
    try decode(bytes, in: bytes.indices)
  }

  private static func encode(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a checked program can be written as JSON")
    }
    return data
  }

  private static func decode<Value: Decodable>(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(ArtefactError) -> Value {
    do { return try TapeDecoder.decode(from: bytes, in: range) } catch {
      throw ArtefactError.damaged("\(error)")
    }
  }

  private static func hash(_ data: Data) -> String { ContentHash.hex([UInt8](data)) }
}

/// Why an artefact cannot be run.
package enum ArtefactError: Error, Hashable, Sendable {
  case damaged(String)
  /// Made for another meaning of programs than this build gives.
  case otherSemantics(Int)

  package var message: Bilingual {
    switch self {
    case .damaged(let what):
      Bilingual(
        en: "the artefact is damaged: \(what); compile the rulebook again",
        zh: "编译产物已损坏：\(what)；请重新编译规则书")
    case .otherSemantics(let version):
      Bilingual(
        en: "the artefact was made for semantics version \(version), this tool has "
          + "\(Program.semanticsVersion); compile the rulebook again",
        zh: "编译产物的语义版本是 \(version)，本工具是 \(Program.semanticsVersion)；请重新编译规则书")
    }
  }
}
