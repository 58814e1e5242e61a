/// A JSON value to be written: RFC 8259, the same bytes for the same value on any machine.
package indirect enum JSONText: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A decimal as it shall stand, for numbers that are exact beyond 64 bits.
  case number(String)
  case string(String)
  case array([JSONText])
  /// Members in the order in which they shall stand.
  case object([Member])

  /// One `"name": value` of an object.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONText

    package init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// Where an object's members stand.
  package enum Order: Sendable {
    case given
    /// By the names' Unicode scalars, for bytes that are hashed or compared.
    case sorted
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONText...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONText {
  /// On one line, without blanks.
  package func text(order: Order = .given) -> String {
    var writer = JSONWriter(order: order, isPretty: false)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// With a line for each member and element, indented by two; no line break at the end.
  package func prettyText(order: Order = .given) -> String {
    var writer = JSONWriter(order: order, isPretty: true)
    writer.write(self, depth: 0)
    return writer.text
  }
}

private struct JSONWriter {
  let order: JSONText.Order
  let isPretty: Bool
  var text = ""

  init(order: JSONText.Order, isPretty: Bool) {
    self.order = order
    self.isPretty = isPretty
  }

  mutating func write(_ value: JSONText, depth: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value
    case .string(let value): write(string: value)
    case .array(let elements):
      write(elements, "[", "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      write(inOrder(members), "{", "}", depth) { writer, member in
        writer.write(string: member.name)
        writer.text += writer.isPretty ? ": " : ":"
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private func inOrder(_ members: [JSONText.Member]) -> [JSONText.Member] {
    guard order == .sorted else { return members }
    return members.sorted {
      $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ depth: Int,
    each: (inout JSONWriter, Part) -> Void
  ) {
    text += open
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," }
      if isPretty { text += "\n" + String(repeating: "  ", count: depth + 1) }
      each(&self, part)
    }
    if isPretty, !parts.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  private mutating func write(string value: String) {
    text += "\""
    if value.unicodeScalars.allSatisfy(\.isPlainInJSON) {
      text += value
    } else {
      for scalar in value.unicodeScalars { write(scalar) }
    }
    text += "\""
  }

  /// Beyond what JSON demands, C1 controls and hiding characters are escaped, so that a line of
  /// output is safe on a terminal.
  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{08}": text += "\\b"
    case "\u{0C}": text += "\\f"
    case _ where scalar.isUnsafeOnTerminal:
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: text.unicodeScalars.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it needs no escape.
  fileprivate var isPlainInJSON: Bool {
    self != "\"" && self != "\\" && value >= 0x20 && (value < 0x7F || !isUnsafeOnTerminal)
  }
}
