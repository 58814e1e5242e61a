internal import SourceText
internal import Store
internal import Testing

@Suite struct StoreFaultTests {
  private static let all: [StoreFault] = [
    .conflict(caseID: "a", current: 2, added: []), .noSuchCase("a"), .lent(caseID: "a", to: "b"),
    .unknownProgram("p"), .unknownCalendar("c"), .uncommittedSecret("s"),
    .cannotOpen(store: "x", reason: "r"), .notAStore("x"), .newer(store: "x", version: 2, known: 1),
    .notSetUp("x"), .outdated("x"), .exists("x"),
    .missingLibrary(name: "libpq.so.5", package: "libpq5"),
    .locked("x"), .full("x"), .readOnly("x"), .damaged(store: "x", reason: "r"),
    .disconnected(store: "x", reason: "r"), .unknownOutcome(store: "x", reason: "r"),
    .failed(store: "x", reason: "r"),
  ]

  @Test func everyFaultIsWordedInBothLanguages() {
    let wordings = Self.all.flatMap { [$0.message] + ($0.help.map { [$0] } ?? []) }
    for wording in wordings {
      #expect(!wording.en.isEmpty && !wording.en.hasSuffix("."))
      #expect(wording.zh.unicodeScalars.contains { $0.value > 0x4E00 })
      #expect(!wording.zh.hasSuffix("。"))
    }
    #expect(Set(Self.all.map(\.message.en)).count == Self.all.count)
  }
}
