internal import Engine
internal import Model
internal import SourceText

// What runs: each is answered for by people, never guessed.
extension StatePassage {
  mutating func carryPeriods() {
    for id in pair.old.periods.ids {
      let (period, state) = (pair.old.periods[id], before.periods[id.index])
      let isRunning = state.start != nil && !state.hasExpired
      let counterpart = pair.period(id)
      if case .found(let place) = counterpart { after.periods[place.index] = state }
      guard isRunning else { continue }
      var answer = pair.plan.answer(.periods, period.name)
      if case .dropped = counterpart { answer = .drop }
      let timer = before.timers.first { $0.owner == .period(id) }
      note(.periods, period.name, period.title, answer, timer?.lastDay)
      switch (answer, counterpart) {
      case (.keep, .found), (.drop, .missing), (.drop, .dropped), (nil, _): break
      case (.keep, _), (.restart, .missing), (.restart, .dropped):
        obstacles.append(missing(.period, period.name, "period", "法定期限", "periods"))
      case (.restart, .found):
        obstacles.append(
          Obstacle(
            .period, period.name,
            "`\(period.name)` runs from the dates of the case and cannot begin again",
            "`\(period.name)` 从案件的日期起算，不能重新起算"
          ).helped("answer `keep`", "请答 `keep`"))
      case (.drop, .found):
        obstacles.append(
          Obstacle(
            .period, period.name, "`\(period.name)` runs by the new rulebook too",
            "按新规则书 `\(period.name)` 也在走"
          ).helped(
            "answer `keep`, or write `periods: {\(period.name): drop}` where it is another one",
            "请答 `keep`；如果不是同一个期限，请写 `periods: {\(period.name): drop}`"))
      }
    }
  }

  mutating func carryTasks() {
    for task in before.tasks {
      let order = task.order
      let answer = pair.plan.answer(.tasks, order.id)
      note(.tasks, order.id, order.title, answer, task.lastDay)
      switch answer {
      case nil, .drop: continue
      case .restart: give(order.id)
      case .keep: keep(task)
      }
    }
  }

  private mutating func give(_ id: String) {
    let action = pair.new.actions.first { action in
      if case .task(let order) = action.kind { order.id == id } else { false }
    }
    if let action { return giving.append(action) }
    obstacles.append(
      Obstacle(
        .task, id, "the new rulebook gives no task `\(id)` that could begin again",
        "新规则书不派任务 `\(id)`，不能重新起算"
      ).helped("answer `keep` or `drop`", "请答 `keep` 或者 `drop`"))
  }

  private mutating func keep(_ task: OpenTask) {
    var kept = task
    let name = task.order.id
    if let event = task.order.doneBy {
      guard case .found(let place) = pair.event(event) else {
        obstacles.append(
          missing(.task, pair.old.events[event].name, "event", "事件", "events"))
        return
      }
      kept.order.doneBy = place
    }
    let timer = before.timers.first { $0.owner == .task(name) }
    kept.order.overdue = nil
    if let event = task.order.overdue {
      if case .found(let place) = pair.event(event) {
        kept.order.overdue = place
      } else if timer != nil {
        obstacles.append(missing(.task, pair.old.events[event].name, "event", "事件", "events"))
      }
    }
    after.tasks.append(kept)
    guard var timer, let overdue = kept.order.overdue else { return }
    timer.queued = QueuedEvent(event: overdue, payload: [])
    after.timers.append(timer)
  }

  mutating func carryTimers() {
    for timer in before.timers {
      let name = timer.name(in: pair.old)
      switch timer.owner {
      // Tasks brought theirs with them.
      case .task: continue
      case .period(let id): carry(timer, of: id)
      case .delayed(let id):
        let answer = pair.plan.answer(.timers, name)
        note(.timers, name, stateTitle(name), answer, timer.lastDay)
        if let answer { carry(timer, name, id, answer) }
      case .send:
        let answer = pair.plan.answer(.timers, name)
        note(.timers, name, Bilingual(name), answer, timer.lastDay)
        if let answer, answer != .drop { carry(timer, name, answer) }
      }
    }
    after.timers.sort { $0.serial < $1.serial }
  }

  private mutating func carry(_ timer: PendingTimer, of id: ID<Period>) {
    let answer = pair.plan.answer(.periods, pair.old.periods[id].name)
    guard answer == .keep, case .found(let place) = pair.period(id) else { return }
    var timer = timer
    timer.owner = .period(place)
    timer.queued = QueuedEvent(event: pair.new.periods[place].expiry, payload: [])
    after.timers.append(timer)
  }

  private mutating func carry(
    _ timer: PendingTimer, _ name: String, _ id: ID<DelayedTransition>,
    _ answer: MigrationPlan.Answer
  ) {
    if answer == .drop { return }
    guard let place = pair.delayed(id), let chart = pair.new.chart,
      after.configuration.contains(chart.delayed[place].state)
    else {
      if obstacles.contains(where: { $0.kind == .state }) { return }
      obstacles.append(
        Obstacle(
          .timer, name, "the case will stand where no such deadline as that of `\(name)` is",
          "案件将处的状态没有 `\(name)` 那样的期限"
        ).helped("answer `drop`", "请答 `drop`"))
      return
    }
    if answer == .restart {
      starting.insert(place)
      return
    }
    var timer = timer
    timer.owner = .delayed(place)
    timer.queued = QueuedEvent(event: chart.delayed[place].event, payload: [])
    after.timers.append(timer)
  }

  private mutating func carry(
    _ timer: PendingTimer, _ name: String, _ answer: MigrationPlan.Answer
  ) {
    guard let queued = event(timer.queued, .timer, name) else { return }
    var timer = timer
    timer.queued = queued
    if answer == .restart {
      let counting = moment.flatMap { moment in
        timer.counting.map { counting in
          let day = moment.date(in: pair.new.offset)
          return Counting(
            start: Deadline.Start(of: counting.term, at: moment, on: day), term: counting.term)
        }
      }
      guard let counting,
        let end = calendar.deadline(
          from: counting.start, term: counting.term, offset: pair.new.offset)
      else {
        obstacles.append(
          Obstacle(
            .timer, name, "`\(name)` is no counted term and cannot begin again",
            "`\(name)` 不是按期限计算的，不能重新起算"
          ).helped("answer `keep` or `drop`", "请答 `keep` 或者 `drop`"))
        return
      }
      timer.due = end.instant
      timer.lastDay = end.lastDay
      timer.isProvisional = end.isProvisional
      timer.counting = counting
    }
    after.timers.append(timer)
  }

  /// What the new version waits for where the case will stand, and the old one did not.
  mutating func beginNewDeadlines() {
    guard let chart = pair.old.chart, let newChart = pair.new.chart else { return }
    let known = Set(
      before.configuration.flatMap { chart.states[$0].delayed }.compactMap(pair.delayed))
    for id in after.configuration {
      for delayed in newChart.states[id].delayed where !known.contains(delayed) {
        starting.insert(delayed)
      }
    }
  }

  // MARK: Answers

  private mutating func note(
    _ kind: MigrationPlan.Matter, _ name: String, _ title: Bilingual,
    _ answer: MigrationPlan.Answer?, _ day: CalendarDate?
  ) {
    matters.append(
      CasePassage.Matter(kind: kind, name: name, title: title, answer: answer, day: day))
    guard answer == nil else { return }
    var obstacle = Obstacle(
      .unanswered, name, "nobody said what becomes of `\(name)`, which runs",
      "没有说明正在走的 `\(name)` 怎么办"
    ).helped(
      "write `open: {\(kind.rawValue): {\(name): keep}}` in the mapping, or `restart` or `drop`",
      "请在对应关系文件里写 `open: {\(kind.rawValue): {\(name): keep}}`，或者 `restart`、`drop`")
    obstacle.matter = kind
    obstacles.append(obstacle)
  }

  private func stateTitle(_ path: String) -> Bilingual {
    pair.old.chart?.states.elements.first { $0.path == path }?.title ?? Bilingual(path)
  }
}
