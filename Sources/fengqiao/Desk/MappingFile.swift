internal import Desk
internal import SourceText
internal import Syntax

/// Reads the mapping that `fengqiao case migrate` goes by (docs/desk.md, another version). A fault
/// in it ends the verb: nothing is guessed.
struct MappingFile {
  private var sources = SourceMap()
  private var plan = MigrationPlan()

  static func read(_ path: String) throws(ToolFault) -> MigrationPlan {
    var reader = MappingFile()
    try reader.read(path)
    return reader.plan
  }

  private mutating func read(_ path: String) throws(ToolFault) {
    let file: SourceFile
    do throws(SourceReadingError) {
      file = SourceFile(name: path, bytes: try DiskReader().read(path))
    } catch { throw ToolFault(error) }
    var findings = Diagnostics()
    let root = parseYAML(file, id: sources.add(file), into: &findings)
    if let first = findings.sorted.first(where: { $0.severity == .error }) {
      throw fault(first.primary.span, first.message)
    }
    guard let root, let entries = root.mapping else {
      throw ToolFault(
        en: "the mapping `\(path.onOneSafeLine)` is no mapping",
        zh: "对应关系文件 `\(path.onOneSafeLine)` 不是映射")
    }
    for entry in entries { try read(entry) }
  }

  private mutating func read(_ entry: YAMLEntry) throws(ToolFault) {
    let key = entry.key.text
    switch key {
    case "states":
      for state in try mapping(entry.value) { plan.states[state.key.text] = try names(state.value) }
    case "words":
      for type in try mapping(entry.value) {
        for word in try mapping(type.value) {
          plan.words[type.key.text, default: [:]][word.key.text] = try text(word.value)
        }
      }
    case "open":
      for matter in try mapping(entry.value) { try readAnswers(matter) }
    default:
      guard let section = MigrationPlan.Section(rawValue: key) else {
        throw unknown(entry.key, Self.keys)
      }
      for thing in try mapping(entry.value) {
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
      throw unknown(entry.key, MigrationPlan.Matter.allCases.map(\.rawValue))
    }
    var answers = MigrationPlan.Answers()
    if entry.value.mapping == nil {
      answers.others = try answer(entry.value)
    } else {
      for thing in try mapping(entry.value) {
        answers.named[thing.key.text] = try answer(thing.value)
      }
    }
    plan.answers[matter] = answers
  }

  // MARK: Parts

  private func fault(_ span: Span, _ message: Bilingual) -> ToolFault {
    let place = sources.place(span).onOneSafeLine
    return ToolFault(en: "\(place): \(message.en)", zh: "\(place)：\(message.zh)")
  }

  private func unknown(_ key: ScalarText, _ names: [String]) -> ToolFault {
    let name = key.text.onOneSafeLine
    let near = Suggestion.nearest(to: key.text, among: names)
    return fault(
      key.span,
      Bilingual(
        en: "nothing here is called `\(name)`" + (near.map { "; write `\($0)`" } ?? ""),
        zh: "这里没有 `\(name)`" + (near.map { "；请写 `\($0)`" } ?? "")))
  }

  private func mapping(_ node: YAMLNode) throws(ToolFault) -> [YAMLEntry] {
    if node.isAbsent { return [] }
    guard let entries = node.mapping else {
      throw fault(node.span, Bilingual(en: "a mapping belongs here", zh: "这里应是映射"))
    }
    return entries
  }

  private func text(_ node: YAMLNode) throws(ToolFault) -> String {
    guard let text = node.scalar?.text, !text.isEmpty else {
      throw fault(
        node.span, Bilingual(en: "the new name, or `drop`, belongs here", zh: "这里应写新名，或者 `drop`"))
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
      throw fault(
        node.span,
        Bilingual(
          en: "`keep`, `restart` or `drop` belongs here", zh: "这里应写 `keep`、`restart` 或者 `drop`"))
    }
    return answer
  }
}
