internal import Model
internal import SourceText

/// Reads values from a tape by what they say of themselves (`Decodable`).
///
/// Foundation's reader makes a dictionary of every object and a list of every list first: three
/// quarters of what starting from an artefact cost. Three types of value are read without their
/// `Decodable`, for they are nearly half of a program: spans, wordings, and types of values, of
/// which those that are written alike are read once.
struct TapeDecoder: Decoder {
  private let reading: TapeMemory
  private let node: Int

  private var tape: JSONTape { reading.tape }

  fileprivate init(_ reading: TapeMemory, _ node: Int) {
    self.reading = reading
    self.node = node
  }

  /// Reads the one value of a text, which stands in that range of the bytes.
  static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from bytes: [UInt8], in range: Range<Int>
  ) throws -> Value {
    try TapeMemory(JSONTape(bytes, in: range)).value(0)
  }

  /// Where a fault is, its message says by the byte.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tape.kind(node) == .object else { throw TapeDecoder.fault("an object is wanted") }
    return KeyedDecodingContainer(TapeMembers<Key>(reading, node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.kind(node) == .list else { throw TapeDecoder.fault("a list is wanted") }
    return TapeItems(reading, node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  fileprivate static func fault(_ words: String) -> JSONTape.Fault {
    JSONTape.Fault(description: words)
  }
}

/// A tape that is being read, and the types of values that were found on it.
private final class TapeMemory {
  let tape: JSONTape
  private var types: [TapeText: ValueType] = [:]

  init(_ tape: JSONTape) {
    self.tape = tape
  }

  func value<Value: Decodable>(_ node: Int) throws -> Value {
    if Value.self == ValueType.self, let type = try type(node) as? Value { return type }
    if Value.self == Span.self, let span = try span(node) as? Value { return span }
    if Value.self == Bilingual.self, let words = try wording(node) as? Value { return words }
    return try Value(from: TapeDecoder(self, node))
  }

  private func type(_ node: Int) throws -> ValueType {
    let text = TapeText(bytes: tape.extent(node))
    if let known = types[text] { return known }
    let type = try ValueType(from: TapeDecoder(self, node))
    types[text] = type
    return type
  }

  private func span(_ node: Int) throws -> Span {
    let source = try member("source", of: node)
    let file: UInt32 = try tape.integer(try member("index", of: source))
    let start: UInt32 = try tape.integer(try member("start", of: node))
    let end: UInt32 = try tape.integer(try member("end", of: node))
    guard start <= end else { throw TapeDecoder.fault("a span runs backwards") }
    return Span(SourceID(Int(file)), Int(start), Int(end))
  }

  private func wording(_ node: Int) throws -> Bilingual {
    Bilingual(
      en: try tape.string(try member("en", of: node)),
      zh: try tape.string(try member("zh", of: node)))
  }

  private func member(_ name: String, of node: Int) throws(JSONTape.Fault) -> Int {
    guard tape.kind(node) == .object else { throw TapeDecoder.fault("an object is wanted") }
    guard let value = tape.member(name, of: node) else {
      throw TapeDecoder.fault("`\(name)` is missing")
    }
    return value
  }
}

/// The text of a value, for finding one that is written alike.
private struct TapeText: Hashable {
  let bytes: ArraySlice<UInt8>

  /// Sixteen bytes spread over all of it: to be alike is asked of all anyway.
  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    var spread: UInt64 = 0
    for place in stride(from: bytes.startIndex, to: bytes.endIndex, by: bytes.count / 16 + 1) {
      spread = (spread << 5 | spread >> 59) ^ UInt64(bytes[place])
    }
    hasher.combine(spread)
  }
}

extension JSONTape {
  fileprivate func flag(_ node: Int) throws(Fault) -> Bool {
    switch kind(node) {
    case .yes: return true
    case .no: return false
    default: throw Fault(description: "true or false is wanted")
    }
  }
}

extension TapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape.kind(node) == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try tape.flag(node) }
  func decode(_ type: String.Type) throws -> String { try tape.string(node) }
  func decode(_ type: Double.Type) throws -> Double { try tape.number(node) }
  func decode(_ type: Float.Type) throws -> Float { Float(try tape.number(node)) }
  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try tape.integer(node)
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reading.value(node) }
}

/// The members of an object.
private struct TapeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let reading: TapeMemory
  private let node: Int

  init(_ reading: TapeMemory, _ node: Int) {
    self.reading = reading
    self.node = node
  }

  private var tape: JSONTape { reading.tape }
  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var name = node + 1
    let end = tape.next(node)
    while name < end {
      if let key = (try? tape.string(name)).flatMap({ Key(stringValue: $0) }) { keys.append(key) }
      name = tape.next(name + 1)
    }
    return keys
  }

  /// Nil where there is none.
  private func value(_ key: Key) -> Int? { tape.member(key.stringValue, of: node) }

  private func needed(_ key: Key) throws -> Int {
    guard let value = value(key) else {
      throw TapeDecoder.fault("`\(key.stringValue)` is missing")
    }
    return value
  }

  func contains(_ key: Key) -> Bool { value(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { tape.kind(try needed(key)) == .null }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try tape.flag(try needed(key))
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try tape.string(try needed(key))
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try tape.number(try needed(key))
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    Float(try tape.number(try needed(key)))
  }

  func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type, forKey key: Key
  ) throws -> Number {
    try tape.integer(try needed(key))
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try reading.value(try needed(key))
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let value = value(key), tape.kind(value) != .null else { return nil }
    return try reading.value(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try TapeDecoder(reading, try needed(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try TapeDecoder(reading, try needed(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    throw TapeDecoder.fault("no class is written")
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { TapeDecoder(reading, try needed(key)) }
}

/// The items of a list.
private struct TapeItems: UnkeyedDecodingContainer {
  private let reading: TapeMemory
  private var node: Int
  private let end: Int
  private(set) var currentIndex = 0

  init(_ reading: TapeMemory, _ list: Int) {
    self.reading = reading
    node = list + 1
    end = reading.tape.next(list)
  }

  private var tape: JSONTape { reading.tape }
  var codingPath: [any CodingKey] { [] }
  /// Counting them costs more than growing does.
  var count: Int? { nil }
  var isAtEnd: Bool { node >= end }

  private mutating func take() throws -> Int {
    guard !isAtEnd else { throw TapeDecoder.fault("a list is too short") }
    defer {
      node = tape.next(node)
      currentIndex += 1
    }
    return node
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, tape.kind(node) == .null else { return false }
    _ = try take()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try tape.flag(try take()) }
  mutating func decode(_ type: String.Type) throws -> String { try tape.string(try take()) }
  mutating func decode(_ type: Double.Type) throws -> Double { try tape.number(try take()) }
  mutating func decode(_ type: Float.Type) throws -> Float { Float(try tape.number(try take())) }
  mutating func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type
  ) throws -> Number {
    try tape.integer(try take())
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try reading.value(try take())
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try TapeDecoder(reading, try take()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try TapeDecoder(reading, try take()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { TapeDecoder(reading, try take()) }
}
