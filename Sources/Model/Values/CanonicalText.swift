/// A value that is written to files as its one canonical text, never as a structure of parts.
///
/// Two equal values have the same text, so that hashes over stored bytes are hashes over values.
package protocol CanonicalText: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Reads back what `description` wrote; nil when `text` is no such value.
  static func reading(canonical text: String) -> Self?
}

extension CanonicalText {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self.reading(canonical: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not a \(Self.self)")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
