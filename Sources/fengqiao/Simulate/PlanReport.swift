internal import Batch
internal import Model
internal import SourceText

/// What made-up cases ask of those who handle them.
struct PlanReport {
  let load: PlanningLoad
  let profile: SimulationProfile
  let seed: Int
  let wording: Wording
  let console: Console

  /// Says what every reader has to know first.
  var headline: String {
    let count = load.caseCount.grouped
    let rates = profile.setting == .stress ? "压力" : "报告"
    return console.say(
      "\(count) synthetic cases, seed \(seed), \(profile.setting.rawValue) rates: made up from a "
        + "profile, no real people",
      "\(count) 件合成案件，种子 \(seed)，\(rates)口径：按概况编造，不是真人真事")
  }

  private func share(_ count: Int, of whole: Int) -> String {
    ImpactReport.percent(count, of: whole)
  }

  private func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

  var text: String {
    var lines = [
      headline,
      "  "
        + console.say("came to their end", "已结束")
        + "  \(share(load.finishedCount, of: load.caseCount))",
      "  "
        + console.say("some term ran out", "有期限届满")
        + "  \(share(load.overdueCount, of: load.caseCount))",
    ]
    for (index, place) in load.places.enumerated() where place.arrivals > 0 {
      lines += ["", place.name.onOneSafeLine]
      lines.append("  " + console.say("arrivals", "到达") + "  \(place.arrivals.grouped)")
      lines.append("  " + console.say("mean stay, days", "平均停留（天）") + "  \(tenths(place.meanStay))")
      lines.append(
        "  " + console.say("a term ran out there", "在此期限届满")
          + "  \(share(place.overdue, of: place.arrivals))")
      guard let capacity = profile.capacities[place.name] else { continue }
      let queue = load.queue(at: index, capacity: capacity)
      lines.append(
        "  "
          + console.say(
            "queue at \(capacity) a workday: longest \(queue.longest.grouped), at the end "
              + "\(queue.atEnd.grouped), mean wait \(tenths(queue.meanWait)) workdays",
            "每个工作日办 \(capacity) 件时排队：最长 \(queue.longest.grouped) 件，期末 "
              + "\(queue.atEnd.grouped) 件，平均等 \(tenths(queue.meanWait)) 个工作日"))
    }
    let roles = wording.program.roles.elements
    let acts = zip(roles, load.acts).filter { $1 > 0 }
    if !acts.isEmpty || load.otherActs > 0 {
      lines += ["", console.say("acts by seat", "各席位办理次数")]
    }
    for (role, count) in acts {
      lines.append("  \(count.grouped)  \(wording.titled(role.name, role.title))")
    }
    if load.otherActs > 0 {
      lines.append("  \(load.otherActs.grouped)  " + console.say("anyone", "任何人"))
    }
    return lines.joined(separator: "\n")
  }

  /// The shape is part of the tool's contract (docs/simulate.md).
  var json: JSONText {
    .object([
      .init("synthetic", .bool(true)), .init("cases", .integer(load.caseCount)),
      .init("seed", .integer(seed)), .init("rates", .string(profile.setting.rawValue)),
      .init("finished", .integer(load.finishedCount)),
      .init("overdue", .integer(load.overdueCount)),
      .init("places", .array(load.places.indices.map(place))),
      .init(
        "acts",
        .object(
          zip(wording.program.roles.elements, load.acts).map { .init($0.name, .integer($1)) }
            + [.init("", .integer(load.otherActs))])),
    ])
  }

  private func place(_ index: Int) -> JSONText {
    let place = load.places[index]
    var members: [JSONText.Member] = [
      .init("name", .string(place.name)), .init("arrivals", .integer(place.arrivals)),
      .init("meanStay", .number(tenths(place.meanStay))),
      .init("overdue", .integer(place.overdue)),
    ]
    if let capacity = profile.capacities[place.name] {
      let queue = load.queue(at: index, capacity: capacity)
      members += [
        .init("capacity", .integer(capacity)), .init("longestQueue", .integer(queue.longest)),
        .init("queueAtEnd", .integer(queue.atEnd)),
        .init("meanWait", .number(tenths(queue.meanWait))),
      ]
    }
    return .object(members)
  }
}
