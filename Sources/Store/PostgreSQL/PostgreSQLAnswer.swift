internal import CPostgres

/// What a server answered to one statement.
@safe
struct PostgreSQLAnswer: ~Copyable {
  private let result: OpaquePointer

  /// Takes a result that succeeded, and frees it in the end.
  init(_ result: OpaquePointer) {
    unsafe self.result = unsafe result
  }

  deinit { unsafe postgres_clear(result) }

  /// How many rows were touched.
  var touched: Int {
    Int(unsafe postgres_touched(result).map { unsafe String(cString: $0) } ?? "") ?? 0
  }

  /// The rows. `textual` where the statement was sent as text: then all values are texts.
  func values(textual: Bool = false) -> [[SQLValue]] {
    let columns = unsafe postgres_columns(result)
    let types = (0..<columns).map { unsafe postgres_type(result, $0) }
    return (0..<(unsafe postgres_rows(result))).map { row in
      (0..<columns).map { column in
        if unsafe postgres_is_null(result, row, column) { return .null }
        let bytes = bytes(row, column)
        if textual { return .text(String(decoding: bytes, as: UTF8.self)) }
        return SQLValue(bytes, type: types[Int(column)])
      }
    }
  }

  private func bytes(_ row: Int32, _ column: Int32) -> [UInt8] {
    let start = unsafe UnsafeRawPointer(postgres_value(result, row, column))
    let count = Int(unsafe postgres_length(result, row, column))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// PostgreSQL's binary form: numbers with their highest byte first, texts and bytes as they are.
extension SQLValue {
  fileprivate init(_ bytes: [UInt8], type: UInt32) {
    switch type {
    case 20, 21, 23:  // int8, int2, int4
      let first = bytes.first.map { Int64(Int8(bitPattern: $0)) } ?? 0
      self = .integer(bytes.dropFirst().reduce(first) { $0 << 8 | Int64($1) })
    case 17: self = .bytes(bytes)
    default: self = .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// As it is sent; nil for null.
  var binary: [UInt8]? {
    switch self {
    case .null: nil
    case .integer(let number):
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) }
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    }
  }
}
