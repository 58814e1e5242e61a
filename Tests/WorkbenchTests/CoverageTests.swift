import Compiler
import Engine
import Model
import SourceText
import Testing
import Workbench

/// What there is to try, against the program itself.
struct CoverageTests {
  @Test(arguments: RulebookSample.all)
  func everyTransitionIsOneThingToTry(_ sample: RulebookSample) throws {
    let program = try #require(try compile(like: sample).program)
    let listed = program.coverables.compactMap(\.subject.transitions).joined().map(\.index)
    #expect(listed.sorted() == Array(0..<(program.chart?.transitions.count ?? 0)))
  }

  @Test(arguments: RulebookSample.all)
  func everyRowWrittenByAnAuthorIsOneThingToTry(_ sample: RulebookSample) throws {
    let program = try #require(try compile(like: sample).program)
    var expected: [String] = []
    for id in program.decisions.ids where !program.mediation.decisions.contains(id) {
      guard case .table(let table) = program.decisions[id].logic else { continue }
      let rows = table.rows.map(\.id) + (table.otherwise == nil ? [] : ["otherwise"])
      expected += rows.map { "\(program.decisions[id].name).\($0)" }
    }
    let listed = program.coverables.filter(\.isRow).map(\.name)
    #expect(listed.filter { !$0.hasPrefix("screen_act.") } == expected)
  }

  /// The names are what `uncovered` is written in: they have no line breaks and no blanks at the
  /// ends, and are nobody's key by accident.
  @Test(arguments: RulebookSample.all)
  func namesCanBeWrittenAsKeys(_ sample: RulebookSample) throws {
    let program = try #require(try compile(like: sample).program)
    for name in program.coverables.map(\.name) {
      #expect(!name.isEmpty && !name.contains("\n") && !name.contains(": "), "\(name)")
      #expect(name.first != " " && name.last != " ", "\(name)")
    }
  }

  /// The trace of the engine says again what the report counts.
  @Test(arguments: RulebookSample.all.filter { !$0.cases.isEmpty && !$0.isShipped })
  func aTransitionIsCoveredIfAndOnlyIfSomeTraceHasIt(_ sample: RulebookSample) throws {
    let compilation = try compile(like: sample)
    let program = try #require(compilation.program)
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    var (sources, diagnostics) = (compilation.sources, Diagnostics())
    var count = CoverageCount(interpreter)
    var taken: Set<ID<Transition>> = []
    for path in sample.cases {
      let files = try RulebookCompiler(reading: SampleReader(files: sample.files)).compileCases(
        path: path, against: ProgramNames(program), sources: &sources, into: &diagnostics)
      // A file with errors holds what could be understood, and is not played.
      for file in diagnostics.hasErrors ? [] : files {
        let replay = interpreter.replay(file)
        count.add(replay, of: file.id)
        for item in replay.steps.flatMap(\.result.trace.items) {
          if case .transitionTaken(let id) = item { taken.insert(id) }
        }
      }
    }
    for coverable in program.coverables {
      guard let parts = coverable.subject.transitions else { continue }
      let isTried =
        switch coverable.subject {
        case .anyTransition: parts.contains { taken.contains($0) }
        default: parts.allSatisfy { taken.contains($0) }
        }
      #expect((count.caseTrying(coverable) != nil) == isTried, "\(coverable.name)")
    }
  }
}
