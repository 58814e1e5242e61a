/// Opens stores by their place: the path of a file, or `postgres://…` for one on a server.
package enum CaseStores {
  /// Opens a store. A file is made where there is none; a database has to be set up before.
  /// `patience` is how long to wait for others, in milliseconds.
  package static func open(
    _ place: String, patience: Int = SQLiteStore.usualPatience
  ) throws(StoreFault) -> any CaseStore {
    PostgreSQLAddress.isOne(place)
      ? try PostgreSQLStore.open(place, patience: patience)
      : try SQLiteStore.open(place, patience: patience)
  }

  /// Makes a store ready for use: the tables in a database, or a file. One that is ready stays so.
  package static func setUp(_ place: String) throws(StoreFault) {
    if PostgreSQLAddress.isOne(place) {
      try PostgreSQLStore.setUp(place)
    } else {
      _ = try SQLiteStore.open(place)
    }
  }

  /// Whether a place is a file and no server.
  package static func isFile(_ place: String) -> Bool { !PostgreSQLAddress.isOne(place) }

  /// How a place is shown to people: without a password, should it hold one.
  package static func name(of place: String) -> String {
    PostgreSQLAddress.isOne(place) ? PostgreSQLAddress(url: place).name : place
  }

  /// Fills an empty store from a backup, a file, after all journals in it were verified.
  package static func restore(from backup: String, to place: String) throws(StoreFault) {
    if PostgreSQLAddress.isOne(place) {
      try PostgreSQLStore.restore(from: backup, to: place)
    } else {
      try SQLiteStore.restore(from: backup, to: place)
    }
  }
}
