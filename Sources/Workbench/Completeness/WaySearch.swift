internal import Engine
internal import Model
internal import SourceText

/// Follows every row that cases of a class may come to, and the level and script it leads to.
///
/// Each answer of each flag is followed, too, where these are few. What else rows ask may turn out
/// either way: so a way that is shown may be one that no case takes; a way that cases take is never
/// left out.
struct WaySearch {
  /// Ways of one slot, and combinations of classes, that are followed at most.
  private static let limit = 2_000

  private let interpreter: Interpreter
  private let contents: SlotContents
  private let reads: DecisionReads
  let classes: [ID<Fact>]
  private let flags: [ID<Fact>]
  /// By output of a decision that is enumerated, other than script and level.
  let grades: [(decision: ID<Decision>, output: Int?, name: String)]
  private(set) var ways: [WayMatrix.Way] = []
  private(set) var isCut = false
  private var known: Set<WayMatrix.Way> = []
  private var followed = 0

  private var program: Program { interpreter.program }

  init(_ contents: SlotContents, _ interpreter: Interpreter) {
    self.contents = contents
    self.interpreter = interpreter
    let program = interpreter.program
    reads = DecisionReads(contents.guards, in: program)
    classes = Self.axes(reads.classes, in: program)
    let room = classes.map { program.words(of: $0).count }.reduce(1, *)
    flags =
      reads.flags.count <= 4 && room << (reads.flags.count * 2) <= 4 * Self.limit
      ? reads.flags : []
    grades = reads.decisions.flatMap { program.grades(of: $0) }
  }

  /// Where all classes together are too many, the one with most words alone.
  private static func axes(_ facts: [ID<Fact>], in program: Program) -> [ID<Fact>] {
    let counts = facts.map { program.words(of: $0).count }
    if counts.reduce(1, *) <= limit { return facts }
    return zip(facts, counts).max { $0.1 < $1.1 }.map { [$0.0] } ?? []
  }

  mutating func run() {
    follow((classes + flags)[...], interpreter.blank(opened: nil))
  }

  private mutating func follow(_ open: ArraySlice<ID<Fact>>, _ state: CaseState) {
    guard let fact = open.first else { return follow(reads.decisions[...], state) }
    for word in program.answers(to: fact) {
      var state = state
      state.facts[fact.index] = word
      follow(open.dropFirst(), state)
    }
  }

  /// Freezes each decision at each result that it may have.
  private mutating func follow(_ open: ArraySlice<ID<Decision>>, _ state: CaseState) {
    guard !isCut else { return }
    guard let decision = open.first else { return note(state) }
    guard let results = results(of: decision, state) else {
      return follow(open.dropFirst(), state)
    }
    for result in results {
      var state = state
      state.frozen[decision.index] = result
      follow(open.dropFirst(), state)
    }
  }

  private mutating func note(_ state: CaseState) {
    followed += 1
    guard followed <= Self.limit else {
      isCut = true
      return
    }
    var state = state
    let level = contents.choosingLevel.map { choice(at: $0, state) }
    enter(level, &state)
    let script =
      contents.choosingScript.map { choice(at: $0, state) } ?? .state(contents.scripts[0])
    let way = WayMatrix.Way(
      words: classes.map { state.facts[$0.index] ?? .null },
      grades: grades.map { grade in
        guard let whole = state.frozen[grade.decision.index]?.value else { return .null }
        guard let output = grade.output, case .record(let fields) = whole else { return whole }
        return fields[output]
      }, script: script, level: level)
    if known.insert(way).inserted { ways.append(way) }
  }

  /// The choice of a script may go by the level.
  private func enter(_ level: WayMatrix.Choice?, _ state: inout CaseState) {
    guard
      let variable = program.variables.ids.first(where: {
        program.variables[$0].name.hasBytes(of: "current_level")
      }), case .enumeration(let type) = program.variables[variable].type.unwrapped
    else { return }
    var name = contents.levels.first.map { contents.chart.states[$0].name }
    if case .state(let chosen)? = level { name = contents.chart.states[chosen].name }
    if let index = name.flatMap({ program.enumerations[type].index(of: $0) }) {
      state.variables[variable.index] = .word(type, index)
    }
  }

  /// The first way out whose guard holds.
  private func choice(at state: ID<State>, _ known: CaseState) -> WayMatrix.Choice {
    let evaluator = interpreter.evaluator(for: known)
    for id in contents.chart.states[state].transitions {
      let transition = contents.chart.transitions[id]
      guard let target = transition.targets.first else { continue }
      guard let condition = transition.condition else { return .state(target) }
      switch try? evaluator.verdict(condition) {
      case .holds: return .state(target)
      case .unknown(let missing): return .open(missing.facts)
      case .fails, nil: continue
      }
    }
    return .nothing
  }
}

// What a table may come to.
extension WaySearch {
  /// Nil for what is left as it is: an expression, a list of results, a result that other facts
  /// have a say in; such a decision is derived where it is read.
  private func results(of decision: ID<Decision>, _ state: CaseState) -> [DecisionOutcome]? {
    guard case .table(let table) = program.decisions[decision].logic,
      [.first, .unique, .any, .priority].contains(table.policy),
      let rows = interpreter.evaluator(for: state).explainTable(decision)?.rows
    else { return nil }
    var results: [DecisionOutcome] = []
    var isSure = false
    for (row, explained) in zip(table.rows, rows) {
      switch explained.match {
      case .failed: continue
      case .matched: isSure = true
      case .unknown, .fault: break
      }
      guard let value = value(of: row.results, state) else { return nil }
      results.append(DecisionOutcome(value: value, rows: [row.id]))
      if isSure, table.policy == .first { return results }
    }
    if isSure { return results }
    if let otherwise = table.otherwise {
      guard let value = value(of: otherwise, state) else { return nil }
      results.append(DecisionOutcome(value: value, rows: ["otherwise"]))
    }
    return results.isEmpty ? nil : results
  }

  private func value(of results: [Expression], _ state: CaseState) -> Value? {
    var values: [Value] = []
    for result in results {
      guard case .known(let value)? = try? interpreter.evaluator(for: state).evaluate(result)
      else { return nil }
      values.append(value)
    }
    return values.count == 1 ? values[0] : .record(values)
  }
}

extension Program {
  /// The words that an enumerated fact may be, in declared order.
  func words(of fact: ID<Fact>) -> [Value] {
    guard case .enumeration(let type) = facts[fact].type.unwrapped else { return [] }
    return enumerations[type].words.indices.map { .word(type, $0) }
  }

  /// All that the fact may turn out to be; null only where a flag may be absent, since a class that
  /// is absent is none.
  fileprivate func answers(to fact: ID<Fact>) -> [Value] {
    guard facts[fact].type.unwrapped == .boolean else { return words(of: fact) }
    return [.boolean(true), .boolean(false)] + (facts[fact].type.isOptional ? [.null] : [])
  }

  fileprivate func grades(
    of decision: ID<Decision>
  ) -> [(decision: ID<Decision>, output: Int?, name: String)] {
    guard case .table(let table) = decisions[decision].logic else { return [] }
    return table.outputs.enumerated().compactMap { index, output in
      guard case .enumeration(let type) = output.type.unwrapped,
        !["script", "level"].contains(enumerations[type].name)
      else { return nil }
      return (decision, table.outputs.count == 1 ? nil : index, output.name)
    }
  }
}
