import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Two versions whose names do not have the same ids: what is found is what the interpreter says of
/// every case of both.
@Suite struct RandomVersionTests {
  @Test(arguments: 0..<4)
  func versionsMeanTheSameExactlyWhereEveryCaseDoes(_ part: Int) throws {
    var counts = (same: 0, different: 0)
    for seed in 0..<20 {
      var random = SeededRandom(seed: 90_000 + part * 1000 + seed)
      let old = RandomTable("first", &random, hasOtherwise: true)
      var new = old
      // One cell is another; or nothing but the order of what is declared.
      if !random.chance(3) {
        let fresh = RandomTable("first", &random)
        new.rows[0] = fresh.rows[0]
      }
      let moved = new.text.replacing(
        "  a: boolean\n", with: "  extra: boolean\n"
      ).replacing("  d: text\n", with: "  d: text\n  a: boolean\n")
      let (before, after) = (try compiled(old.text), try compiled(moved))
      let same = AllCases(before).outcomes.allSatisfy { facts, result in
        let own = after.facts.elements.map { fact in
          before.facts.elements.firstIndex { $0.name == fact.name }.flatMap { facts[$0] }
        }
        let evaluator = Evaluator(program: after, calendar: .china, facts: own)
        let decided = try? evaluator.decide(ID(0))
        guard case .decided(let outcome)? = decided else { return (try? result.get()) == nil }
        return (try? result.get().value) == outcome.value
      }
      let found = difference(from: before, .china, to: after, .china).changes
        .filter { $0.section == .decisions }
      if same {
        counts.same += 1
        #expect(found.allSatisfy { $0.kind == .rewritten }, "\(old.text)\n\(moved)")
      } else {
        counts.different += 1
        #expect(found.map(\.kind) == [.changed], "\(old.text)\n\(moved)")
        #expect(found.first?.differences.isEmpty == false)
      }
    }
    #expect(counts.same > 0 && counts.different > 0)
  }
}
