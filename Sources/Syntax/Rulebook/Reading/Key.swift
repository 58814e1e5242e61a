import SourceText

/// One key of a form: what it is, as data, and where its value goes.
struct Key<Tree>: Sendable {
  let spec: KeySpec
  let read: @Sendable (Slot, inout Tree, inout Diagnostics) -> Void

  /// A key whose value goes where `put` says: a closure rather than a key path, because making a
  /// key path costs more at the tool's start than reading the key does.
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
  func within<Outer>(
    _ open: @escaping @Sendable (inout Outer, (inout Tree) -> Void) -> Void
  ) -> Key<Outer> {
    let read = self.read
    return Key<Outer>(spec: spec) { slot, outer, diagnostics in
      open(&outer) { read(slot, &$0, &diagnostics) }
    }
  }
}
