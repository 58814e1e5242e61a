package import Engine
package import Model
package import SourceText

/// The same cases through two versions of a rulebook, in one pass.
package struct ImpactRun: Sendable {
  package let old: Interpreter
  package let new: Interpreter
  /// Names of facts by whose values cases are grouped.
  package let groups: [String]
  package let aspects: [ImpactAspect]
  /// Facts that are kept from a side, by name: the run tells nothing of them. Nil where the cases
  /// are those of a file, which whoever has it can read.
  package let secrets: Set<String>?
  /// Decisions of which nothing is told for that reason.
  package let untoldDecisions: Set<String>
  package var workerCount = 1
  /// How many bytes are read at a time.
  package var chunkSize = 1 << 18
  private let before: ImpactVersion
  private let after: ImpactVersion

  /// - Parameters:
  ///   - groups: nil for the facts of enumerated types that the old version's tables read, at most
  ///     two.
  ///   - secrets: facts that are kept from a side; nil where everything may be told.
  package init(
    old: Interpreter, new: Interpreter, groupedBy groups: [String]? = nil,
    keeping secrets: Set<String>? = nil
  ) {
    self.old = old
    self.new = new
    self.secrets = secrets
    var untold: Set<String> = []
    if let secrets {
      for program in [old.program, new.program] {
        untold.formUnion(program.decisions(tellingOf: secrets))
      }
    }
    untoldDecisions = untold
    self.groups = groups ?? Self.usualGroups(old.program, without: secrets ?? [])
    (before, after) = (ImpactVersion(old), ImpactVersion(new))
    let shared = old.program.decisions.elements.map(\.name).filter(after.has)
      .filter { !untold.contains($0) }
    if old.program.chart == nil, new.program.chart == nil {
      aspects = shared.map(ImpactAspect.decision)
    } else {
      let (before, after) = (before, after)
      let kept = shared.filter { before.freezes($0) || after.freezes($0) }
      aspects =
        [.state, .firstLevel, .level, .script, .deadline, .due] + kept.map(ImpactAspect.frozen)
    }
  }

  /// Decisions that would be compared if they told nothing that is kept from a side.
  package var uncomparedDecisions: [String] {
    old.program.decisions.elements.map(\.name).filter { name in
      untoldDecisions.contains(name) && after.has(name)
        && (old.program.chart == nil || before.freezes(name) || after.freezes(name))
    }
  }

  private static func usualGroups(_ program: Program, without secrets: Set<String>) -> [String] {
    var found: [String] = []
    for decision in program.decisions.elements {
      guard case .table(let table) = decision.logic else { continue }
      for input in table.inputs {
        guard case .fact(let id) = input.expression.kind,
          case .enumeration = program.facts[id].type.unwrapped
        else { continue }
        let name = program.facts[id].name
        if !found.contains(name), !secrets.contains(name) { found.append(name) }
      }
    }
    return Array(found.prefix(2))
  }

  /// Reads lines of JSON, a case each.
  package func run(_ input: @escaping BatchStreams.Input) async throws -> ImpactTally {
    let source = ChunkSource(LineChunks(of: chunkSize, from: 1, input))
    return try await withThrowingTaskGroup(of: ImpactTally.self) { tasks in
      for _ in 0..<workerCount {
        tasks.addTask {
          var worker = ImpactWorker(self)
          while !Task.isCancelled, let chunk = try await source.next() { worker.take(chunk) }
          return worker.tally
        }
      }
      var total = ImpactTally(groups: groups.count)
      for try await tally in tasks { total.add(tally) }
      return total
    }
  }

  /// A tally without cases, for those that are not lines.
  package var blank: ImpactTally { ImpactTally(groups: groups.count) }

  /// Plays a case that was read for both versions, and counts it.
  ///
  /// - Parameter number: the line, or the place among case files; counted from 1.
  package func count(
    _ oldFile: CaseFile, _ newFile: CaseFile, id: String, number: Int, into tally: inout ImpactTally
  ) {
    let one = old.replay(oldFile)
    let other = new.replay(newFile)
    let oldEnd = CaseEnd(one, before, aspects: aspects)
    let newEnd = CaseEnd(other, after, aspects: aspects)
    let isChanged = oldEnd != newEnd
    tally.playedCount += 1
    if isChanged { tally.changedCount += 1 }
    for (place, aspect) in aspects.enumerated() {
      let cell = ImpactTally.Cell(
        aspect: aspect, old: oldEnd.words[place], new: newEnd.words[place])
      tally.cells[cell, default: 0] += 1
      guard cell.isChange, tally.examples[cell].map({ $0.number > number }) ?? true else {
        continue
      }
      tally.examples[cell] = ImpactTally.Example(
        number: number, id: id,
        divergence: Divergence(one, before, other, after, frozen: frozenDecisions))
    }
    count(ImpactTally.Share(cases: 1, changed: isChanged ? 1 : 0), one.state, into: &tally)
  }

  private var frozenDecisions: [String] {
    aspects.compactMap { if case .frozen(let name) = $0 { name } else { nil } }
  }

  /// Counts a case that the new version cannot read.
  package func count(
    misfit code: String, at place: String, _ message: Bilingual, of file: CaseFile, id: String,
    number: Int, into tally: inout ImpactTally
  ) {
    let misfit = ImpactTally.Misfit(version: .new, code: code, place: place)
    tally.add(misfit, number: number, id: id, message: message)
    count(
      ImpactTally.Share(cases: 1, changed: 1), old.replay(file).state, into: &tally)
  }

  /// Counts a case that the old version, or neither of them, cannot read.
  package func count(
    unread code: String, at place: String, _ message: Bilingual, byNew: Bool, id: String,
    number: Int, into tally: inout ImpactTally
  ) {
    let misfit = ImpactTally.Misfit(version: byNew ? .both : .old, code: code, place: place)
    tally.add(misfit, number: number, id: id, message: message)
  }

  private func count(
    _ share: ImpactTally.Share, _ state: CaseState, into tally: inout ImpactTally
  ) {
    for (place, name) in groups.enumerated() {
      tally.add(share, to: place, old.program.shownFact(name, of: state))
    }
  }
}

/// Reads lines for both versions.
private struct ImpactWorker: ~Copyable {
  private let run: ImpactRun
  private let scanner = LineScanner(words: [])
  private let old: LineReader
  private let new: LineReader
  private(set) var tally: ImpactTally

  init(_ run: ImpactRun) {
    self.run = run
    old = LineReader(run.old.program)
    new = LineReader(run.new.program)
    tally = run.blank
  }

  mutating func take(_ chunk: LineChunk) {
    switch chunk.content {
    case .tooLong(let head):
      fail(.tooLong(limit: LineChunks.lineLimit), LineScanner.firstID(of: head), chunk.line)
    case .lines(let text): scan(text, from: chunk.line)
    }
  }

  private mutating func scan(_ text: PaddedText, from first: Int) {
    var tally = tally
    let (run, old, new) = (run, old, new)
    scanner.scan(text) { found, place in
      let number = first + place
      switch found {
      case .blank: return
      case .fault(let fault, let id):
        let fault = LineFault(fault)
        run.count(
          unread: fault.code.rawValue, at: fault.place, fault.message, byNew: true, id: id ?? "",
          number: number, into: &tally)
      case .value(let tokens):
        Self.take(old.read(tokens), new.read(tokens), number, run, &tally)
      }
    }
    self.tally = tally
  }

  private static func take(
    _ old: ReadLine, _ new: ReadLine, _ number: Int, _ run: ImpactRun, _ tally: inout ImpactTally
  ) {
    switch (old, new) {
    case (.read(let one), .read(let other)):
      run.count(one.file, other.file, id: one.id.shown, number: number, into: &tally)
    case (.read(let one), .faulty(_, let fault)):
      run.count(
        misfit: fault.code.rawValue, at: fault.place, fault.message, of: one.file,
        id: one.id.shown, number: number, into: &tally)
    case (.faulty(let id, let fault), let new):
      var isFaultyToo = false
      if case .faulty = new { isFaultyToo = true }
      run.count(
        unread: fault.code.rawValue, at: fault.place, fault.message, byNew: isFaultyToo,
        id: id.shown, number: number, into: &tally)
    }
  }

  private mutating func fail(_ fault: LineFault, _ id: String?, _ number: Int) {
    run.count(
      unread: fault.code.rawValue, at: fault.place, fault.message, byNew: true, id: id ?? "",
      number: number, into: &tally)
  }
}

extension LineFault {
  /// Where it is, without positions in lists.
  fileprivate var place: String {
    path.filter { Int($0) == nil }.joined(separator: ".")
  }
}

extension JSONText {
  /// An id as it is shown.
  fileprivate var shown: String {
    switch self {
    case .string(let text): text
    case .null: ""
    default: text()
    }
  }
}
