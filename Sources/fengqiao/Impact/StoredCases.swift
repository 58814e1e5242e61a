internal import Batch
internal import Compiler
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// The cases of a desk's store, for `impact`. They are read and nothing is written; what is told of
/// them is what lists and counts may tell, for a report goes to people who may not see a case.
struct StoredCases {
  private let desk: CaseDesk
  private let rulebook: String
  /// Facts that are kept from a side, by name: under any version that the store has, or one of the
  /// two that are compared.
  let secrets: Set<String>
  /// What things are called in those versions: no words of a case.
  private let names: Set<String>
  /// How many cases are read at a time.
  private static let portion = 64

  /// - Parameters:
  ///   - place: the store, a file or `postgres://…`.
  ///   - old: the version whose rulebook's cases are meant.
  init?(
    _ place: String, comparing old: Program, with new: Program, _ console: Console
  ) throws(ToolFault) {
    rulebook = old.name
    let rulebook = old.name
    let desk = try DeskOptions.desk(ready: place)
    let versions = try DeskWork.run(console) { () throws(DeskFault) in
      try desk.versions(of: rulebook)
    }
    guard let versions else { return nil }
    guard !versions.isEmpty else {
      throw ToolFault(
        en: "the store has no case of `\(rulebook.onOneSafeLine)`",
        zh: "案件库中没有 `\(rulebook.onOneSafeLine)` 的案件")
    }
    if versions.contains(where: desk.user.isKeptFromSomething) {
      throw ToolFault(
        en: "these cases hold what is kept from the side you act for",
        zh: "这些案件里有不让您所代表的一方知道的内容")
    }
    self.desk = desk
    let all = versions + [old, new]
    secrets = Set(all.flatMap { $0.facts.elements.filter { $0.secrecy != nil }.map(\.name) })
    names = Set(all.flatMap(\.namesForPeople))
  }

  /// Whether cases may be grouped by a fact.
  func mayTell(_ fact: Fact) -> Bool { !secrets.contains(fact.name) && !fact.type.holdsText }

  /// Plays all cases through both versions.
  func play(
    _ run: ImpactRun, _ before: LoadedRulebook, _ after: LoadedRulebook, _ console: Console
  ) throws(ToolFault) -> ImpactTally? {
    var query = CaseQuery()
    query.rulebook = rulebook
    query.limit = Self.portion
    let reading = Reading(
      run: run, old: VersionReader(before), new: VersionReader(after), names: names)
    var (tally, number) = (run.blank, 0)
    while true {
      let filter = query
      let portion = try DeskWork.run(console) { () throws(DeskFault) in
        let page = try desk.page(filter)
        var texts: [(id: String, text: String)] = []
        for listed in page.cases {
          texts.append((listed.record.id, try desk.caseFile(of: listed.record.id)))
        }
        return (texts, page.next)
      }
      guard let (texts, next) = portion else { return nil }
      let cases = texts.enumerated().map { (number + $0 + 1, $1.id, $1.text) }
      number += texts.count
      // A piece for each worker: counting them together costs more than a case.
      let size = max(1, (cases.count + run.workerCount - 1) / run.workerCount)
      let pieces = stride(from: 0, to: cases.count, by: size).map {
        Array(cases[$0..<min($0 + size, cases.count)])
      }
      for part in pieces.concurrentMap({ reading.tally(of: $0) }) { tally.add(part) }
      guard let next else { return tally }
      query.after = next
    }
  }
}

/// Reads cases against both versions and counts them.
private struct Reading: Sendable {
  let run: ImpactRun
  let old: VersionReader
  let new: VersionReader
  let names: Set<String>

  func tally(of cases: [(number: Int, id: String, text: String)]) -> ImpactTally {
    var tally = run.blank
    for (number, id, text) in cases {
      switch (old.read(text), new.read(text)) {
      case (.read(let one), .read(let other)):
        run.count(one, other, id: id, number: number, into: &tally)
      case (.read(let one), .faulty(let fault)):
        run.count(
          misfit: fault.code.id, at: "", words(of: fault), of: one, id: id, number: number,
          into: &tally)
      case (.faulty(let fault), let other):
        run.count(
          unread: fault.code.id, at: "", words(of: fault), byNew: !other.isRead, id: id,
          number: number, into: &tally)
      }
    }
    return tally
  }

  /// A message repeats the words it is about: those of the case stay in the case.
  private func words(of fault: Diagnostic) -> Bilingual {
    let quoted = fault.message.en.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    return quoted.allSatisfy(names.contains) ? fault.message : fault.code.summary
  }
}

/// A case as one version reads it, or what is wrong with it there.
private enum CaseReading {
  case read(CaseFile)
  case faulty(Diagnostic)

  var isRead: Bool { if case .read = self { true } else { false } }
}

/// Reads the text of a case against one version.
private struct VersionReader: Sendable {
  private let names: ProgramNames
  private let sources: SourceMap

  init(_ loaded: LoadedRulebook) {
    names = ProgramNames(loaded.program)
    sources = loaded.sources
  }

  func read(_ text: String) -> CaseReading {
    let path = "case.json"
    var (sources, findings) = (sources, Diagnostics())
    let files: [CaseFile]
    do {
      files = try RulebookCompiler(reading: FilesInMemory([path: text])).compileCases(
        path: path, against: names, sources: &sources, into: &findings)
    } catch {
      preconditionFailure("a text in memory can be read")
    }
    if let fault = findings.sorted.first(where: { $0.severity == .error }) {
      return .faulty(fault)
    }
    guard let file = files.first else { preconditionFailure("a case without faults is read") }
    return .read(file)
  }
}

extension Program {
  /// What its facts, events and roles are called.
  fileprivate var namesForPeople: [String] {
    facts.elements.map(\.name) + events.elements.map(\.name) + roles.elements.map(\.name)
  }
}
