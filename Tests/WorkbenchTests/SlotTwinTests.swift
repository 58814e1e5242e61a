import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// What docs/mediation.md says of slots, ladder and scripts: a rulebook in these forms and the same
/// written by hand in the core cannot be told apart by any journal.
struct SlotTwinTests {
  @Test(arguments: SlotTwins.all)
  func theFormsBehaveLikeTheCoreWrittenByHand(twins: SlotTwins) throws {
    let play = TwinPlay(try program(twins.forms), try program(twins.core))
    expectNone([play.firstDifference(journals: 1500, length: 30)].compactMap(\.self))
  }

  @Test(arguments: SlotTwins.all)
  func aSlipInTheCoreWouldBeSeen(twins: SlotTwins) throws {
    let slipped = twins.core.replacing(twins.slip.right, with: twins.slip.wrong)
    #expect(slipped != twins.core)
    let play = TwinPlay(try program(twins.forms), try program(slipped))
    #expect(play.firstDifference(journals: 1500, length: 30) != nil)
  }

  private func program(_ text: String) throws -> Program {
    let files = FilesInMemory(["rulebook.yaml": text])
    let compilation = try RulebookCompiler(reading: files).compile(path: "rulebook.yaml")
    expectNone(compilation.diagnostics.map(\.message.en))
    return try #require(compilation.program)
  }
}
