/// One transaction on a server, from its beginning to an answer that holds: again where others got
/// in its way, and over a new connection where the old one was lost.
struct PostgreSQLTransaction {
  private let kind: Kind
  private let address: PostgreSQLAddress
  private let deadline: ContinuousClock.Instant
  /// The pause before the next attempt, in milliseconds.
  private var pause = 1
  /// Nil until it is needed, and after it was lost.
  private(set) var connection: PostgreSQLConnection?

  /// What it may do.
  enum Kind {
    case reading
    case writing

    var beginning: String {
      switch self {
      case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
      // The server can be asked by this number what became of the transaction.
      case .writing: "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT txid_current()"
      }
    }
  }

  /// `patience` is how long to try again for, in milliseconds.
  init(
    _ kind: Kind, at address: PostgreSQLAddress, over connection: PostgreSQLConnection?,
    patience: Int
  ) {
    self.kind = kind
    self.address = address
    self.connection = connection
    deadline = .now + .milliseconds(patience)
  }

  /// Runs it until there is an answer.
  mutating func run<Result>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    while true {
      let fault: PostgreSQLFault
      switch attempt(body) {
      case .answer(let answer): return try answer.get()
      case .broken(let broken): fault = broken
      }
      guard wait(after: fault) else { throw fault.fault(store: address.name) }
    }
  }

  /// What one attempt came to.
  private enum Attempt<Result> {
    /// It holds; a fault that the body found is an answer as well.
    case answer(Swift.Result<Result, StoreFault>)
    /// The server kept nothing.
    case broken(PostgreSQLFault)
  }

  private mutating func attempt<Result>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) -> Attempt<Result> {
    do throws(PostgreSQLFault) {
      let connection = try connected()
      let number = try connection.execute(kind.beginning).first?.first
      let session = PostgreSQLSession(connection, store: address.name)
      let answer = Swift.Result { () throws(StoreFault) in try body(session) }
      if let fault = session.fault { throw fault }
      guard case .success = answer else {
        try connection.execute("ROLLBACK")
        return .answer(answer)
      }
      do throws(PostgreSQLFault) {
        try connection.execute("COMMIT")
        return .answer(answer)
      } catch {
        guard kind == .writing, error.isPassing else { throw error }
        return settle(number, answer, after: error)
      }
    } catch {
      leave(after: error)
      return .broken(error)
    }
  }

  /// The connection was lost while committing: asks the server what became of it.
  private mutating func settle<Result>(
    _ number: SQLValue?, _ answer: Swift.Result<Result, StoreFault>, after fault: PostgreSQLFault
  ) -> Attempt<Result> {
    connection = nil
    let unknown = StoreFault.unknownOutcome(store: address.name, reason: fault.message)
    guard case .text(let number) = number else { return .answer(.failure(unknown)) }
    while wait(after: fault) {
      do throws(PostgreSQLFault) {
        let state = try connected().execute("SELECT txid_status(\(number))").first?.first
        switch state {
        case .text("committed"): return .answer(answer)
        case .text("aborted"): return .broken(fault)
        default: break
        }
      } catch {
        leave(after: error)
        // After a crash the server may not even remember that it gave out the number.
        if error.state == "22023" { return .broken(fault) }
      }
    }
    return .answer(.failure(unknown))
  }

  private mutating func connected() throws(PostgreSQLFault) -> PostgreSQLConnection {
    if let connection { return connection }
    let made = try PostgreSQLConnection(address)
    try made.execute(PostgreSQLDialect.session)
    connection = made
    return made
  }

  /// Ends what is left of a transaction; a connection that cannot do that is of no use any more.
  private mutating func leave(after fault: PostgreSQLFault) {
    guard !fault.isPassing, let connection else {
      self.connection = nil
      return
    }
    do throws(PostgreSQLFault) { try connection.execute("ROLLBACK") } catch {
      self.connection = nil
    }
  }

  /// Pauses before another attempt; false where none is of use.
  private mutating func wait(after fault: PostgreSQLFault) -> Bool {
    guard fault.asksForAnother || fault.isPassing, .now < deadline else { return false }
    StoreFile.pause(milliseconds: pause)
    pause = min(pause * 2, 100)
    return true
  }
}
