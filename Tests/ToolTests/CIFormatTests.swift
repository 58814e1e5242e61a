internal import Foundation
internal import TestSupport
internal import Testing

/// `--format github|junit`, and the baseline.
@Suite struct CIFormatTests {
  private static let rulebook = """
    rulebook: r
    facts: {x: integer}
    workflow: {states: {a: {on: {go: b}}, b: {type: final}}}
    """

  private static func cases(_ text: String) -> String {
    """
    cases:
      - {case: good, opened: 2026-05-06, journal: [{at: 2026-05-06, event: go}], expect: {state: b}}
      - {case: "\(text)", opened: 2026-05-06, expect: {state: b}}
      - {case: silent, opened: 2026-05-06}
    """
  }

  private static let parse = """
    import sys, json, xml.etree.ElementTree as E
    root = E.parse(sys.argv[1]).getroot()
    def told(e): return {k: e.get(k) for k in ("name", "tests", "failures", "errors", "skipped")}
    print(json.dumps([root.tag, told(root)]))
    for suite in root:
        cases = list(suite)
        assert suite.tag == "testsuite" and int(suite.get("tests")) == len(cases)
        for tag, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.get(count)) == sum(c.find(tag) is not None for c in cases), tag
        for c in cases:
            assert c.tag == "testcase" and c.get("name") and c.get("classname") and c.get("file")
            print(c.get("name"), [(o.tag, o.get("message")) for o in c])
    """

  @Test(arguments: [
    ("<a> & \\\"b\\\"", "<a> & \"b\""), ("\\u0001\\e[31m", "<U+0001><U+001B>[31m"),
    ("two\\nlines\\ttab", "two\nlines\ttab"), ("调解]]>", "调解]]>"),
    ("\\uFFFE\\U0001F600", "<U+FFFE>😀"),
  ])
  func everyNameComesThroughXML(written: String, read: String) throws {
    try Surface.run(
      ["r.yaml": Self.rulebook, "c.yaml": Self.cases(written)],
      ["test", "r.yaml", "c.yaml", "--format", "junit"]
    ) { folder, results in
      #expect(results[0].status == 1)
      try Surface.write(results[0].output, to: "report.xml", in: folder)
      let told = try Surface.python(Self.parse, ["report.xml"], in: folder)
      #expect(told.errors == "")
      #expect(
        told.output == """
          ["testsuites", {"name": "fengqiao", "tests": "3", "failures": "1", "errors": "0", "skipped": "1"}]
          good []
          \(read) [('failure', 'expected state `b`, but the case is in `a`')]
          silent [('skipped', 'nothing is expected')]

          """)
    }
  }

  @Test func aRulebookThatCannotRunIsAnErrorOfTheSuite() throws {
    try Surface.run(
      ["r.yaml": "rulebook: r\nfacts: {x: y}\n"], ["test", "r.yaml", "--format", "junit"],
      ["check", "r.yaml", "--format", "junit"]
    ) { folder, results in
      for (result, counts) in zip(results, [("0", "1"), ("1", "0")]) {
        try Surface.write(result.output, to: "report.xml", in: folder)
        let told = try Surface.python(Self.parse, ["report.xml"], in: folder)
        #expect(told.errors == "")
        #expect(told.output.contains("\"failures\": \"\(counts.0)\", \"errors\": \"\(counts.1)\""))
      }
    }
  }

  @Test func aWorkflowCommandIsOneLineWithNothingLeftToMisread() throws {
    let name = "a,b:c%d.yaml"
    try Surface.run(
      [name: "rulebook: r\nfacts: {金额: money}\ndecisions: {d: {is: 金鹅 > 5}}\n"],
      ["check", name, "--format", "github"]
    ) { _, results in
      #expect(results[0].status == 1)
      #expect(
        results[0].output == "::error file=a%2Cb%3Ac%25d.yaml,line=3,col=21,endColumn=22,"
          + "title=FQ0230::no fact, variable or decision is called `金鹅`%0Awrite `金额`\n")
    }
  }

  @Test func strictCountsWarnings() throws {
    let warned =
      "rulebook: r\nfacts: {x: integer}\ndecisions: {d: {hit: first, inputs: [x],"
      + " outputs: {a: integer}, rules: [{id: p, when: {x: < 3}, then: 1},"
      + " {id: q, when: {x: < 2}, then: 2}], otherwise: 3}}\n"
    try Surface.run(
      ["r.yaml": warned], ["check", "r.yaml"], ["check", "r.yaml", "--strict"],
      ["check", "r.yaml", "--strict", "--baseline", "b.json", "--write-baseline"],
      ["check", "r.yaml", "--strict", "--baseline", "b.json"]
    ) { _, results in
      #expect(results.map(\.status) == [0, 1, 0, 0])
    }
  }

  @Test func aBaselineKnowsItsFindingsAndNoOthers() throws {
    let old = "rulebook: r\nfacts: {x: integer}\ndecisions:\n  d: {is: y > 5}\n"
    try Surface.run(
      ["r.yaml": old], ["check", "r.yaml", "--baseline", "b.json", "--write-baseline"]
    ) { folder, results in
      #expect(results[0].status == 0)
      let tool = Repository.products.appendingPathComponent("fengqiao").path
      func check(_ text: String, _ format: String) throws -> Command.Result {
        try Surface.write(text, to: "r.yaml", in: folder)
        return try Command(
          tool, ["check", "r.yaml", "--baseline", "b.json", "--format", format, "--lang", "en"],
          in: folder
        ).run()
      }
      #expect(try check("# moved\n" + old, "human").status == 0)
      #expect(try check(old + "  e: {is: z > 5}\n", "human").status == 1)
      #expect(try check(old + "  e: {is: y > 5}\n", "human").output.contains("1 error, 1 known"))
      let mended = try check(old.replacing("y > 5", with: "x > 5"), "json")
      #expect(mended.status == 0 && mended.output.hasPrefix("{\"gone\":{\"fingerprint\":\""))
      let known = try check(old, "github")
      #expect(known.status == 0 && known.output.hasPrefix("::notice file=r.yaml,"))
      #expect(try check(old, "sarif").output.contains("\"suppressions\""))
    }
  }

  @Test(arguments: ["{}", "no json", "{\"baseline\": 2, \"findings\": []}"])
  func whatIsNoBaselineCannotRun(text: String) throws {
    try Surface.run(
      ["r.yaml": Self.rulebook, "b.json": text], ["check", "r.yaml", "--baseline", "b.json"],
      ["check", "r.yaml", "--baseline", "none.json"], ["check", "r.yaml", "--write-baseline"]
    ) { _, results in
      #expect(results.map(\.status) == [2, 2, 2])
    }
  }
}
