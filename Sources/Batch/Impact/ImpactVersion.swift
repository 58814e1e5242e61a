internal import Engine
internal import Model
internal import SourceText

/// One version of a rulebook, with what is asked of it for every case.
struct ImpactVersion: Sendable {
  let interpreter: Interpreter
  private let decisions: [String: ID<Decision>]
  /// Decisions that the workflow makes once and keeps.
  private let frozen: Set<ID<Decision>>

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    let program = interpreter.program
    decisions = Dictionary(
      program.decisions.ids.map { (program.decisions[$0].name, $0) }
    ) { first, _ in first }
    frozen = Set(
      program.actions.compactMap { action in
        if case .decide(let id) = action.kind { id } else { nil }
      })
  }

  var program: Program { interpreter.program }

  /// Whether the workflow makes the decision of that name once and keeps it.
  func freezes(_ name: String) -> Bool { decisions[name].map(frozen.contains) ?? false }

  /// Whether there is a decision of that name.
  func has(_ name: String) -> Bool { decisions[name] != nil }

  /// What a decision comes to; nil where it is open or meets a fault.
  func outcome(of name: String, in state: CaseState) -> DecisionOutcome? {
    decisions[name].flatMap { interpreter.outcome(of: $0, in: state) }
  }

  /// What a case kept of a decision; where the workflow never freezes it, what it comes to.
  func kept(_ name: String, in state: CaseState) -> DecisionOutcome? {
    guard let id = decisions[name] else { return nil }
    return frozen.contains(id) ? state.frozen[id.index] : outcome(of: name, in: state)
  }

  /// The words for what a case kept of a decision, the outputs of a record by name; "" for nothing.
  func keptWords(_ name: String, in state: CaseState) -> String {
    guard let id = decisions[name], let value = kept(name, in: state)?.value else { return "" }
    guard case .record(let fields) = value,
      case .record(let record) = program.decisions[id].type.unwrapped
    else { return value.text(in: program) }
    return zip(record.fields, fields).filter { $1 != .null }
      .map { "\($0.name) \($1.text(in: program))" }.joined(separator: " · ")
  }
}
