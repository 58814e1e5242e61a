import SourceText

/// The entries of one mapping while it is read.
struct MappingReader {
  let isFlow: Bool
  var entries: [YAMLEntry] = []
  /// The keys of a flow mapping that no value follows, each with the number of entries before it.
  var keyless: [(key: ScalarText, after: Int)] = []
  var isFaulty = false
  /// Where a key stands among the entries; filled once there are many.
  private var places = NameTable<Int>()
  /// The same of keys that other characters can write as well, which are one key.
  private var variants: [String: Int] = [:]

  init(isFlow: Bool) {
    self.isFlow = isFlow
  }

  /// Marks the value that a comma cut off.
  mutating func markFaulty(before index: Int) {
    guard entries.indices.contains(index - 1) else { return }
    let entry = entries[index - 1]
    entries[index - 1] = YAMLEntry(key: entry.key, value: entry.value.markedFaulty)
  }

  /// Adds an entry; gives the first of the same key if there is one, which then stays.
  mutating func add(_ entry: YAMLEntry) -> YAMLEntry? {
    let key = entry.key.text
    let isWrittenOneWay = key.isWrittenOneWay
    if let first = isWrittenOneWay ? place(of: key) : variants[key] { return entries[first] }
    entries.append(entry)
    if !isWrittenOneWay { variants[key] = entries.count - 1 }
    if entries.count == Self.few {
      for (index, entry) in entries.enumerated() { places[entry.key.text] = index }
    } else if entries.count > Self.few {
      places[key] = entries.count - 1
    }
    return nil
  }

  /// So many keys are looked through faster than looked up.
  private static var few: Int { 8 }

  private func place(of key: String) -> Int? {
    entries.count < Self.few
      ? entries.firstIndex { $0.key.text.hasBytes(of: key) } : places[key]
  }
}

extension String {
  /// Whether no other characters are canonically the same, as is sure where all are of ASCII or
  /// between U+4000 and U+9FFF, where Chinese is.
  fileprivate var isWrittenOneWay: Bool {
    let bytes = utf8Span
    if bytes.isKnownASCII { return true }
    let span = bytes.span
    for place in span.indices where span[place] >= 0xC0 && !(0xE4...0xE9).contains(span[place]) {
      return false
    }
    return true
  }
}

extension YAMLTreeBuilder {
  /// Takes in one pair, refusing keys that cannot be names.
  mutating func add(_ key: YAMLNode, _ value: YAMLNode, to reader: inout MappingReader) {
    guard let name = key.scalar, !name.isAbsent else {
      if !key.isFaulty { report(.keyIsNoText(key, value)) }
      reader.isFaulty = true
      return
    }
    if name.text == "<<", name.style == .plain {
      report(.mergeKey(at: name.span))
      reader.isFaulty = true
      return
    }
    if reader.isFlow, value.isAbsent, !value.isFaulty {
      reader.keyless.append((name, reader.entries.count))
      return
    }
    if let first = reader.add(YAMLEntry(key: name, value: value)) {
      report(.duplicateKey(name, first: first.key))
      reader.isFaulty = true
    }
  }

  /// Looks at the whole mapping; says whether it has a fault of its own.
  mutating func finish(_ reader: inout MappingReader) -> Bool {
    guard let first = reader.keyless.first else { return reader.isFaulty }
    for keyless in reader.keyless { reader.markFaulty(before: keyless.after) }
    reportKeyless(first.key, after: reader.entries.prefix(first.after).last, reader.keyless)
    return true
  }
}
