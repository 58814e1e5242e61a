internal import CPostgres
internal import Synchronization

/// A connection to a server. Only one may use it at a time, which `PostgreSQLDatabase` sees to.
final class PostgreSQLConnection: Sendable {
  /// libpq's connection: an address, so that it may pass from thread to thread.
  private let address: UInt
  /// The names of the statements that this server has read, by their text.
  private let prepared = Mutex<[String: String]>([:])

  private var handle: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// Connects, or throws what the server or the way to it answered.
  init(_ server: PostgreSQLAddress) throws(PostgreSQLFault) {
    guard let made = unsafe Self.connect(server.parameters) else {
      throw PostgreSQLFault(state: nil, message: "there is no memory left", isDisconnected: false)
    }
    guard unsafe postgres_is_connected(made) else {
      let message = unsafe Self.message(of: made)
      unsafe postgres_finish(made)
      throw PostgreSQLFault(state: nil, message: message, isDisconnected: true)
    }
    address = UInt(bitPattern: made)
  }

  deinit { unsafe postgres_finish(handle) }

  /// Runs statements that have no values, and gives the rows of the last: all of them texts.
  @discardableResult
  func execute(_ sql: String) throws(PostgreSQLFault) -> [[SQLValue]] {
    try unsafe answer(postgres_execute(handle, sql)).values(textual: true)
  }

  /// Runs a statement with `?` where its values go.
  func run(_ sql: String, _ values: [SQLValue]) throws(PostgreSQLFault) -> PostgreSQLAnswer {
    let name = try prepare(sql)
    let bytes = values.map(\.binary)
    let lengths = bytes.map { Int32($0?.count ?? 0) }
    let result = unsafe Self.withPointers(to: bytes) { pointers in
      unsafe postgres_run(handle, name, Int32(values.count), pointers, lengths)
    }
    return try unsafe answer(result)
  }

  private func prepare(_ sql: String) throws(PostgreSQLFault) -> String {
    if let name = prepared.withLock({ $0[sql] }) { return name }
    let name = prepared.withLock { "s\($0.count)" }
    _ = try unsafe answer(postgres_prepare(handle, name, PostgreSQLDialect.numbered(sql)))
    prepared.withLock { $0[sql] = name }
    return name
  }

  private func answer(_ result: OpaquePointer?) throws(PostgreSQLFault) -> PostgreSQLAnswer {
    if unsafe postgres_succeeded(result), let result = unsafe result {
      return unsafe PostgreSQLAnswer(result)
    }
    defer { unsafe postgres_clear(result) }
    let state = unsafe postgres_state(result).map { unsafe String(cString: $0) }
    throw PostgreSQLFault(
      state: state, message: unsafe Self.message(of: handle),
      isDisconnected: unsafe !postgres_is_connected(handle))
  }

  /// libpq's words on one line.
  private static func message(of handle: OpaquePointer?) -> String {
    let text = unsafe postgres_message(handle).map { unsafe String(cString: $0) } ?? ""
    return text.split(whereSeparator: \.isNewline)
      .map { String($0.drop { $0.isWhitespace }) }.joined(separator: "; ")
  }

  private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
    let keywords = parameters.map { Optional(Array($0.0.utf8) + [0]) } + [nil]
    let values = parameters.map { Optional(Array($0.1.utf8) + [0]) } + [nil]
    return unsafe withPointers(to: keywords) { keywords in
      unsafe withPointers(to: values) { unsafe postgres_connect(keywords, $0) }
    }
  }

  /// Lends the bytes of each value, or null, to a function of C.
  private static func withPointers(
    to values: [[UInt8]?],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> OpaquePointer?
  ) -> OpaquePointer? {
    // One block holds them all, so that nothing moves while it is lent.
    let block = Array(values.map { ($0 ?? []) + [0] }.joined())
    return unsafe block.withUnsafeBytes { block in
      var pointers: [UnsafePointer<CChar>?] = unsafe []
      var offset = 0
      for value in values {
        let start = unsafe block.baseAddress.map { unsafe $0 + offset }
        unsafe pointers.append(
          value == nil ? nil : start.map { unsafe $0.assumingMemoryBound(to: CChar.self) })
        offset += (value?.count ?? 0) + 1
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeBufferPointer { pointers in
        guard let base = pointers.baseAddress else { return nil }
        return unsafe body(base)
      }
    }
  }
}
