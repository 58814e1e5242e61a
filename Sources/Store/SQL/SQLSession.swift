/// A database that speaks SQL, as both of our stores see it.
protocol SQLDatabase: Sendable {
  /// How faults name it.
  var name: String { get }
  /// Runs reads that all see the same moment.
  func read<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result
  /// Runs reads and writes as one transaction, alone; returns once they are on the disk for good.
  /// The body may be run more than once, if the database asks for that.
  @discardableResult
  func write<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result
  func backup(to path: String) throws(StoreFault)
  /// Does what can be done so that erased values are nowhere on the disk any more.
  func scrub()
}

/// A transaction that is under way. Statements hold `?` where their values go.
protocol SQLSession {
  func rows(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> [SQLRow]
  /// Returns how many rows were touched.
  @discardableResult
  func run(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> Int
}

extension SQLSession {
  /// The only value of the only row of a statement that always gives one.
  func number(_ sql: String, _ values: [SQLValue] = []) throws(StoreFault) -> Int {
    guard let row = try rows(sql, values).first else { return 0 }
    return try row.integer(0)
  }
}
