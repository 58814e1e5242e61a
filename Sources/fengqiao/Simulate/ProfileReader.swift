internal import Batch
internal import Model
internal import SourceText
internal import Syntax

/// Reads a profile for `fengqiao simulate` (docs/simulate.md) against a rulebook. A fault in it
/// ends the verb: there is nothing to make up cases from.
struct ProfileReader {
  private let program: Program
  private let file: SmallFile

  static let keys = [
    "profile", "source", "from", "to", "checklist", "pause", "answers", "events", "capacity",
  ]

  static func read(
    _ path: String, for program: Program
  ) throws(ToolFault) -> SimulationProfile {
    let file = try SmallFile(path, as: Bilingual(en: "profile", zh: "概况"))
    return try ProfileReader(program: program, file: file).profile(path)
  }

  private func profile(_ path: String) throws(ToolFault) -> SimulationProfile {
    let root = file.root
    try known(file.entries, Self.keys)
    guard let from = root["from"], let to = root["to"] else {
      throw ToolFault(
        en: "the profile `\(path.onOneSafeLine)` lacks `from` or `to`",
        zh: "概况文件 `\(path.onOneSafeLine)` 缺 `from` 或 `to`")
    }
    var profile = SimulationProfile(first: try day(from), last: try day(to))
    if profile.last < profile.first {
      throw file.fault(to.span, en: "the end lies before the start", zh: "终止早于开始")
    }
    if let node = root["checklist"] { profile.checklist = try number(node, in: 0...100) }
    if let node = root["pause"] { profile.pause = try hours(node) }
    for entry in try file.mapping(root["answers"]) {
      profile.answers[try answered(entry.key)] = try answer(entry.value, to: entry.key.text)
    }
    let events = program.events.elements.filter { $0.origin == .external }.map(\.name)
    for entry in try file.mapping(root["events"]) {
      try known([entry], events)
      profile.events[entry.key.text] = try weight(entry.value)
    }
    let places = PlanningLoad.placeNames(of: program)
    for entry in try file.mapping(root["capacity"]) {
      try known([entry], places)
      profile.capacities[entry.key.text] = try number(entry.value, in: 1...1_000_000)
    }
    return profile
  }
}

// Parts of a profile.
extension ProfileReader {
  /// Refuses a key that means nothing.
  private func known(_ entries: [YAMLEntry], _ names: [String]) throws(ToolFault) {
    for entry in entries where !names.contains(entry.key.text) {
      throw file.unknown(entry.key, among: names)
    }
  }

  private func day(_ node: YAMLNode) throws(ToolFault) -> CalendarDate {
    guard let day = node.scalar.flatMap({ CalendarDate(literal: $0.text) }) else {
      throw file.fault(node.span, en: "this is no date", zh: "这不是日期")
    }
    return day
  }

  private func number(_ node: YAMLNode, in range: ClosedRange<Int>) throws(ToolFault) -> Int {
    guard let number = node.scalar.flatMap({ Int($0.text) }), range.contains(number) else {
      throw file.fault(
        node.span,
        en: "a whole number from \(range.lowerBound) to \(range.upperBound) belongs here",
        zh: "这里应是 \(range.lowerBound) 到 \(range.upperBound) 的整数")
    }
    return number
  }

  /// `[1, 72]`.
  private func hours(_ node: YAMLNode) throws(ToolFault) -> ClosedRange<Int> {
    guard let items = node.sequence, items.count == 2 else {
      throw file.fault(node.span, en: "two numbers of hours belong here", zh: "这里应是两个小时数")
    }
    let low = try number(items[0], in: 0...100_000)
    return low...(try number(items[1], in: low...100_000))
  }

  /// What can be answered: a fact, a field of the records that a fact holds, or what comes with an
  /// event.
  private var answerable: [(name: String, type: ValueType)] {
    program.facts.elements.flatMap { fact in
      [(name: fact.name, type: fact.type)]
        + fact.type.fieldsOfRecords.map { (name: "\(fact.name).\($0.name)", type: $0.type) }
    }
      + program.events.elements.flatMap { event in
        event.payload.map { (name: "\(event.name).\($0.name)", type: $0.type) }
      }
  }

  private func answered(_ key: ScalarText) throws(ToolFault) -> String {
    let names = answerable.map(\.name)
    if names.contains(key.text) { return key.text }
    let near = Suggestion.nearest(to: key.text, among: names)
    let name = key.text.onOneSafeLine
    throw file.fault(
      key.span,
      en: "no fact, no field of its records and no field of an event is called `\(name)`"
        + (near.map { "; write `\($0)`" } ?? ""),
      zh: "没有名为 `\(name)` 的事实、事实的字段或事件内容" + (near.map { "；请写 `\($0)`" } ?? ""))
  }

  private func answer(
    _ node: YAMLNode, to name: String
  ) throws(ToolFault) -> SimulationProfile.Answer {
    let entries = try file.mapping(node)
    if let from = node["from"], let to = node["to"], entries.count == 2 {
      let low = try number(from, in: 0...1_000_000_000)
      return .between(low, try number(to, in: low...1_000_000_000))
    }
    let words = words(of: name)
    var list: [SimulationProfile.Weighted] = []
    for entry in entries {
      if let words { try known([entry], words) }
      list.append(.init(entry.key.text, try weight(entry.value)))
    }
    guard !list.isEmpty else {
      throw file.fault(node.span, en: "no answer stands here", zh: "这里没有答案")
    }
    return .weights(list)
  }

  /// What may be answered, where the type says so.
  private func words(of name: String) -> [String]? {
    guard let type = answerable.first(where: { $0.name == name })?.type else { return nil }
    let null = type.isOptional ? ["null"] : []
    switch type.unwrapped {
    case .boolean: return ["true", "false"] + null
    case .enumeration(let id): return program.enumerations[id].words.map(\.name) + null
    default: return nil
    }
  }

  /// A number with up to five decimals, or one for each setting.
  private func weight(_ node: YAMLNode) throws(ToolFault) -> SimulationProfile.Weight {
    if node.mapping != nil, let reported = node["reported"], let stress = node["stress"] {
      return .init(reported: try parts(reported), stress: try parts(stress))
    }
    let weight = try parts(node)
    return .init(reported: weight, stress: weight)
  }

  private func parts(_ node: YAMLNode) throws(ToolFault) -> Int {
    let parts = (node.scalar?.text ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : "0"
    let digits = decimals + String(repeating: "0", count: max(0, 5 - decimals.count))
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), digits.count == 5,
      let rest = Int(digits), (0...1_000_000).contains(whole), rest >= 0
    else {
      throw file.fault(
        node.span,
        en:
          "a weight is a number with up to five decimals, or one each for `reported` and `stress`",
        zh: "权重是至多五位小数的数，或分别写 `reported` 和 `stress`")
    }
    return whole * SimulationProfile.Weight.one + rest
  }
}

extension ValueType {
  /// The fields of a record, or of the records in a list.
  fileprivate var fieldsOfRecords: [RecordType.Field] {
    switch unwrapped {
    case .list(let element): element.unwrapped.fieldsOfRecords
    case .record(let record): record.fields
    default: []
    }
  }
}
