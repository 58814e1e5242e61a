import Compiler
import Engine
import Model
import SourceText
import Testing

/// A workflow that consists of regions itself.
struct ParallelRootTests {
  @Test func theCaseEndsWhenAllRegionsHave() throws {
    let text = """
      rulebook: r
      workflow:
        parallel:
          付款: {states: {待付: {on: {付: 已付}}, 已付: {type: final}}}
          确认: {states: {待定: {on: {定: 已定}}, 已定: {type: final}}}
      """
    let files = FilesInMemory(["r.yaml": text])
    let compilation = try RulebookCompiler(reading: files).compile(path: "r.yaml")
    #expect(compilation.diagnostics.isEmpty)
    let program = try #require(compilation.program)
    let interpreter = Interpreter(program: program, calendar: .china)
    var state = interpreter.open([], at: nil).state
    var ends: [Bool] = []
    for name in ["付", "定"] {
      let event = try #require(program.events.ids.first { program.events[$0].name == name })
      let entry = Entry(
        at: nil, event: event, payload: [], by: nil, facts: [], expectation: nil, span: nil)
      state = interpreter.step(state, entry).state
      ends.append(state.isFinished)
    }
    #expect(ends == [false, true])
  }
}
