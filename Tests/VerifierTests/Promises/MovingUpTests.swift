import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// The file goes up whole: moving to another level changes nothing of what a case holds but what
/// says where it is, and the consents that are asked again there.
@Suite struct MovingUpTests {
  private static let own = ["attempts", "escalations", "current_level"]

  @Test(arguments: ["fengqiao", "zhangjiagang-co-governance", "shaoyang-micro-grid", "dingmao"])
  func aMoveUpSetsOnlyWhereTheCaseIs(_ place: String) throws {
    let compilation = try RulebookCompiler(
      reading: ShippedFiles(changed: [:]), templateFolders: ["Templates"]
    ).compile(path: "Rules/\(place)/rulebook.yaml")
    let program = try #require(compilation.program)
    let chart = try #require(program.chart)
    let levels = chart.states.ids.filter {
      if case .level = chart.states[$0].part { true } else { false }
    }
    #expect(levels.count > 1)
    var moves = 0
    for id in levels.flatMap({ chart.states[$0].transitions }) {
      let assignments = chart.transitions[id].actions.flatMap { action -> [Action.Assignment] in
        if case .set(let assignments) = action.kind { return assignments }
        Issue.record("a move up does more than set: \(action.kind)")
        return []
      }
      if !assignments.isEmpty { moves += 1 }
      for assignment in assignments {
        guard case .variable(let variable) = assignment.target else {
          Issue.record("a move up changes a fact")
          continue
        }
        let name = program.variables[variable].name
        #expect(Self.own.contains(name) || name.hasSuffix("_answers"), "\(name)")
      }
    }
    #expect(moves > 0)
  }
}
