// Stand-in until Evaluate lands (delete this file then). Step needs just these entries.
import Model
import SourceText

enum Decided {
  case decided(DecisionOutcome)
  case open(Missing)
}
struct Evaluator {
  init(
    program: Program, calendar: WorkCalendar, state: CaseState, payload: [Value],
    today: CalendarDate?
  ) {}
  func evaluate(_ e: Expression) throws(Fault) -> Evaluated { throw Fault(.overflow, at: nil) }
  func verdict(_ e: Expression) throws(Fault) -> Verdict { throw Fault(.overflow, at: nil) }
  func decide(_ d: ID<Decision>) throws(Fault) -> Decided { throw Fault(.overflow, at: nil) }
}
