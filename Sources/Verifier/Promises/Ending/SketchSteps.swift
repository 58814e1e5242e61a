internal import Engine
internal import Model
internal import SourceText

/// Takes every step that a sketch may take from a situation, one way of choosing after the other.
struct SketchSteps {
  let tape: ChoiceTape
  private let interpreter: Interpreter

  /// - Parameters:
  ///   - interpreter: one of the sketch's program.
  ///   - domains: by fact of the sketch, what it may be.
  ///   - effort: how many microsteps are looked at.
  init(_ interpreter: Interpreter, domains: [[Value?]], effort: Int) {
    tape = ChoiceTape(domains: domains, effort: effort)
    var interpreter = interpreter
    interpreter.oracle = tape
    self.interpreter = interpreter
  }

  /// Whether there was too much to look at.
  var isSpent: Bool { tape.isSpent }

  /// Hands on all that opening a case may come to.
  func open(_ visit: (StepResult) -> Void) {
    repeat {
      let result = interpreter.open([], at: nil)
      if !tape.isGivenUp { visit(result) }
    } while tape.advance()
    tape.forget()
  }

  /// Hands on all that an event, or facts alone, may come to; what was chosen is on the tape.
  ///
  /// - Returns: whether some way came back to where it had been, and may do so for ever.
  func step(
    _ state: CaseState, _ event: ID<Event>?, _ visit: (StepResult) -> Void
  ) -> Bool {
    var mayCircle = false
    let entry = Entry(
      at: nil, event: event, payload: [], by: nil, facts: [], expectation: nil, span: nil)
    repeat {
      if tape.isSpent { return mayCircle }
      let result = interpreter.step(state, entry)
      if tape.isCircling { mayCircle = true }
      if !tape.isGivenUp { visit(result) }
    } while tape.advance()
    tape.forget()
    return mayCircle
  }

  /// Whether a condition holds of what a step came to, in the way of choosing in hand.
  func holds(_ condition: Expression, in state: CaseState) -> Bool {
    let evaluator = Evaluator(
      program: interpreter.program, calendar: interpreter.calendar, state: state, oracle: tape)
    return (try? evaluator.verdict(condition)) == .holds
  }
}
