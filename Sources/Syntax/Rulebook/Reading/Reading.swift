import SourceText

/// A node to be read and what is known of its position.
struct Slot {
  let node: YAMLNode
  /// The key that it, or the list that it is an item of, stands under; nil for a whole file.
  let key: ScalarText?
  /// Where to show that something is missing.
  let place: Span

  /// A whole file.
  init(root: YAMLNode) {
    node = root
    key = nil
    place = root.mapping?.first?.key.span ?? root.span.head
  }

  /// The value of an entry.
  init(_ entry: YAMLEntry) {
    node = entry.value
    key = entry.key
    place = entry.key.span
  }

  private init(node: YAMLNode, key: ScalarText?) {
    self.node = node
    self.key = key
    place = node.mapping?.first?.key.span ?? node.span
  }

  /// An item of a list that stands in this position.
  func item(_ node: YAMLNode) -> Slot {
    Slot(node: node, key: key)
  }

  /// What to call the position in a message.
  var title: Bilingual {
    key.map { Bilingual("`\($0.text)`") } ?? Bilingual(en: "the file", zh: "文件")
  }
}

extension Span {
  /// The place where it starts.
  var head: Span { Span(source, Int(start), Int(start)) }
}

/// How to read one kind of position: what may stand there as data, and the reading itself, which
/// reports what is wrong and gives the best it can, or nil.
struct Reading<Value>: Sendable {
  let shape: Shape
  let read: @Sendable (Slot, inout Diagnostics) -> Value?

  init(_ shape: Shape, read: @escaping @Sendable (Slot, inout Diagnostics) -> Value?) {
    self.shape = shape
    self.read = read
  }

  /// The same position, its value turned into another.
  func map<Other>(_ turn: @escaping @Sendable (Value) -> Other) -> Reading<Other> {
    let read = self.read
    return Reading<Other>(shape) { slot, diagnostics in
      read(slot, &diagnostics).map(turn)
    }
  }
}

extension Shape {
  /// Whether a text here is read as the language's own, so that half of one makes no sense.
  fileprivate var isRead: Bool {
    switch self {
    case .expression, .test: true
    default: false
    }
  }
}

extension ScalarText {
  /// `~`, as YAML writes nothing.
  fileprivate var isYAMLNull: Bool { style == .plain && text == "~" }
}

extension Slot {
  /// Reports that the node is not of the kind that is needed, unless a fault of it is known.
  func refuse(_ shape: Shape, into diagnostics: inout Diagnostics) {
    guard !node.isFaulty else { return }
    if key == nil, node.isAbsent {
      diagnostics.report(.emptyFile(self, needs: shape))
    } else if node.isAbsent {
      diagnostics.report(.emptyValue(self, needs: shape))
    } else {
      diagnostics.report(.wrongKind(self, needs: shape))
    }
  }

  /// Reports that nothing stands in brackets that must hold something, unless a fault is known.
  func refuseEmpty(_ shape: Shape, into diagnostics: inout Diagnostics) {
    if !node.isFaulty { diagnostics.report(.emptyValue(self, needs: shape)) }
  }

  /// The scalar that must stand here; an empty one is reported unless it may be.
  func scalar(
    _ shape: Shape, mayBeEmpty: Bool = false, into diagnostics: inout Diagnostics
  ) -> ScalarText? {
    guard let scalar = node.scalar, !scalar.isAbsent else {
      refuse(shape, into: &diagnostics)
      return nil
    }
    if !mayBeEmpty, scalar.text.isBlank || shape.isRead && scalar.isYAMLNull {
      if !node.isFaulty { diagnostics.report(.emptyValue(self, needs: shape)) }
      return nil
    }
    // A scalar with a fault of its own is half of what was meant: what it lacks is no news.
    return shape.isRead && node.isFaulty ? nil : scalar
  }
}

extension String {
  /// Whether it is empty or white space alone. What begins with a visible character of ASCII or a
  /// Chinese one, as nearly all does, is told by its first byte.
  fileprivate var isBlank: Bool {
    guard let first = utf8.first else { return true }
    return switch first {
    case 0x21...0x7E, 0xE4...0xE9: false
    default: unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
  }
}
