internal import Foundation
internal import TestSupport
internal import Testing

/// `--lcov`: coverage as a tracefile.
@Suite struct LcovTests {
  @Test func linesAndFunctionsAreTheRowsAndTransitions() throws {
    let rulebook = """
      rulebook: r
      facts: {x: integer}
      decisions:
        d:
          hit: first
          inputs: [x]
          outputs: {a: integer}
          rules:
            - {id: low, when: {x: < 3}, then: 1}
            - {id: high, when: {x: "> 5"}, then: 2}
          otherwise: 3
      workflow:
        states:
          a: {on: {go: b, wait: a}}
          b: {type: final}
      uncovered: {d.otherwise: nobody has such a case}
      """
    let one = """
      case: c
      opened: 2026-05-06
      facts: {x: 1}
      journal: [{at: 2026-05-06, event: go}]
      expect: {state: b, decisions: {d: 1}}
      """
    try Surface.run(
      ["规则/r.yaml": rulebook, "c.yaml": one], ["test", "规则/r.yaml", "c.yaml", "--lcov", "out.info"]
    ) { folder, results in
      #expect(results[0].status == 0, "\(results[0].errors)")
      let file = folder.appendingPathComponent("out.info")
      let written = try String(contentsOf: file, encoding: .utf8)
      // What need not be tried is no line; a line is tried when all on it is.
      #expect(
        written == """
          TN:
          SF:规则/r.yaml
          FN:9,d.low
          FN:10,d.high
          FN:14,a go -> b
          FN:14,a wait -> a
          FNDA:1,d.low
          FNDA:0,d.high
          FNDA:1,a go -> b
          FNDA:0,a wait -> a
          FNF:4
          FNH:2
          DA:9,1
          DA:10,0
          DA:14,0
          LF:3
          LH:1
          end_of_record

          """)
    }
  }
}
