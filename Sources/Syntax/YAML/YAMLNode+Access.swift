package import SourceText

/// What the next stage asks of a node.
extension YAMLNode {
  package var scalar: ScalarText? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether nothing was written, as after the colon of `key:`.
  package var isAbsent: Bool { scalar?.isAbsent ?? false }

  /// The entry of a mapping under a key; nil for other nodes too.
  package func entry(named key: String) -> YAMLEntry? {
    mapping?.first { $0.key.text == key }
  }

  /// The value of a mapping under a key; nil for other nodes too.
  package subscript(key: String) -> YAMLNode? { entry(named: key)?.value }

  /// What the node is, for a message: `a list`.
  package var kind: Bilingual {
    switch content {
    case .scalar(let scalar) where scalar.isAbsent: Bilingual(en: "nothing", zh: "空")
    case .scalar: Bilingual(en: "a text", zh: "文字")
    case .sequence: Bilingual(en: "a list", zh: "列表")
    case .mapping: Bilingual(en: "a mapping", zh: "映射")
    }
  }
}
