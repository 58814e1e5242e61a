package import Engine
internal import Model

/// Cases that were read before, to measure deciding or stepping alone (`benchmarks/run`).
package struct Rehearsal: ~Copyable {
  private let player: TablePlayer
  /// By case: its facts, and the events of its journal.
  private var facts: [[Packed]] = []
  private var journals: [[Int32]] = []

  /// Nil where the program cannot be put into tables.
  package init?(_ interpreter: Interpreter, lines: [UInt8]) {
    guard let plan = FastPlan(interpreter) else { return nil }
    let names = plan.names
    player = TablePlayer(plan)
    let scanner = LineScanner(words: names.known)
    var results = ChunkResults(tally: Tally(program: plan.program))
    for line in lines.split(separator: 0x0A) {
      let text = PaddedText(line + [0x0A], count: line.count + 1)
      var isPlayed = true
      scanner.scan(text, ahead: player, into: &results) { _, _, _ in isPlayed = false }
      if !isPlayed { continue }
      facts.append(player.facts)
      scanner.scan(text) { found, _ in
        if case .value(let tokens) = found { journals.append(Self.events(of: tokens, names)) }
      }
    }
  }

  /// The events of a line's journal.
  private static func events(of line: LineTokens, _ names: PlannedNames) -> [Int32] {
    (0..<line.count).compactMap { token in
      guard line.kind(token) == .string, line.word(token) >= 0 else { return nil }
      guard names.members[line.word(token)] == .event else { return nil }
      return names.events[line.word(token + 1)]
    }
  }

  package var caseCount: Int { facts.count }
  package var eventCount: Int { journals.reduce(0) { $0 + $1.count } }

  /// Decides each case's first decision once; the sum of the rows.
  package func decideAll() -> Int {
    var sum = 0
    for known in facts {
      player.know(known)
      sum += player.row(of: 0)
    }
    return sum
  }

  /// Steps each case through its journal once; how many events were taken.
  package func stepAll() -> Int {
    var sum = 0
    for place in facts.indices { sum += player.step(facts[place], journals[place]) }
    return sum
  }
}
