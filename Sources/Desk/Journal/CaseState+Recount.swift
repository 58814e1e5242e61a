internal import Engine
package import Model

/// A running deadline that another calendar ends on another day.
package struct MovedDeadline: Hashable, Sendable {
  /// As `DueList` names it.
  package var name: String
  package var from: CalendarDate?
  package var to: CalendarDate?
}

extension CaseState {
  /// Counts every running term again by another calendar, in the order in which they were set.
  mutating func recount(
    from old: WorkCalendar, to new: WorkCalendar, in program: Program
  ) -> [MovedDeadline] {
    var moved: [MovedDeadline] = []
    for index in timers.indices {
      guard let counting = timers[index].counting,
        let end = new.deadline(
          from: counting.start, term: counting.term, offset: program.offset)
      else { continue }
      timers[index].isProvisional = end.isProvisional
      guard end.instant != timers[index].due else { continue }
      moved.append(
        MovedDeadline(
          name: timers[index].name(in: program), from: timers[index].lastDay, to: end.lastDay))
      timers[index].due = end.instant
      timers[index].lastDay = end.lastDay
    }
    for index in tasks.indices {
      guard let own = tasks[index].recounted(from: old, to: new, in: program) else { continue }
      let name = tasks[index].order.id
      if !moved.contains(where: { $0.name == name }) {
        moved.append(MovedDeadline(name: name, from: tasks[index].lastDay, to: own.lastDay))
      }
      tasks[index] = own
    }
    return moved
  }
}

extension OpenTask {
  /// The task with its new day; nil where that does not move, or the old calendar does not give the
  /// old day, so that it was counted from something else than the moment it was given.
  fileprivate func recounted(
    from old: WorkCalendar, to new: WorkCalendar, in program: Program
  ) -> OpenTask? {
    guard let given, let term = order.within, due != nil else { return nil }
    let start = Deadline.Start(of: term, at: given, on: given.date(in: program.offset))
    guard let before = old.deadline(from: start, term: term, offset: program.offset),
      before.instant == due,
      let after = new.deadline(from: start, term: term, offset: program.offset),
      after.instant != due
    else { return nil }
    var task = self
    task.due = after.instant
    task.lastDay = after.lastDay
    return task
  }
}
