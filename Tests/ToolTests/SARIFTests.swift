internal import Foundation
internal import TestSupport
internal import Testing

/// `--format sarif`: a log that others can read, and fingerprints that stay.
@Suite struct SARIFTests {
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Text: Decodable { var text: String }
      struct Region: Decodable, Equatable {
        var startLine, startColumn, endLine, endColumn: Int
      }
      struct Location: Decodable {
        struct Physical: Decodable {
          struct Artefact: Decodable { var uri: String }
          var artifactLocation: Artefact
          var region: Region
        }
        var physicalLocation: Physical
      }
      struct Suppression: Decodable { var kind: String }
      struct Result: Decodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var relatedLocations: [Location]?
        var partialFingerprints: [String: String]
        var suppressions: [Suppression]?
      }
      struct Tool: Decodable {
        struct Driver: Decodable {
          struct Rule: Decodable { var id: String }
          var rules: [Rule]
        }
        var driver: Driver
      }
      var tool: Tool
      var results: [Result]
    }
    var runs: [Run]
  }

  private static let broken = """
    rulebook: broken
    facts: {金额: money, x: integer}
    decisions:
      large: {is: "金鹅 > 5000"}
      twin: {is: "x > y"}
      twin: {is: "x > y"}
      other: {is: "x > y"}
    """

  private func log(_ text: String) throws -> Log.Run {
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    return try #require(log.runs.first)
  }

  private func results(
    of rulebook: String, at name: String = "规则/a b.yaml"
  ) throws -> [Log.Run.Result] {
    var found: [Log.Run.Result] = []
    try Surface.run([name: rulebook], ["check", name, "--format", "sarif"]) { _, results in
      found = try log(results[0].output).results
    }
    return found
  }

  @Test func everyVerbWritesALogThatFitsTheStandard() throws {
    let sound = """
      rulebook: sound
      facts: {x: integer}
      workflow: {states: {a: {on: {go: b}}, b: {type: final}}}
      invariants: {p: {never: in(b) and x > 3}, q: {never: in(b) and x > 3, sealed: true}}
      """
    let files = [
      "broken.yaml": Self.broken, "sound.yaml": sound,
      "case.yaml": "case: c\nopened: 2026-05-06\nexpect: {state: b}\n",
    ]
    let arguments = [
      ["check", "broken.yaml"], ["check", "sound.yaml"], ["test", "sound.yaml", "case.yaml"],
      ["prove", "sound.yaml"], ["check", "broken.yaml", "--lang", "zh"],
    ]
    var schemas = [Repository.url("Tests/Schemas/sarif-part.json")]
    // The standard's own schema is not ours to ship; where there is a copy, it has the last word.
    if let path = ProcessInfo.processInfo.environment["SARIF_SCHEMA"] {
      schemas.append(URL(fileURLWithPath: path))
    }
    for words in arguments {
      try Surface.run(files, words + ["--format", "sarif"]) { folder, results in
        #expect(results[0].errors == "" && [0, 1].contains(results[0].status))
        try Surface.write(results[0].output, to: "log.sarif", in: folder)
        for schema in schemas {
          #expect(try schemaFaults(of: ["log.sarif"], against: schema, in: folder) == "")
        }
      }
    }
  }

  @Test func theValidatorRefusesWhatIsNoLog() throws {
    try Surface.run(["broken.yaml": Self.broken], ["check", "broken.yaml", "--format", "sarif"]) {
      folder, results in
      let changed = [
        results[0].output.replacing("\"startLine\": 4", with: "\"startLine\": 0"),
        results[0].output.replacing("\"level\": \"error\"", with: "\"level\": \"fatal\""),
        results[0].output.replacing("\"ruleId\"", with: "\"ruleID\""),
      ]
      for text in changed {
        #expect(text != results[0].output)
        try Surface.write(text, to: "log.sarif", in: folder)
        let schema = Repository.url("Tests/Schemas/sarif-part.json")
        #expect(try schemaFaults(of: ["log.sarif"], against: schema, in: folder) != "")
      }
    }
  }

  @Test func columnsCountUnicodeCharactersAndPathsAreURIs() throws {
    let found = try results(of: Self.broken)
    let first = try #require(found.first { $0.message.text.contains("金鹅") })
    let place = try #require(first.locations.first).physicalLocation
    #expect(place.region == .init(startLine: 4, startColumn: 16, endLine: 4, endColumn: 18))
    #expect(place.artifactLocation.uri == "%E8%A7%84%E5%88%99/a%20b.yaml")
  }

  @Test func aRuleStandsForEachCodeThatWasFound() throws {
    try Surface.run(["a.yaml": Self.broken], ["check", "a.yaml", "--format", "sarif"]) {
      _, results in
      let run = try log(results[0].output)
      let rules = run.tool.driver.rules.map(\.id)
      #expect(Set(rules) == Set(run.results.map(\.ruleId)) && rules.count == Set(rules).count)
      #expect(run.results.allSatisfy { rules[$0.ruleIndex] == $0.ruleId })
    }
  }

  @Test func fingerprintsTellFindingsApartAndOutliveShiftedLines() throws {
    let prints = try results(of: Self.broken).map { $0.partialFingerprints.values.joined() }
    #expect(prints.count >= 3 && Set(prints).count == prints.count)
    let shifted = Self.broken.replacing("facts:", with: "# more words\n\ntitle: T\nfacts:")
    #expect(try results(of: shifted).map { $0.partialFingerprints.values.joined() } == prints)
    let indented = Self.broken.replacing("  large: {is:", with: "  large:   {is:  ")
    #expect(try results(of: indented).map { $0.partialFingerprints.values.joined() } == prints)
    let elsewhere = try results(of: Self.broken, at: "other.yaml")
      .map { $0.partialFingerprints.values.joined() }
    #expect(Set(elsewhere).isDisjoint(with: prints))
  }

  @Test func whatIsWrongWithABaseIsToldOnce() throws {
    let base = """
      rulebook: base
      facts: {x: integer}
      decisions:
        d: {hit: unique, inputs: [x], outputs: {a: integer}, rules: [{id: r, when: {x: < 3}, then: 1}]}
      """
    let files = [
      "base/rulebook.yaml": base, "p/rulebook.yaml": "rulebook: p\nextends: ../base\n",
      "q/rulebook.yaml": "rulebook: q\nextends: ../base\n",
    ]
    try Surface.run(
      files, ["check", ".", "--format", "sarif"], ["check", ".", "--format", "json"]
    ) { _, results in
      let told = try log(results[0].output).results.count { $0.ruleId == "FQ1501" }
      #expect(told == 1)
      #expect(results[1].output.split(separator: "\n").count { $0.contains("FQ1501") } == 3)
    }
  }
}
