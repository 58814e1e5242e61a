package import Engine
package import Model
internal import SourceText

/// What many cases ask of those who handle them: how many stand where and how long, what runs over
/// its time, who acts, and how long the queues grow.
package struct PlanningLoad: Sendable {
  /// A level; or, in a rulebook without levels, a state at the top.
  package struct Place: Sendable {
    package let name: String
    /// How often a case came there.
    package internal(set) var arrivals = 0
    /// Stays in which a term ran out.
    package internal(set) var overdue = 0
    /// Length of all stays that ended, in milliseconds, and how many did.
    package internal(set) var stayed: Int64 = 0
    package internal(set) var left = 0
    /// Arrivals by day.
    var days: [CalendarDate: Int] = [:]

    /// Days of a stay that ended, times ten.
    package var meanStay: Int { left == 0 ? 0 : Int(stayed * 10 / Int64(left) / 86_400_000) }
  }

  /// How a queue fares where no more than so many cases a workday are taken up.
  package struct Queue: Hashable, Sendable {
    /// Cases a workday.
    package var capacity: Int
    /// At the end of a day, at most.
    package var longest = 0
    /// At the end of the last day on which cases came.
    package var atEnd = 0
    /// Workdays that a case waits in the mean, times ten.
    package var meanWait = 0
  }

  private let program: Program
  private let calendar: WorkCalendar
  /// By state: its place, or -1.
  private let placeOfState: [Int]
  package private(set) var places: [Place] = []
  /// By role: entries that it made.
  package private(set) var acts: [Int]
  /// Entries that said of nobody.
  package private(set) var otherActs = 0
  package private(set) var caseCount = 0
  /// Cases that came to their end.
  package private(set) var finishedCount = 0
  /// Cases in which some term ran out.
  package private(set) var overdueCount = 0

  package init(_ interpreter: Interpreter) {
    program = interpreter.program
    calendar = interpreter.calendar
    let names = Self.placeNames(of: program)
    placeOfState = Self.placeByState(in: program).map { name in
      name.flatMap { names.firstIndex(of: $0) } ?? -1
    }
    places = names.map { Place(name: $0) }
    acts = Array(repeating: 0, count: program.roles.count)
  }

  /// The places of a program, in the order of its chart.
  package static func placeNames(of program: Program) -> [String] {
    var names: [String] = []
    for case let name? in placeByState(in: program) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private static func placeByState(in program: Program) -> [String?] {
    let states = program.chart?.states.elements ?? []
    let levels = states.map { state -> String? in
      if case .level(let name) = state.part { name } else { nil }
    }
    if levels.contains(where: { $0 != nil }) { return levels }
    return states.map { $0.parent?.index == 0 && $0.kind != .final ? $0.path : nil }
  }

  mutating func add(_ file: CaseFile, _ steps: [StepResult]) {
    caseCount += 1
    if steps.last?.state.isFinished == true { finishedCount += 1 }
    var clock = file.opened ?? .min
    var entered: [Int: DateTime] = [:]
    var late: Set<Int> = []
    var isLate = false
    for (number, step) in steps.enumerated() {
      let entry = number > 0 ? file.journal[number - 1] : nil
      if let entry, entry.event != nil { count(entry.by) }
      for item in step.trace.items {
        switch item {
        case .timerFired(_, let at):
          clock = at
          isLate = true
          for place in entered.keys { late.insert(place) }
        // What a timer did comes before the entry's own moment.
        case .factStated, .eventTaken(_, isExternal: true): clock = entry?.at ?? clock
        case .stateEntered(let id): enter(placeOfState[id.index], clock, &entered, &late)
        case .stateExited(let id): leave(placeOfState[id.index], clock, &entered, late)
        default: break
        }
      }
      clock = step.state.clock ?? clock
    }
    if isLate { overdueCount += 1 }
    for place in entered.keys where late.contains(place) { places[place].overdue += 1 }
  }

  private mutating func count(_ role: ID<Role>?) {
    if let role { acts[role.index] += 1 } else { otherActs += 1 }
  }

  private mutating func enter(
    _ place: Int, _ clock: DateTime, _ entered: inout [Int: DateTime], _ late: inout Set<Int>
  ) {
    guard place >= 0, entered[place] == nil else { return }
    entered[place] = clock
    late.remove(place)
    places[place].arrivals += 1
    places[place].days[clock.date(in: program.offset), default: 0] += 1
  }

  private mutating func leave(
    _ place: Int, _ clock: DateTime, _ entered: inout [Int: DateTime], _ late: Set<Int>
  ) {
    guard place >= 0, let start = entered.removeValue(forKey: place) else { return }
    places[place].left += 1
    places[place].stayed += clock.milliseconds - start.milliseconds
    if late.contains(place) { places[place].overdue += 1 }
  }

  /// - Parameter capacity: how many cases a workday are taken up there.
  package func queue(at place: Int, capacity: Int) -> Queue {
    var queue = Queue(capacity: capacity)
    let days = places[place].days
    guard let first = days.keys.min(), let last = days.keys.max() else { return queue }
    var (waiting, sum) = (0, 0)
    var day = first
    while day <= last {
      waiting += days[day] ?? 0
      if calendar.isWorkday(day) {
        waiting -= min(waiting, capacity)
        sum += waiting
      }
      queue.longest = max(queue.longest, waiting)
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    queue.atEnd = waiting
    queue.meanWait = places[place].arrivals == 0 ? 0 : sum * 10 / places[place].arrivals
    return queue
  }
}
