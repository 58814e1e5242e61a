/// A value that goes into a statement or comes out of it.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])

  static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
  static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  static func flag(_ value: Bool) -> SQLValue { .integer(value ? Int64(1) : 0) }
}

/// A row of an answer. Asked for another type than it has, it says that the store is damaged: the
/// columns are strictly typed, so it cannot be otherwise.
struct SQLRow: Sendable {
  let database: String
  let values: [SQLValue]

  func text(_ index: Int) throws(StoreFault) -> String {
    guard case .text(let text) = values[index] else { throw damage(index) }
    return text
  }

  func textIfAny(_ index: Int) throws(StoreFault) -> String? {
    values[index] == .null ? nil : try text(index)
  }

  func long(_ index: Int) throws(StoreFault) -> Int64 {
    guard case .integer(let number) = values[index] else { throw damage(index) }
    return number
  }

  func longIfAny(_ index: Int) throws(StoreFault) -> Int64? {
    values[index] == .null ? nil : try long(index)
  }

  func integer(_ index: Int) throws(StoreFault) -> Int { Int(try long(index)) }

  func flag(_ index: Int) throws(StoreFault) -> Bool { try long(index) != 0 }

  func bytes(_ index: Int) throws(StoreFault) -> [UInt8] {
    guard case .bytes(let bytes) = values[index] else { throw damage(index) }
    return bytes
  }

  func fingerprint(_ index: Int) throws(StoreFault) -> Fingerprint {
    guard let fingerprint = Fingerprint(bytes: try bytes(index)) else { throw damage(index) }
    return fingerprint
  }

  private func damage(_ index: Int) -> StoreFault {
    .damaged(store: database, reason: "column \(index + 1) of a row holds another type")
  }
}
