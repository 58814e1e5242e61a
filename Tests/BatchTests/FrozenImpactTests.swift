import Batch
import Engine
import TestSupport
import Testing

/// A decision that a case made once is compared as the case kept it.
@Suite struct FrozenImpactTests {
  private static let old = """
    rulebook: kept
    facts: {amount: money, name: text}
    events: {accept: {}, agree: {}}
    decisions:
      seat:
        hit: first
        inputs: [amount]
        outputs: {seat: [village, town], days: integer}
        rules:
          - {id: small, when: {amount: < 5000}, then: {seat: village, days: 7}}
        otherwise: {seat: town, days: 30}
      mark: {is: amount > 100}
      called: {is: name}
    workflow:
      states:
        open: {on: {accept: talks}}
        talks: {entry: [{decide: seat}, {decide: called}], on: {agree: closed}}
        closed: {type: final}
    """
  private static let new = old.replacing("< 5000", with: "< 20000")

  /// Ended, with another amount since; open; open and not changed; not accepted; changed before.
  private static let cases = [
    ("A", 9000, #"{"event":"accept"},{"set":{"amount":10}},{"event":"agree"}"#),
    ("B", 9000, #"{"event":"accept"}"#), ("C", 10, #"{"event":"accept"}"#), ("D", 9000, ""),
    ("E", 9000, #"{"set":{"amount":10}},{"event":"accept"}"#),
  ].map { id, amount, events in
    #"{"id":"\#(id)","facts":{"amount":\#(amount),"name":"x"},"events":[\#(events)]}"#
  }

  private func tally(_ run: ImpactRun) async throws -> ImpactTally {
    try await run.run(lines: Self.cases)
  }

  private func words(_ tally: ImpactTally, _ name: String) -> [String] {
    tally.cells(of: .frozen(name)).map { "\($0.count) \($0.cell.old) → \($0.cell.new)" }
  }

  @Test func itIsComparedAsItWasWhenItWasMade() async throws {
    let run = ImpactRun(old: try interpreter(Self.old), new: try interpreter(Self.new))
    // `mark` is never frozen.
    #expect(run.aspects.suffix(2) == [.frozen("seat"), .frozen("called")])
    let tally = try await tally(run)
    #expect(
      words(tally, "seat") == [
        "2 seat town · days 30 → seat village · days 7",
        "2 seat village · days 7 → seat village · days 7", "1  → ",
      ])
    #expect(tally.changedCount == 2)
    let cell = try #require(tally.cells(of: .frozen("seat")).first?.cell)
    let example = try #require(tally.examples[cell])
    #expect(example.id == "A")
    // Where it was made, not where the case ended.
    #expect(example.divergence.entry == 1)
    let made = [example.divergence.old, example.divergence.new].map { side in
      side.decided.map { "\($0.rows) \($0.frozen ?? "")" }
    }
    #expect(
      made == [[#"["otherwise"] seat town · days 30"#], [#"["small"] seat village · days 7"#]])
  }

  /// Where one version makes it once and the other always anew, that is compared with what it comes
  /// to at the end.
  @Test func againstAVersionThatNeverFreezesItStandsWhatItComesTo() async throws {
    let live = Self.old.replacing("{decide: seat}, ", with: "")
    try #require(live != Self.old)
    let run = ImpactRun(old: try interpreter(Self.old), new: try interpreter(live))
    let tally = try await tally(run)
    #expect(
      words(tally, "seat") == [
        "1  → seat town · days 30", "1 seat town · days 30 → seat village · days 7",
        "2 seat village · days 7 → seat village · days 7",
        "1 seat town · days 30 → seat town · days 30",
      ])
  }

  @Test func anotherResultOfTheSameRowIsTold() async throws {
    let longer = Self.old.replacing("days: 7", with: "days: 9")
    let tally = try await tally(
      ImpactRun(old: try interpreter(Self.old), new: try interpreter(longer)))
    let cell = try #require(tally.cells(of: .frozen("seat")).first?.cell)
    #expect((cell.old, cell.new) == ("seat village · days 7", "seat village · days 9"))
    #expect(tally.examples[cell]?.divergence.new.decided.first?.rows == ["small"])
  }

  /// A run that keeps something to itself neither compares nor groups by what rests on it, nor by
  /// words that people typed.
  @Test(arguments: [
    ([], ["seat"], ["called"]), (["amount"], [], ["seat", "called"]),
  ])
  func whatRestsOnASecretIsNotCompared(
    secrets: [String], compared: [String], left: [String]
  ) async throws {
    let run = ImpactRun(
      old: try interpreter(Self.old), new: try interpreter(Self.new), keeping: Set(secrets))
    #expect(run.aspects.dropFirst(6) == compared.map(ImpactAspect.frozen)[...])
    #expect(run.uncomparedDecisions == left)
    #expect(try await tally(run).changedCount == (compared.isEmpty ? 0 : 2))
  }

  /// What an event that the workflow makes brings along may be a secret as well.
  @Test(arguments: [
    "closed: {entry: [{raise: {event: told, with: {sum: amount}}}]}",
    "closed: {entry: [{send: {event: told, with: {sum: amount}, after: 1 days}}]}",
  ])
  func aSecretIsFollowedThroughEvents(closed: String) throws {
    let program = try interpreter(
      """
      rulebook: told
      facts: {amount: money, other: money}
      variables: {noted: {type: money, start: 0}}
      events: {agree: {}}
      decisions:
        large: {is: noted > 100}
        plain: {is: other > 100}
      workflow:
        states:
          open:
            on:
              agree: closed
              told: {do: [{set: {noted: event.sum}}]}
          \(closed)
      """
    ).program
    #expect(program.decisions(tellingOf: ["amount"]) == ["large"])
    #expect(program.decisions(tellingOf: ["other"]) == ["plain"])
  }
}
