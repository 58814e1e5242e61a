internal import Foundation
internal import Store
internal import Testing

@Suite struct SecretTests {
  private let secret = Secret(
    name: "set.身份证号", salt: Array(1...16), value: #""110101199001010010""#)

  /// An entry that vouches for `secret`.
  private func vouching() -> Append {
    var append = Samples.step("a", after: 1)
    append.body = Array(#"{"set":{"身份证号":{"sha256":"\#(secret.commitment)"}}}"#.utf8)
    append.secrets = [secret]
    return append
  }

  private func redacting() -> Append {
    var append = Samples.step("a", after: 2)
    append.forgottenSecrets = [SecretKey(caseID: "a", sequence: 2, name: secret.name)]
    return append
  }

  @Test(arguments: StoreKind.allCases)
  func anErasedValueIsGoneAndTheChainStillHolds(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try store.append([Samples.open("a"), vouching()])
      let key = SecretKey(caseID: "a", sequence: 2, name: secret.name)
      #expect(try store.secrets(of: "a") == [StoredSecret(key: key, secret: secret)])
      #expect(try store.verify("a") == [])
      try store.append(redacting())
      #expect(try store.secrets(of: "a") == [])
      #expect(try store.verify("a") == [])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aValueThatNobodyVouchesForIsRefused(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ throws in
      var append = Samples.open("a")
      append.secrets = [secret]
      #expect(throws: StoreFault.uncommittedSecret(secret.name)) { try store.append(append) }
      #expect(try store.record(of: "a") == nil)
    }
  }

  @Test(arguments: StoreKind.allCases, ["value = '\"1\"'", "name = 'x'", "sequence = 1"])
  func anAlteredValueIsFound(kind: StoreKind, change: String) throws {
    try kind.withPreparedStore { store, place in
      try store.append([Samples.open("a"), vouching()])
      try place.forge("UPDATE secrets SET \(change)")
      let kinds = try store.verify("a").map(\.kind)
      #expect(kinds == [.secretAltered(change == "name = 'x'" ? "x" : secret.name)])
    }
  }

  @Test func anErasedValueIsNowhereInTheFiles() throws {
    try StoreKind.sqlite.withPreparedStore { store, place in
      try store.append([Samples.open("a"), vouching()])
      let value = Data("110101199001010010".utf8)
      func files() throws -> [Data] {
        try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: place.place + $0)) }
      }
      #expect(try files().contains { $0.range(of: value) != nil })
      try store.append(redacting())
      #expect(try !files().contains { $0.range(of: value) != nil })
    }
  }
}
