import SourceText
import Syntax
import TestSupport
import Testing

/// A good rulebook with one node dropped, doubled, swapped or put in another's place ends in
/// findings or success, and a fault in one section leaves the others as they were.
@Suite struct MutationTests {
  @Test(arguments: ["library-fines.yaml", "ticket-triage.yaml"])
  func anyBrokenRulebookIsReadToItsEnd(name: String) throws {
    let text = try sample(name)
    var diagnostics = Diagnostics()
    let file = SourceFile(name: name, text: text)
    let root = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    var count = 0
    // Sections are read apart from each other, so each mutant is read in its section alone.
    for entry in root.mapping ?? [] {
      for mutant in mutants(of: entry.value) {
        count += 1
        let section = YAMLEntry(key: entry.key, value: mutant)
        check(root.with(.mapping([section])), size: text.utf8.count)
      }
    }
    for mutant in entryMutants(of: root.mapping ?? []) {
      check(YAMLNode(span: root.span, content: .mapping(mutant)), size: text.utf8.count)
    }
    #expect(count > 700)
  }

  @Test(arguments: ["library-fines.yaml", "ticket-triage.yaml"])
  func aBrokenSectionLeavesTheOthersAsTheyWere(name: String) throws {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: name, text: try sample(name))
    let root = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    let whole = sections(of: root)
    for (index, entry) in (root.mapping ?? []).enumerated() {
      for stranger in strangers {
        let broken = root.replacingValue(at: index, by: entry.value.with(stranger))
        expectNone(
          changes(from: whole, to: sections(of: broken), but: entry.key.text),
          of: "\(name), \(entry.key.text)")
      }
    }
  }

  /// What is said of a broken rulebook is in order: in the file, in both languages, with a mend.
  private func check(_ node: YAMLNode, size: Int) {
    var diagnostics = Diagnostics()
    _ = decodeRulebook(node, into: &diagnostics)
    for finding in diagnostics.all {
      #expect(Int(finding.primary.span.end) <= size)
      #expect(finding.help != nil, "\(finding.message.en)")
      #expect(!finding.message.en.hasSuffix(".") && !finding.message.zh.hasSuffix("。"))
      #expect(!finding.message.en.contains("\n") && finding.message.en != finding.message.zh)
    }
  }

  /// The sections as they are read.
  private func sections(of node: YAMLNode) -> [String: String] {
    var diagnostics = Diagnostics()
    let tree = decodeRulebook(node, into: &diagnostics)
    let fields = Mirror(reflecting: tree).children.compactMap { field in
      field.label.map { ($0, showTree(field.value)) }
    }
    return Dictionary(uniqueKeysWithValues: fields)
  }

  private func changes(
    from old: [String: String], to new: [String: String], but section: String
  ) -> [String] {
    let names = ["rulebook": "name", "utc_offset": "utcOffset"]
    let own = names[section] ?? section
    return old.keys.sorted().filter { $0 != own && $0 != "span" && old[$0] != new[$0] }
  }
}

/// The node in every broken form: each node within it replaced, dropped, doubled or swapped.
private func mutants(of node: YAMLNode) -> [YAMLNode] {
  let replaced = strangers.map { YAMLNode(span: node.span, content: $0) }
  switch node.content {
  case .scalar:
    return replaced
  case .sequence(let items):
    let inner = items.indices.flatMap { index in
      mutants(of: items[index]).map { items.with($0, at: index) }
    }
    return replaced
      + (itemMutants(of: items) + inner).map { node.with(.sequence($0)) }
      + items.map { node.with($0.content) }
  case .mapping(let entries):
    let inner = entries.indices.flatMap { index in
      mutants(of: entries[index].value).map {
        entries.with(YAMLEntry(key: entries[index].key, value: $0), at: index)
      }
    }
    return replaced
      + (entryMutants(of: entries) + inner).map { node.with(.mapping($0)) }
      + entries.map { node.with($0.value.content) }
  }
}

/// What may stand where it does not belong: nothing, a word, an expression, an empty list or
/// mapping, a list of lists.
private let strangers: [YAMLNode.Content] = [
  "a:", "a: b", "a: \"[1..\"", "a: []", "a: {}", "a: [[b]]",
]
.compactMap { text in
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "stranger", text: text)
  return parseYAML(file, id: SourceID(0), into: &diagnostics)?.mapping?.first?.value.content
}

private func itemMutants<Item>(of items: [Item]) -> [[Item]] {
  let dropped = items.indices.map { index in
    items.enumerated().filter { $0.offset != index }.map(\.element)
  }
  let doubled = items.indices.map { index in Array(items[...index]) + items[index...] }
  let swapped = items.indices.dropLast().map { index in
    var items = items
    items.swapAt(index, index + 1)
    return items
  }
  return dropped + doubled + swapped
}

/// Also with the keys of two neighbours swapped, which puts each value under another key.
private func entryMutants(of entries: [YAMLEntry]) -> [[YAMLEntry]] {
  let crossed = entries.indices.dropLast().map { index in
    var entries = entries
    let (one, other) = (entries[index], entries[index + 1])
    entries[index] = YAMLEntry(key: other.key, value: one.value)
    entries[index + 1] = YAMLEntry(key: one.key, value: other.value)
    return entries
  }
  return itemMutants(of: entries) + crossed
}

extension YAMLNode {
  fileprivate func with(_ content: Content) -> YAMLNode {
    YAMLNode(span: span, content: content, isFlow: isFlow)
  }

  fileprivate func replacingValue(at index: Int, by value: YAMLNode) -> YAMLNode {
    let entries = mapping ?? []
    return with(
      .mapping(entries.with(YAMLEntry(key: entries[index].key, value: value), at: index)))
  }
}

extension Array {
  fileprivate func with(_ element: Element, at index: Int) -> [Element] {
    var copy = self
    copy[index] = element
    return copy
  }
}
