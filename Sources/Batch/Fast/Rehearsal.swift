package import Engine
internal import Model

/// Cases that were read before, to measure deciding or stepping alone (`benchmarks/run`).
package struct Rehearsal: ~Copyable {
  private var player: FastPlayer
  /// By case: its facts, and the events of its journal.
  private var facts: [[Packed]] = []
  private var journals: [[Int]] = []

  /// Nil where the program cannot be put into tables.
  package init?(_ interpreter: Interpreter, lines: [UInt8]) {
    guard let plan = FastPlan(interpreter) else { return nil }
    player = FastPlayer(plan)
    let scanner = LineScanner(words: plan.names.known)
    scanner.scan(PaddedText(lines)) { found, _ in
      guard case .value(let tokens) = found, let story = player.story(tokens) else { return }
      facts.append(story.facts)
      journals.append(story.events)
    }
  }

  package var caseCount: Int { facts.count }
  package var eventCount: Int { journals.reduce(0) { $0 + $1.count } }

  /// Decides each case's first decision once; the sum of the rows.
  package mutating func decideAll() -> Int {
    var sum = 0
    for place in facts.indices {
      player.know(facts[place])
      sum += Int(player.derivedRow(of: 0))
    }
    return sum
  }

  /// Does what `decideAll` and `stepAll` do besides.
  package mutating func knowAll() -> Int {
    for place in facts.indices { player.know(facts[place]) }
    return facts.count
  }

  /// Steps each case through its journal once; how many events were taken.
  package mutating func stepAll() -> Int {
    var sum = 0
    for place in facts.indices {
      player.begin()
      player.know(facts[place])
      guard player.open() else { continue }
      let journal = journals[place]
      for event in journal where player.take(event, by: -1) { sum += 1 }
    }
    return sum
  }
}

extension FastPlayer {
  /// Takes facts as they were read, without asking whether they may be stated.
  mutating func know(_ known: [Packed]) {
    for index in known.indices { facts[index] = known[index] }
  }

  /// What a line states when its case opens, and the events of its journal.
  fileprivate mutating func story(_ line: LineTokens) -> (facts: [Packed], events: [Int])? {
    guard play(line) != nil else { return nil }
    let known = (0..<facts.count).map { facts[$0] }
    var events: [Int] = []
    for token in 0..<line.count where line.kind(token) == .string && line.word(token) >= 0 {
      guard tables.members[line.word(token)] == .event else { continue }
      events.append(Int(tables.eventNames[line.word(token + 1)]))
    }
    return (known, events)
  }
}
