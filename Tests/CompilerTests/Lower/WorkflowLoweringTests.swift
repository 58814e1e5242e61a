import Model
import SourceText
import Testing

struct WorkflowLoweringTests {
  @Test func aWorkflowAloneIsARulebook() throws {
    let program = try program(
      """
      rulebook: r
      workflow:
        states:
          登记: {on: {accept: 办理}}
          办理:
            on: {close | withdraw: 结案}
            after: {3 workdays: 结案}
          结案: {type: final}
      """)
    #expect(
      dumpChart(program) == """
        workflow
          initial 登记
          state 登记
            on accept -> 办理
          state 办理
            timer 3 workdays: after.办理
            on close | withdraw -> 结案
            on after 3 workdays (after.办理) -> 结案
          final 结案

        """)
    #expect(program.events.elements.map(\.name) == ["accept", "close", "withdraw", "after.办理"])
  }
}
