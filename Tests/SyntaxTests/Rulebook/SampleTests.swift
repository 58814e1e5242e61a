import SourceText
import Syntax
import TestSupport
import Testing

/// Whole rulebooks are read without a finding and without loss.
@Suite struct SampleTests {
  @Test(arguments: ["library-fines.yaml", "ticket-triage.yaml"])
  func aGoodRulebookRaisesNothing(name: String) throws {
    expectNone(try rulebook(try sample(name)).findings.map(\.message.en), of: name)
  }

  @Test func aWholeRulebookIsReadInFull() throws {
    let tree = try rulebook(try sample("library-fines.yaml")).tree
    #expect(tree.types.map(\.name.value) == ["reader_kind", "severity"])
    #expect(tree.facts.count == 7)
    #expect(tree.variables.map(\.name.value) == ["reminders", "note", "history"])
    let events = ["give_back", "pay", "object", "remind", "charge"]
    #expect(tree.events?.map(\.name.value) == events)
    #expect(tree.decisions.map(\.name.value) == ["daily_rate", "fine", "loses_card"])
    let states = try #require(tree.workflow?.states)
    let names = ["lent", "fined", "objection", "enforced", "closed"]
    #expect(states.compactMap(\.name?.value) == names)
  }
}
