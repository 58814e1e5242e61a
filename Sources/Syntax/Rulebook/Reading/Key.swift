import SourceText

/// Where a value goes in a tree; sendable, since forms are shared.
typealias SendablePath<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// One key of a form: what it is, as data, and where its value goes.
struct Key<Tree>: Sendable {
  let spec: KeySpec
  let read: @Sendable (Slot, inout Tree, inout Diagnostics) -> Void

  /// A key whose value the tree may lack.
  init<Value>(
    _ name: String, _ reading: Reading<Value>, _ path: SendablePath<Tree, Value?>,
    required: Bool = false, not mistakes: [String] = [], en: String, zh: String
  ) {
    self.init(name, reading, required: required, not: mistakes, en: en, zh: zh) {
      $0[keyPath: path] = $1
    }
  }

  /// A key whose value replaces the tree's default.
  init<Value>(
    _ name: String, _ reading: Reading<Value>, _ path: SendablePath<Tree, Value>,
    required: Bool = false, not mistakes: [String] = [], en: String, zh: String
  ) {
    self.init(name, reading, required: required, not: mistakes, en: en, zh: zh) {
      $0[keyPath: path] = $1
    }
  }

  /// A key whose value goes where a closure puts it.
  init<Value>(
    _ name: String, _ reading: Reading<Value>, required: Bool = false, not mistakes: [String] = [],
    en: String, zh: String, put: @escaping @Sendable (inout Tree, Value) -> Void
  ) {
    spec = KeySpec(
      name: name, shape: reading.shape, isRequired: required,
      summary: Bilingual(en: en, zh: zh), mistakenFor: mistakes)
    read = { slot, tree, diagnostics in
      if let value = reading.read(slot, &diagnostics) { put(&tree, value) }
    }
  }

  private init(
    spec: KeySpec, read: @escaping @Sendable (Slot, inout Tree, inout Diagnostics) -> Void
  ) {
    self.spec = spec
    self.read = read
  }

  /// The same key of a tree that holds this one as a part.
  func within<Outer>(_ path: SendablePath<Outer, Tree>) -> Key<Outer> {
    let read = self.read
    return Key<Outer>(spec: spec) { read($0, &$1[keyPath: path], &$2) }
  }
}
