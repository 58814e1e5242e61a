import Compiler
import Engine
import Model
import SourceText
import Testing
import Workbench

/// The matrix of ways against what cases do.
struct CompletenessTests {
  /// What a case went into, with the class it was of.
  private struct Taken: Hashable {
    var words: [Value]
    var script: ID<State>
  }

  /// Two of the shipped rulebooks, and those of the conformance pages, that come with cases.
  private static let samples = RulebookSample.all.filter { sample in
    let models = ["Rules/xinyi/rulebook.yaml", "Rules/fengqiao/rulebook.yaml"]
    return !sample.cases.isEmpty && (!sample.isShipped || models.contains(sample.path))
  }

  @Test(arguments: samples)
  func noWayThatACaseTakesIsLeftOut(_ sample: RulebookSample) throws {
    let compilation = try compile(like: sample)
    let program = try #require(compilation.program)
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    for matrix in Completeness(interpreter, isOwn: { _ in true }).matrices where !matrix.isCut {
      for taken in try takings(of: matrix, sample, interpreter, compilation.sources) {
        #expect(
          matrix.ways.contains { $0.leads(to: taken.script, for: taken.words) },
          "\(taken.words) to \(program.chart?.states[taken.script].name ?? "")")
      }
    }
  }

  @Test func theShippedModelsShowManyWays() throws {
    let xinyi = try #require(Self.samples.first { $0.path == "Rules/xinyi/rulebook.yaml" })
    let compilation = try compile(like: xinyi)
    let program = try #require(compilation.program)
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    let completeness = Completeness(interpreter) { _ in true }
    let matrix = try #require(completeness.matrices.first { !$0.classes.isEmpty })
    #expect(matrix.ways.count > 30 && !matrix.isCut)
    #expect(completeness.findings.isEmpty)
    let takings = try takings(of: matrix, xinyi, interpreter, compilation.sources)
    #expect(takings.count > 3, "cases take ways")
  }

  /// By the facts after the entry that chose the script.
  private func takings(
    of matrix: WayMatrix, _ sample: RulebookSample, _ interpreter: Interpreter,
    _ sources: SourceMap
  ) throws -> Set<Taken> {
    guard let chart = interpreter.program.chart, !matrix.classes.isEmpty else { return [] }
    var (sources, diagnostics) = (sources, Diagnostics())
    var found: Set<Taken> = []
    for path in sample.cases {
      let files = try RulebookCompiler(reading: SampleReader(files: sample.files)).compileCases(
        path: path, against: ProgramNames(interpreter.program), sources: &sources,
        into: &diagnostics)
      guard !diagnostics.hasErrors else { break }
      for step in files.flatMap({ interpreter.replay($0).steps }) {
        let facts = matrix.classes.map { step.result.state.facts[$0.index] }
        let words = facts.compactMap(\.self)
        guard words.count == facts.count else { continue }
        for case .stateEntered(let state) in step.result.trace.items {
          guard case .script = chart.states[state].part, chart.isInside(state, matrix.slot) else {
            continue
          }
          found.insert(Taken(words: words, script: state))
        }
      }
    }
    return found
  }
}

extension WayMatrix.Way {
  /// Whether the way may lead there.
  fileprivate func leads(to state: ID<State>, for words: [Value]) -> Bool {
    guard self.words == words else { return false }
    switch script {
    case .state(let chosen): return chosen == state
    case .open: return true
    case .nothing: return false
    }
  }
}

extension Statechart {
  fileprivate func isInside(_ state: ID<State>, _ outer: ID<State>) -> Bool {
    var next: ID<State>? = state
    while let id = next {
      if id == outer { return true }
      next = states[id].parent
    }
    return false
  }
}
