import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Pairs of tables over small domains: what is said to differ, or to be the same, is what the
/// interpreter says of every case.
@Suite struct RandomDifferenceTests {
  private static let seedsPerPart = 40
  private static let policies = ["first", "unique", "any", "priority", "collect", "rule order"]

  @Test(arguments: 0..<4, policies)
  func tablesAreTheSameExactlyWhereEveryCaseComesToTheSame(
    _ part: Int, _ policy: String
  ) throws {
    var counts = (same: 0, different: 0, unclear: 0)
    for seed in 0..<Self.seedsPerPart {
      var random = SeededRandom(seed: 70_000 + part * 1000 + seed)
      let old = RandomTable(policy, &random, hasOtherwise: true)
      let new = old.changed(&random)
      let (before, after) = (try compiled(old.text), try compiled(new.text))
      let cases = (old: AllCases(before), new: AllCases(after))
      let isSame = zip(cases.old.outcomes, cases.new.outcomes).allSatisfy {
        words($0.result) == words($1.result)
      }
      let logics = (before.decisions[ID(0)].logic, after.decisions[ID(0)].logic)
      let found = Comparing(before, .china).compare(logics.0, logics.1) { facts in
        outcome(before, after, facts)
      }
      switch found {
      case .same:
        counts.same += 1
        #expect(isSame, "\(old.text)\n\(new.text)")
      case .differs(let differences):
        counts.different += 1
        #expect(!isSame && !differences.isEmpty, "\(old.text)\n\(new.text)")
        for difference in differences {
          #expect(difference.old != difference.new, "\(old.text)\n\(new.text)")
        }
      case .notTold:
        counts.unclear += 1
        // Nothing is left open but questions and lists that only look different.
        #expect(isSame, "\(old.text)\n\(new.text)")
      }
      let isProved = Comparing(before, .china).isProvedSame(logics.0, logics.1)
      #expect(!isProved || isSame, "\(old.text)\n\(new.text)")
    }
    #expect(counts.same > 0 && counts.different > 0)
    #expect(counts.unclear < Self.seedsPerPart / 4, "\(counts)")
  }

  @Test(arguments: 0..<4)
  func aRegionHoldsNothingButDifferences(_ part: Int) throws {
    for seed in 0..<Self.seedsPerPart {
      var random = SeededRandom(seed: 80_000 + part * 1000 + seed)
      let old = RandomTable("first", &random, hasOtherwise: true)
      let new = old.changed(&random)
      // A question is a region of its own, and its words are no cell.
      guard !(old.text + new.text).contains("odd") else { continue }
      let (before, after) = (try compiled(old.text), try compiled(new.text))
      let found = Comparing(before, .china).compare(
        before.decisions[ID(0)].logic, after.decisions[ID(0)].logic
      ) { outcome(before, after, $0) }
      guard case .differs(let differences) = found else { continue }
      for difference in differences {
        // The region as a row before all others, with a word of its own, wins only where they
        // differ.
        let cells = RandomTable.columns.map { column in
          difference.region.first { $0.column == column }?.test ?? "-"
        }
        var marked = old
        marked.rows.insert(cells, at: 0)
        marked.results.insert("t", at: 0)
        let inside = AllCases(try compiled(marked.text)).outcomes.map {
          (try? $0.result.get().rows) == ["r0"]
        }
        let (one, other) = (AllCases(before).outcomes, AllCases(after).outcomes)
        #expect(inside.contains(true), "\(cells)")
        for (place, isInside) in inside.enumerated() where isInside {
          #expect(words(one[place].result) != words(other[place].result), "\(cells)")
        }
      }
    }
  }

  private func words(_ result: Result<DecisionOutcome, Fault>) -> String {
    switch result {
    case .success(let outcome): "\(outcome.value)"
    case .failure: "fault"
    }
  }

  private func outcome(
    _ before: Program, _ after: Program, _ facts: [Value?]
  ) -> (old: String, new: String)? {
    let sides = [before, after].map { program -> String in
      let evaluator = Evaluator(program: program, calendar: .china, facts: facts)
      guard case .decided(let outcome)? = try? evaluator.decide(ID(0)) else { return "fault" }
      return outcome.value.text(in: program)
    }
    return sides[0] == sides[1] ? nil : (sides[0], sides[1])
  }
}

extension RandomTable {
  /// The table with a change that may or may not matter.
  fileprivate func changed(_ random: inout SeededRandom) -> RandomTable {
    var other = self
    let row = random.pick(Array(rows.indices))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: other.results[row] = random.pick(["r", "s", "t"])
    case 1:
      var fresh = RandomTable(policy, &random)
      other.rows.insert(fresh.rows.removeLast(), at: row)
      other.results.insert(fresh.results.removeLast(), at: row)
    case 2:
      other.rows.swapAt(row, 0)
      other.results.swapAt(row, 0)
    case 3:
      // A row said in two.
      guard rows[row][0] == "-" else { fallthrough }
      other.rows.replaceSubrange(
        row...row, with: ["true", "false"].map { [$0] + rows[row].dropFirst() })
      other.results.insert(results[row], at: row)
    default:
      let fresh = RandomTable(policy, &random)
      let column = random.pick(Array(rows[row].indices))
      other.rows[row][column] = fresh.rows[0][column]
    }
    return other
  }
}
