internal import FoundationEssentials
package import SourceText

/// A JSON value as it was read. Numbers keep to text: journals write decimals as text.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case text(String)
  case list([JSONValue])
  /// By name; written in the order of the names' Unicode scalars.
  case object([String: JSONValue])

  /// As it is written into a journal.
  package var json: JSONText {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .object(let members):
      .object(
        members.keys.sorted(by: scalarOrder).map {
          JSONText.Member($0, members[$0]?.json ?? .null)
        })
    }
  }

  /// As a case file has it: what was taken back is the bare word `unknown`.
  var caseFileJSON: JSONText {
    switch self {
    case Self.takenBack: .number("unknown")
    case .list(let items): .array(items.map(\.caseFileJSON))
    case .object(let members):
      .object(
        members.keys.sorted(by: scalarOrder).map {
          JSONText.Member($0, members[$0]?.caseFileJSON ?? .null)
        })
    default: json
    }
  }

  /// What stands in a journal for a fact that is unknown after all.
  package static let takenBack = JSONValue.object(["unknown": .bool(true)])

  /// A value that the tool writes, read back as it is kept: numbers as text.
  package init(_ json: JSONText) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .text(String(value))
    case .number(let text), .string(let text): self = .text(text)
    case .array(let items): self = .list(items.map { JSONValue($0) })
    case .object(let members):
      var values: [String: JSONValue] = [:]
      for member in members { values[member.name] = JSONValue(member.value) }
      self = .object(values)
    }
  }

  /// The member of that name; nil where there is none or this is no object.
  package subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// Its text, if it is one.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Its items, if it is a list.
  package var items: [JSONValue]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// Its members, if it is an object.
  package var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// The order in which canonical JSON writes names.
private func scalarOrder(_ left: String, _ right: String) -> Bool {
  left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let items = try? container.decode([JSONValue].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSONValue {
  /// Nil where the text is no JSON.
  package init?(reading text: String) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
      return nil
    }
    self = value
  }
}
