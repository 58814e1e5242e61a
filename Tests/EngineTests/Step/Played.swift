import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// A rulebook as an author writes it, and a case that is played on it entry by entry. What an entry
/// brings about is told in one line, such as `-a; x = 1; +b; in b`.
struct Played {
  let interpreter: Interpreter
  private(set) var state: CaseState
  private(set) var result: StepResult
  /// Every step so far, opening included.
  private(set) var results: [StepResult]
  /// What opening the case brought about.
  let opening: String

  var program: Program { interpreter.program }

  /// - Parameters:
  ///   - rulebook: everything below the `rulebook` key; it must be free of errors.
  ///   - opened: nil for a case that is given no time.
  ///   - facts: those known when it opens, as a YAML mapping without its braces.
  init(
    _ rulebook: String, opened: String? = "2026-05-06T09:00", facts: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = FilesInMemory(["rulebook.yaml": "rulebook: test\nlanguage: 1\n" + rulebook])
    let compilation = try RulebookCompiler(reading: files).compile(path: "rulebook.yaml")
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    expectNone(errors.map(\.message.en), of: "rulebook", sourceLocation: sourceLocation)
    let program = try #require(compilation.program, sourceLocation: sourceLocation)
    interpreter = Interpreter(program: program, calendar: compilation.calendar)
    let opening = opened.map { "opened: \($0)\n" } ?? ""
    let file = try Self.file(
      "case: test\n" + opening + "facts: {\(facts)}\n", program, sourceLocation)
    result = interpreter.open(
      file.facts, at: file.opened, answersChecklist: file.answersChecklist)
    state = result.state
    results = [result]
    self.opening = Account(program).line(of: result)
  }

  private static func file(
    _ text: String, _ program: Program, _ sourceLocation: SourceLocation
  ) throws -> CaseFile {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let cases = try RulebookCompiler(reading: FilesInMemory(["case.yaml": text])).compileCases(
      path: "case.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    expectNone(
      diagnostics.sorted.map(\.message.en), of: "case", sourceLocation: sourceLocation)
    return try #require(cases.first, sourceLocation: sourceLocation)
  }

  /// An entry as a YAML mapping without its braces: `event: go, set: {x: true}`.
  func entry(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Entry {
    let file = try Self.file("case: test\njournal:\n  - {\(text)}\n", program, sourceLocation)
    return try #require(file.journal.first, sourceLocation: sourceLocation)
  }

  /// Plays one entry and tells what it brought about.
  @discardableResult
  mutating func play(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    result = interpreter.step(state, try entry(text, sourceLocation: sourceLocation))
    state = result.state
    results.append(result)
    return Account(program).line(of: result)
  }

  /// The innermost active states.
  var leaves: String { program.activeLeaves(of: state.configuration).joined(separator: ", ") }

  /// What is due, as `name day` or `name moment`, earliest first.
  var due: [String] {
    DueList(program: program, state: state).items.map { "\($0.name) \($0.text(in: program))" }
  }

  /// Plays one entry, which must bring about this.
  mutating func expect(
    _ text: String, _ story: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try play(text, sourceLocation: sourceLocation)
    #expect(found == story, sourceLocation: sourceLocation)
  }

  /// A variable's value.
  func variable(_ name: String) -> String {
    let index = program.variables.elements.firstIndex { $0.name == name }
    return index.map { state.variables[$0].text(in: program) } ?? "no such variable"
  }
}

/// Tells in one line what a step brought about.
struct Account {
  private let program: Program

  init(_ program: Program) {
    self.program = program
  }

  func line(of result: StepResult) -> String {
    var parts = result.trace.items.compactMap(text)
    if let refusal = result.refusal {
      parts.append("refused: " + RefusalText(program: program).text(of: refusal).en)
    }
    let leaves = program.activeLeaves(of: result.state.configuration)
    parts.append("in " + (leaves.isEmpty ? "no state" : leaves.joined(separator: ", ")))
    return parts.joined(separator: "; ")
  }

  private func text(_ item: Trace.Item) -> String? {
    switch item {
    case .timerFired(let timer, let moment):
      "due \(timer.name(in: program)) at \(moment.text(in: program.offset))"
    case .factStated(let fact, _, let value):
      "\(program.facts[fact].name) := \(value?.text(in: program) ?? "unknown")"
    case .eventTaken, .guardRead, .transitionTaken: nil
    case .checklistAnswered: "checklist"
    case .overtaken(let event, _): "overtaken \(program.events[event.event].name)"
    case .eventDropped(let event): "dropped \(program.events[event].name)"
    case .stateExited(let state): "-\(path(state))"
    case .stateEntered(let state): "+\(path(state))"
    case .decided(let decision, let outcome):
      "\(program.decisions[decision].name) is \(outcome.value.text(in: program))"
    case .decisionPending(let decision, let missing):
      "\(program.decisions[decision].name) needs \(names(missing))"
    case .variableSet(let variable, _, let value):
      "\(program.variables[variable].name) = \(value.text(in: program))"
    case .raised(let event): "!\(program.events[event.event].name)"
    case .timerSet(let timer):
      "set \(timer.name(in: program)) \(timer.lastDay?.description ?? timer.due.text(in: program.offset))"
    case .timerCancelled(let timer): "cancelled \(timer.name(in: program))"
    case .effect(let effect): self.text(effect.kind)
    case .taskDone(let id): "done \(id)"
    case .periodStarted(let period, let start):
      "\(program.periods[period].name) from \(start.text(in: program))"
    case .periodPaused(let period): "\(program.periods[period].name) stands"
    case .periodResumed(let period): "\(program.periods[period].name) runs"
    case .waiting(let waiting): "waits for \(names(waiting.missing))"
    case .guardFaulted(let id, let fault):
      "passed over \(place(of: id)): \(FaultText(program: program).text(of: fault).en)"
    case .timerFaulted(let timer, let fault):
      "fault in \(timer.name(in: program)): \(FaultText(program: program).text(of: fault).en)"
    case .finished: "finished"
    }
  }

  private func text(_ effect: Effect.Kind) -> String {
    switch effect {
    case .task(let order, _, _): "task \(order.id)"
    case .notify(let to, let text, _, _, _, _): "notify \(to.joined(separator: ", ")): \(text)"
    case .inform(let text, _): "inform \(text)"
    case .draft(let document, _): "draft \(program.documents[document].name)"
    }
  }

  /// Where a transition leads out of.
  private func place(of transition: ID<Transition>) -> String {
    guard let chart = program.chart else { return "" }
    let source = chart.transitions[transition].source
    return source == chart.root ? "one of the workflow" : "one of \(path(source))"
  }

  private func path(_ state: ID<State>) -> String { program.chart?.states[state].path ?? "" }

  private func names(_ missing: Missing) -> String {
    missing.facts.map { program.facts[$0].name }.joined(separator: ", ")
  }
}
