internal import Desk
internal import SourceText
internal import Syntax

/// Reads the mapping that `fengqiao case migrate` goes by (docs/desk.md, another version). A fault
/// in it ends the verb: nothing is guessed.
struct MappingFile {
  private let file: SmallFile
  private var plan = MigrationPlan()

  static func read(_ path: String) throws(ToolFault) -> MigrationPlan {
    let noun = Bilingual(en: "mapping", zh: "对应关系")
    var reader = MappingFile(file: try SmallFile(path, as: noun))
    for entry in reader.file.entries { try reader.read(entry) }
    return reader.plan
  }

  private mutating func read(_ entry: YAMLEntry) throws(ToolFault) {
    let key = entry.key.text
    switch key {
    case "states":
      for state in try file.mapping(entry.value) {
        plan.states[state.key.text] = try names(state.value)
      }
    case "words":
      for type in try file.mapping(entry.value) {
        for word in try file.mapping(type.value) {
          plan.words[type.key.text, default: [:]][word.key.text] = try text(word.value)
        }
      }
    case "open":
      for matter in try file.mapping(entry.value) { try readAnswers(matter) }
    default:
      guard let section = MigrationPlan.Section(rawValue: key) else {
        throw file.unknown(entry.key, among: Self.keys)
      }
      for thing in try file.mapping(entry.value) {
        let name = try text(thing.value)
        plan.names[section, default: [:]][thing.key.text] = .some(
          name == MigrationPlan.dropped ? nil : name)
      }
    }
  }

  static let keys =
    ["states", "words", "open"] + MigrationPlan.Section.allCases.map(\.rawValue)

  private mutating func readAnswers(_ entry: YAMLEntry) throws(ToolFault) {
    guard let matter = MigrationPlan.Matter(rawValue: entry.key.text) else {
      throw file.unknown(entry.key, among: MigrationPlan.Matter.allCases.map(\.rawValue))
    }
    var answers = MigrationPlan.Answers()
    if entry.value.mapping == nil {
      answers.others = try answer(entry.value)
    } else {
      for thing in try file.mapping(entry.value) {
        answers.named[thing.key.text] = try answer(thing.value)
      }
    }
    plan.answers[matter] = answers
  }

  // MARK: Parts

  private func text(_ node: YAMLNode) throws(ToolFault) -> String {
    guard let text = node.scalar?.text, !text.isEmpty else {
      throw file.fault(
        node.span, en: "the new name, or `drop`, belongs here", zh: "这里应写新名，或者 `drop`")
    }
    return text
  }

  /// One name, several, or none for `drop`.
  private func names(_ node: YAMLNode) throws(ToolFault) -> [String] {
    if let items = node.sequence {
      var names: [String] = []
      for item in items { names.append(try text(item)) }
      return names
    }
    let name = try text(node)
    return name == MigrationPlan.dropped ? [] : [name]
  }

  private func answer(_ node: YAMLNode) throws(ToolFault) -> MigrationPlan.Answer {
    guard let answer = node.scalar.flatMap({ MigrationPlan.Answer(rawValue: $0.text) }) else {
      throw file.fault(
        node.span, en: "`keep`, `restart` or `drop` belongs here",
        zh: "这里应写 `keep`、`restart` 或者 `drop`")
    }
    return answer
  }
}
