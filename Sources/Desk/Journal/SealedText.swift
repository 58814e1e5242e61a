internal import SourceText
package import Store

/// Free text taken out of an entry and put beside the journal, with a commitment in its place.
///
/// Every text is sealed that people typed: what parties said, their names, addresses and numbers.
/// Words of closed lists, numbers and days stay: rules are decided by them.
package struct SealedText: Sendable {
  /// The members with commitments in place of the texts.
  package private(set) var members: [String: JSONValue]
  /// In the order of their paths.
  package private(set) var secrets: [Secret] = []

  /// - Parameters:
  ///   - texts: whether the value at a path is free text: `set.争议事项`, `facts.甲方.0.name`.
  ///   - salt: gives 16 random bytes each time.
  package init(
    _ members: [String: JSONValue], texts: (String) -> Bool, salt: () -> [UInt8]
  ) {
    self.members = [:]
    for name in members.keys.sorted() {
      if let value = members[name] { self.members[name] = seal(value, name, texts, salt) }
    }
  }

  private mutating func seal(
    _ value: JSONValue, _ path: String, _ texts: (String) -> Bool, _ salt: () -> [UInt8]
  ) -> JSONValue {
    switch value {
    case .text(let text) where texts(path):
      let secret = Secret(name: path, salt: salt(), value: JSONText.string(text).text())
      secrets.append(secret)
      return .object([Self.mark: .text(secret.commitment.description)])
    case .list(let items):
      return .list(items.enumerated().map { seal($1, "\(path).\($0)", texts, salt) })
    case .object(let members):
      var sealed: [String: JSONValue] = [:]
      for name in members.keys.sorted() {
        if let member = members[name] {
          sealed[name] = seal(member, "\(path).\(name)", texts, salt)
        }
      }
      return .object(sealed)
    default: return value
    }
  }

  private static let mark = "sealed"

  /// An entry's members with its texts back in place: those that are there still, and for those
  /// that were erased what stands in their stead.
  package static func opened(
    _ members: [String: JSONValue], texts: (String) -> String
  ) -> [String: JSONValue] {
    var opened: [String: JSONValue] = [:]
    for (name, value) in members { opened[name] = open(value, name, texts) }
    return opened
  }

  private static func open(
    _ value: JSONValue, _ path: String, _ texts: (String) -> String
  ) -> JSONValue {
    switch value {
    case .object(let members) where members.count == 1 && members[mark] != nil:
      return .text(texts(path))
    case .object(let members):
      var opened: [String: JSONValue] = [:]
      for (name, member) in members { opened[name] = open(member, "\(path).\(name)", texts) }
      return .object(opened)
    case .list(let items):
      return .list(items.enumerated().map { open($1, "\(path).\($0)", texts) })
    default: return value
    }
  }
}
