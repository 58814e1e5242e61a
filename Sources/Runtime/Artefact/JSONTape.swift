/// A text of JSON (RFC 8259) with the place of each of its values, so that whoever asks for some
/// finds them without anything being built. It reads what we wrote ourselves and what anybody may
/// have damaged since.
struct JSONTape: Sendable {
  enum Kind: UInt32 {
    case null
    case yes
    case no
    case number
    case string
    /// With a `\` in it.
    case escapedString
    case list
    case object
  }

  /// A value, in the order of the text; behind an object or a list stands what is inside of it,
  /// names and values in turn.
  struct Node {
    /// Kind and start, packed: there are hundreds of thousands.
    fileprivate let head: UInt32
    /// Of what stands alone where its text ends; else the node that follows all inside of it.
    fileprivate(set) var end: UInt32

    fileprivate init(_ kind: Kind, from start: Int, to end: Int) {
      head = kind.rawValue << 28 | UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
    }

    var kind: Kind { Kind(rawValue: head >> 28) ?? .null }
    fileprivate var start: Int { Int(head & 0x0FFF_FFFF) }
  }

  /// Why a text is none, or is not what was asked for.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private let bytes: [UInt8]
  private let nodes: [Node]

  /// - Parameter range: where in the bytes the text is. They are not copied.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(Fault) {
    guard bytes.count < 1 << 28 else { throw Fault(description: "it is too long") }
    var reading = TapeReading(bytes, range)
    try reading.readAll()
    nodes = reading.nodes
    self.bytes = bytes
  }

  func kind(_ node: Int) -> Kind { nodes[node].kind }

  /// The node behind a value and all inside of it.
  func next(_ node: Int) -> Int {
    switch nodes[node].kind {
    case .list, .object: Int(nodes[node].end)
    default: node + 1
    }
  }

  /// What a value is told from others by: all up to the last that stands in it. What was opened
  /// there is closed behind it, so two that are alike in this are alike.
  func extent(_ node: Int) -> ArraySlice<UInt8> {
    let last = next(node) - 1
    switch nodes[last].kind {
    case .list, .object: return bytes[nodes[node].start...nodes[last].start]
    default: return bytes[nodes[node].start..<Int(nodes[last].end)]
    }
  }

  private func text(_ node: Int) -> ArraySlice<UInt8> {
    bytes[nodes[node].start..<Int(nodes[node].end)]
  }

  /// Whether a string is this one, as it stands there.
  private func string(_ node: Int, is word: String) -> Bool {
    let (start, end) = (nodes[node].start, Int(nodes[node].end))
    let wanted = word.utf8
    guard end - start == wanted.count else { return false }
    var place = start
    for byte in wanted {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// The value of an object's member; nil where it has none of that name.
  func member(_ name: String, of object: Int) -> Int? {
    var node = object + 1
    let end = next(object)
    while node < end {
      if string(node, is: name) { return node + 1 }
      node = next(node + 1)
    }
    return nil
  }

  func string(_ node: Int) throws(Fault) -> String {
    let text = text(node)
    switch nodes[node].kind {
    case .string: if let found = String(validating: text, as: UTF8.self) { return found }
    case .escapedString:
      if let plain = Self.unescaped(text), let found = String(validating: plain, as: UTF8.self) {
        return found
      }
    default: throw Fault(description: "a text is wanted at \(nodes[node].start)")
    }
    throw Fault(description: "a text is broken at \(nodes[node].start)")
  }

  func integer<Number: FixedWidthInteger>(_ node: Int) throws(Fault) -> Number {
    guard nodes[node].kind == .number else {
      throw Fault(description: "a number is wanted at \(nodes[node].start)")
    }
    var digits = text(node)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else {
      throw Fault(description: "a number is wanted at \(nodes[node].start)")
    }
    var value: Number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else {
        throw Fault(description: "a whole number is wanted at \(nodes[node].start)")
      }
      let (shifted, isTooFar) = value.multipliedReportingOverflow(by: 10)
      let unit = Number(digit - 0x30)
      let (sum, isTooLarge) =
        isNegative
        ? shifted.subtractingReportingOverflow(unit) : shifted.addingReportingOverflow(unit)
      guard !isTooFar, !isTooLarge else {
        throw Fault(description: "a number is too large at \(nodes[node].start)")
      }
      value = sum
    }
    return value
  }

  func number(_ node: Int) throws(Fault) -> Double {
    guard nodes[node].kind == .number,
      let value = Double(String(decoding: text(node), as: UTF8.self))
    else { throw Fault(description: "a number is wanted at \(nodes[node].start)") }
    return value
  }

  /// Nil where an escape is none.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var rest = text
    while let place = rest.firstIndex(of: UInt8(ascii: "\\")) {
      plain += rest[..<place]
      rest = rest[(place + 1)...]
      guard let sign = rest.popFirst() else { return nil }
      if sign == UInt8(ascii: "u") {
        guard let scalar = scalar(&rest) else { return nil }
        plain += Array(String(Character(scalar)).utf8)
      } else if let place = escapes.firstIndex(of: sign) {
        plain.append(escaped[place])
      } else {
        return nil
      }
    }
    plain += rest
    return plain
  }

  private static let escapes = Array("\"\\/bfnrt".utf8)
  private static let escaped: [UInt8] = [0x22, 0x5C, 0x2F, 0x08, 0x0C, 0x0A, 0x0D, 0x09]

  /// What four digits behind `\u` stand for, or twice four.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = unit(&rest) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard rest.starts(with: Array("\\u".utf8)) else { return nil }
    rest = rest.dropFirst(2)
    guard let second = unit(&rest), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    guard digits.count == 4, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// Finds where values begin and end.
private struct TapeReading {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var nodes: [JSONTape.Node] = []
  private var place: Int
  /// As deep as Foundation reads.
  private static let depthLimit = 512

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
    // As many as programs have.
    nodes.reserveCapacity(range.count / 6)
  }

  mutating func readAll() throws(JSONTape.Fault) {
    try read(depth: 0)
    skipBlanks()
    guard place == end else { throw fault }
  }

  private var fault: JSONTape.Fault { JSONTape.Fault(description: "no JSON at \(place)") }

  private mutating func skipBlanks() {
    while place < end, bytes[place] <= 0x20,
      [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place])
    { place += 1 }
  }

  private func isAt(_ sign: Unicode.Scalar) -> Bool {
    place < end && bytes[place] == UInt8(ascii: sign)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    place += 1
    return true
  }

  private mutating func read(depth: Int) throws(JSONTape.Fault) {
    skipBlanks()
    guard place < end, depth < Self.depthLimit else { throw fault }
    switch bytes[place] {
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "{"): try readInside(.object, until: "}", depth)
    case UInt8(ascii: "["): try readInside(.list, until: "]", depth)
    case UInt8(ascii: "t"): try readWord("true", .yes)
    case UInt8(ascii: "f"): try readWord("false", .no)
    case UInt8(ascii: "n"): try readWord("null", .null)
    default: try readNumber()
    }
  }

  private mutating func readInside(
    _ kind: JSONTape.Kind, until end: Unicode.Scalar, _ depth: Int
  ) throws(JSONTape.Fault) {
    let node = nodes.count
    nodes.append(JSONTape.Node(kind, from: place, to: 0))
    place += 1
    skipBlanks()
    if !take(end) {
      repeat {
        if kind == .object {
          skipBlanks()
          guard isAt("\"") else { throw fault }
          try readString()
          skipBlanks()
          guard take(":") else { throw fault }
        }
        try read(depth: depth + 1)
        skipBlanks()
      } while take(",")
      guard take(end) else { throw fault }
    }
    nodes[node].end = UInt32(truncatingIfNeeded: nodes.count)
  }

  private mutating func readString() throws(JSONTape.Fault) {
    let start = place + 1
    var kind = JSONTape.Kind.string
    place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        nodes.append(JSONTape.Node(kind, from: start, to: place))
        place += 1
        return
      case UInt8(ascii: "\\"):
        kind = .escapedString
        place += 2
      case 0..<0x20: throw fault
      default: place += 1
      }
    }
    throw fault
  }

  private mutating func readWord(
    _ word: StaticString, _ kind: JSONTape.Kind
  ) throws(JSONTape.Fault) {
    let letters = Array(word.description.utf8)
    guard bytes[place..<end].starts(with: letters) else { throw fault }
    nodes.append(JSONTape.Node(kind, from: place, to: place + letters.count))
    place += letters.count
  }

  private mutating func readNumber() throws(JSONTape.Fault) {
    let start = place
    while place < end, Self.isOfNumber(bytes[place]) { place += 1 }
    guard place > start else { throw fault }
    nodes.append(JSONTape.Node(.number, from: start, to: place))
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
