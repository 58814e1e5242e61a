import SourceText

/// How to read one kind of mapping into a tree: its keys, each with where its value goes.
///
/// A decoder is a table of keys. From it come the reading, the finding of unknown, missing and
/// conflicting keys, the examples in messages, and (through `outline`) the JSON Schema.
struct Form<Tree>: Sendable {
  let outline: FormOutline
  private let keys: NameTable<Key<Tree>>
  private let short: Short?
  /// A tree in which nothing is said yet.
  let make: @Sendable (FormStart) -> Tree
  private let check: @Sendable (WrittenKeys, inout Tree, inout Diagnostics) -> Void
  private let stray: @Sendable (YAMLEntry) -> Bilingual?

  /// What may stand for the whole mapping, and where it goes.
  struct Short: Sendable {
    let shape: Shape
    let read: @Sendable (Slot, inout Tree, inout Diagnostics) -> Void

    init<Value>(
      _ reading: Reading<Value>, put: @escaping @Sendable (inout Tree, Value) -> Void
    ) {
      shape = reading.shape
      read = { slot, tree, diagnostics in
        if let value = reading.read(slot, &diagnostics) { put(&tree, value) }
      }
    }
  }

  /// A form; `check` looks at what no single key can tell, after all keys are read; `stray` may
  /// know where a key belongs that the form does not take.
  init(
    _ name: String, en: String, zh: String, example: String, short: Short? = nil,
    keys: [Key<Tree>], conflicts: [KeyConflict] = [],
    make: @escaping @Sendable (FormStart) -> Tree,
    check: @escaping @Sendable (WrittenKeys, inout Tree, inout Diagnostics) -> Void = { _, _, _ in
    },
    stray: @escaping @Sendable (YAMLEntry) -> Bilingual? = { _ in nil }
  ) {
    outline = FormOutline(
      name: name, noun: Bilingual(en: en, zh: zh), example: example, short: short?.shape,
      keys: keys.map(\.spec), conflicts: conflicts)
    var table = NameTable<Key<Tree>>()
    for key in keys {
      precondition(table[key.spec.name] == nil, "key \(key.spec.name) stands once in form \(name)")
      table[key.spec.name] = key
    }
    self.keys = table
    self.short = short
    self.make = make
    self.check = check
    self.stray = stray
  }

  /// The tree of a node; nil only if the node is of a kind that the form cannot be written in.
  func read(_ slot: Slot, _ start: FormStart, _ diagnostics: inout Diagnostics) -> Tree? {
    var tree = make(start)
    if let short, short.shape.fits(slot.node) {
      short.read(slot, &tree, &diagnostics)
      return tree
    }
    if slot.node.isAbsent, !outline.keys.contains(where: \.isRequired) { return tree }
    guard let entries = slot.node.mapping else {
      slot.refuse(expected, into: &diagnostics)
      return nil
    }
    var written = WrittenKeys(entries, slot: slot)
    let known = entries.map { keys[$0.key.text] }
    for (entry, key) in zip(entries, known) where key == nil {
      if let meant = outline.keyMeant(by: entry.key.text) { written.add(entry, takenFor: meant) }
    }
    for (entry, key) in zip(entries, known) {
      guard let key else {
        takeUnknown(entry, among: written, &tree, &diagnostics)
        continue
      }
      key.read(Slot(entry), &tree, &diagnostics)
    }
    report(on: written, into: &diagnostics)
    check(written, &tree, &diagnostics)
    return tree
  }

  /// Reports a key that the form does not take, and reads it as the one that was meant.
  private func takeUnknown(
    _ entry: YAMLEntry, among written: WrittenKeys, _ tree: inout Tree,
    _ diagnostics: inout Diagnostics
  ) {
    let meant = outline.keyMeant(by: entry.key.text)
    diagnostics.report(.unknownKey(entry, of: outline, meant: meant, belongs: stray(entry)))
    if let meant, written[meant]?.key == entry.key {
      keys[meant]?.read(Slot(entry), &tree, &diagnostics)
    }
  }

  private var expected: Shape {
    let form = Shape.form(FormReference { [outline] in outline })
    return outline.short.map { .either([$0, form]) } ?? form
  }

  private func report(on written: WrittenKeys, into diagnostics: inout Diagnostics) {
    for key in outline.keys where key.isRequired && written[key.name] == nil {
      if !written.slot.node.isFaulty {
        diagnostics.report(.missingKey(key, of: outline, in: written.slot))
      }
    }
    for conflict in outline.conflicts {
      guard let one = written[conflict.key] else { continue }
      for other in conflict.others {
        if let other = written[other] {
          diagnostics.report(.conflictingKeys(one, other, why: conflict.why))
        }
      }
    }
  }
}

/// What a form's tree is made with before its keys are read.
struct FormStart {
  /// The key the mapping stands under, checked where that is a declared name.
  let name: Located<String>
  let span: Span
}

/// The keys that an author wrote in one mapping; an unknown key counts as the one it was taken for,
/// if that is not there itself.
struct WrittenKeys {
  let slot: Slot
  private let entries: [YAMLEntry]
  /// Entries of unknown keys by the key that was meant.
  private var mistaken: [(meant: String, entry: YAMLEntry)] = []

  init(_ entries: [YAMLEntry], slot: Slot) {
    self.slot = slot
    self.entries = entries
  }

  /// Takes the entry of an unknown key for that of the key that was meant.
  mutating func add(_ entry: YAMLEntry, takenFor meant: String) {
    mistaken.append((meant, entry))
  }

  /// Few keys are written at once, so that looking through them is the fastest.
  subscript(key: String) -> YAMLEntry? {
    entries.first { $0.key.text.hasBytes(of: key) } ?? mistaken.first { $0.meant == key }?.entry
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The first of some keys that was written.
  func first(of keys: [String]) -> YAMLEntry? {
    keys.lazy.compactMap { self[$0] }.first
  }
}
