package import Model
internal import SourceText

/// What is due in a case, under the names people know it by, earliest first.
package struct DueList: Sendable {
  /// One thing that falls due, and when.
  package struct Item: Hashable, Sendable {
    /// The state of an `after`, a send's id, a period or a task.
    package var name: String
    package var due: DateTime
    /// For terms in days: the last day.
    package var lastDay: CalendarDate?
    package var isProvisional: Bool

    /// The day that counts: the last day, or the moment's date.
    package func day(in program: Program) -> CalendarDate {
      lastDay ?? due.date(in: program.offset)
    }

    /// The last day, or the moment.
    package func text(in program: Program) -> String {
      lastDay?.description ?? due.text(in: program.offset)
    }
  }

  package private(set) var items: [Item] = []

  package init(program: Program, state: CaseState) {
    for timer in state.timers.sorted(by: { ($0.due, $0.serial) < ($1.due, $1.serial) }) {
      items.append(
        Item(
          name: timer.name(in: program), due: timer.due, lastDay: timer.lastDay,
          isProvisional: timer.isProvisional))
    }
    let running = Set(state.timers.map(\.owner))
    // An open task is told with its day even when that is past, or when nothing comes of it.
    for task in state.tasks where !running.contains(.task(task.order.id)) {
      guard let due = task.due else { continue }
      items.append(
        Item(name: task.order.id, due: due, lastDay: task.lastDay, isProvisional: false))
    }
    items.sort { ($0.due, $0.name) < ($1.due, $1.name) }
  }
}

extension PendingTimer {
  /// The state of an `after`, the id of a send, the period or the task.
  package func name(in program: Program) -> String {
    switch owner {
    case .delayed(let id):
      guard let chart = program.chart else { return "" }
      return chart.states[chart.delayed[id].state].path
    case .send(let id): return id ?? program.events[queued.event].name
    case .period(let id): return program.periods[id].name
    case .task(let id): return id
    }
  }
}
