internal import TestSupport
internal import Testing

/// Verbs whose words are files alone are not read by the library.
@Suite struct PlainWordsTests {
  private static let files = [
    "r.yaml": """
    rulebook: r
    facts: {x: integer}
    decisions:
      d:
        hit: first
        inputs: [x]
        outputs: {a: integer}
        rules: [{id: low, when: {x: < 3}, then: 1}]
        otherwise: 3
    """,
    "c.yaml": "case: c\nopened: 2026-05-06\nfacts: {x: 1}\n",
    "bad.yaml": "rulebook: bad\nfacts: {x: integr}\n",
    "cases.jsonl": #"{"id": "one", "facts": {"x": 5}}"# + "\n" + #"{"id": "two", "facts": 0}"#,
  ]

  @Test(
    arguments: [
      ["check", "r.yaml"], ["check", "r.yaml", "c.yaml"], ["check", "bad.yaml"], ["check"],
      ["check", "help"], ["check", "none.yaml"], ["run", "r.yaml", "c.yaml"], ["run", "r.yaml"],
      ["run", "bad.yaml", "c.yaml"], ["batch", "r.yaml", "cases.jsonl"], ["batch", "r.yaml"],
      ["batch", "r.yaml", "cases.jsonl", "more"], ["batch", "r.yaml", ""],
    ])
  func plainWordsSayWhatTheLibraryReadsInThem(_ words: [String]) throws {
    // Behind `--` every word is a file, for the library as well.
    try Surface.run(
      Self.files, words, [words[0], "--"] + words.dropFirst(), language: nil
    ) { _, results in
      #expect(results[0].status == results[1].status)
      #expect(results[0].output == results[1].output)
      #expect(results[0].errors == results[1].errors)
    }
  }

  @Test func aFileOfManyChunksGivesWhatItsPartsGive() throws {
    let line = #"{"id": "one", "facts": {"x": 1}}"# + "\n"
    let count = 20_000
    let files = Self.files.merging(
      ["many.jsonl": String(repeating: line, count: count), "one.jsonl": line]
    ) { $1 }
    try Surface.run(
      files, ["batch", "r.yaml", "one.jsonl"], ["batch", "r.yaml", "many.jsonl"],
      ["batch", "r.yaml", "many.jsonl", "--jobs", "1"],
      language: nil
    ) { _, results in
      #expect(results.map(\.status) == [0, 0, 0])
      let whole = String(repeating: results[0].output, count: count)
      // Said with two words: a failure would print half a million letters.
      let areWhole = results.dropFirst().map { $0.output == whole }
      #expect(areWhole == [true, true])
    }
  }
}
