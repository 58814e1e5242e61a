internal import Foundation
internal import TestSupport
internal import Testing

/// The page of `fengqiao impact --format html`, as a browser reads it.
@Suite struct ImpactPageTests {
  /// The class of cases is a word that a page must not take for its own.
  private static func rulebook(_ limit: Int) -> String {
    """
    rulebook: demo
    facts: {amount: money, class: text}
    decisions:
      seat:
        hit: first
        inputs: [amount]
        outputs: {seat: text}
        rules: [{id: small, when: {amount: < \(limit)}, then: '"<b>&village"'}]
        otherwise: '"town"'
    """
  }

  private func page(_ words: [String]) throws -> String {
    try withTemporaryFolder { folder in
      let files = [
        "old.yaml": Self.rulebook(100), "new.yaml": Self.rulebook(50),
        "cases.jsonl": (0..<20).map {
          #"{"id":"<i>\#($0)","facts":{"amount":\#($0 * 10),"class":"<script>alert(1)</script>"}}"#
        }.joined(separator: "\n") + "\n{\"facts\":{\"gone\":1}}\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let arguments =
        ["impact", "old.yaml", "new.yaml", "cases.jsonl", "--by", "class", "--format", "html"]
        + words
      let result = try Command(
        "fengqiao", arguments, in: folder, environment: Console().environment(home: folder)
      ).run()
      // One line could not be read.
      #expect(result.status == 1)
      return result.output
    }
  }

  @Test(arguments: ["en", "zh"]) func needsNothingElseAndRunsNothing(lang: String) throws {
    let page = try page(["--lang", lang])
    for word in ["http:", "https:", "src=", "href=", "url(\"", "<script", "<i>", "<b>&v"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("&lt;b&gt;&amp;village"))
    #expect(page.contains(lang == "zh" ? "<html lang=\"zh-Hans\">" : "<html lang=\"en\">"))
    // Five of twenty go another way: a quarter of the bar.
    #expect(page.contains("25.0%"))
    #expect(page.contains("<rect class=\"changed\" x=\"600\" width=\"200\" height=\"30\"/>"))
  }

  /// Every element is closed in order, so that no browser has to guess.
  @Test func isWellFormed() throws {
    let body = try page([]).replacing("<!doctype html>", with: "")
      .replacing(#/<meta [^>]*>/#, with: "")
    let parser = XMLWords(Data(body.utf8))
    #expect(parser.isWellFormed)
  }
}

/// Whether a text is well-formed, by Python's reader of XML.
private struct XMLWords {
  let isWellFormed: Bool

  init(_ data: Data) {
    let found = try? withTemporaryFolder { folder in
      try data.write(to: folder.appendingPathComponent("page.xml"))
      let program = "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])"
      return try Command("python3", ["-c", program, "page.xml"], in: folder).run().status
    }
    isWellFormed = found == 0
  }
}
