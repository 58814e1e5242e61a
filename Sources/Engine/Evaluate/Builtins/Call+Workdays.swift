internal import Model
internal import SourceText

// Counting in workdays and legal terms (Civil Code 200-204), by the calendar in force.
extension Call {
  func countWorkdays() throws(Fault) -> Value {
    let calendar = known.calendar
    switch function {
    case .workdaysBetween:
      return .number(Number(calendar.workdays(between: try day(0), and: try day(1))))
    case .addWorkdays:
      return .date(try require(calendar.adding(workdays: try whole(1), to: try day(0)), 1))
    case .isWorkday: return .boolean(calendar.isWorkday(try day(0)))
    case .dueDate: return .date(try dueDate())
    default: preconditionFailure("a function of workdays")
    }
  }

  /// `due date(start, term)`: a term in hours or minutes has no last day and is outside.
  private func dueDate() throws(Fault) -> CalendarDate {
    let term = try require(Term(literal: try text(1)), 1)
    let start: Deadline.Start
    if case .dateTime(let moment) = arguments[0] {
      start = .at(moment)
    } else {
      start = .day(try day(0))
    }
    let deadline = known.calendar.deadline(from: start, term: term, offset: offset)
    return try require(deadline?.lastDay, 1)
  }
}
