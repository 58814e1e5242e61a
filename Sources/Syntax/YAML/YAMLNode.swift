package import SourceText

/// One value of a YAML file, with the place it was written at.
///
/// A node says how the file is built, not what it means: a scalar is its text, whatever YAML would
/// take it for. An alias is replaced by the node that it names, which keeps its own place.
package struct YAMLNode: Hashable, Sendable {
  /// What stands there.
  package enum Content: Hashable, Sendable {
    case scalar(ScalarText)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// The exact bytes of the node: quotes, brackets and block header included; anchor, comment and
  /// trailing line breaks not.
  package let span: Span
  package let content: Content
  /// Whether a collection was written in `[]` or `{}`; false for scalars.
  package let isFlow: Bool
  /// Whether a fault of this very node was reported already, so that a later stage which cannot use
  /// the node need not complain once more.
  package let isFaulty: Bool

  package init(span: Span, content: Content, isFlow: Bool = false, isFaulty: Bool = false) {
    self.span = span
    self.content = content
    self.isFlow = isFlow
    self.isFaulty = isFaulty
  }
}

/// One `key: value` of a mapping, in the order of the file.
package struct YAMLEntry: Hashable, Sendable {
  package let key: ScalarText
  package let value: YAMLNode

  package init(key: ScalarText, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// From the key to the end of the value, both included.
  package var span: Span {
    let end = max(key.span.end, value.span.end)
    return value.span.source == key.span.source && value.span.start >= key.span.start
      ? Span(key.span.source, Int(key.span.start), Int(end)) : key.span
  }
}
