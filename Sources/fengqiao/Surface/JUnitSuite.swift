/// A suite of a JUnit report: a rulebook, with its files, cases or invariants as test cases. Times
/// are left out: the same run gives the same bytes.
struct JUnitSuite {
  struct Case {
    enum Outcome {
      /// What was asked did not hold.
      case failure(type: String, message: String, text: String)
      /// It could not be asked.
      case error(type: String, message: String, text: String)
      case skipped(String)
    }

    var name: String
    var file: String
    var line: Int?
    var outcomes: [Outcome] = []
    /// What is to be read besides and is no failure.
    var notes: [String] = []
  }

  var name: String
  var cases: [Case] = []

  private func count(where counts: (Case.Outcome) -> Bool) -> Int {
    cases.count { $0.outcomes.contains(where: counts) }
  }

  fileprivate var counts: (tests: Int, failures: Int, errors: Int, skipped: Int) {
    (
      cases.count, count { if case .failure = $0 { true } else { false } },
      count { if case .error = $0 { true } else { false } },
      count { if case .skipped = $0 { true } else { false } }
    )
  }
}

/// A JUnit report as XML.
struct JUnitDocument {
  let suites: [JUnitSuite]

  /// One element a line; no line break at the end.
  var text: String {
    let counts = suites.map(\.counts)
    let total = counts.reduce((0, 0, 0, 0)) {
      ($0.0 + $1.tests, $0.1 + $1.failures, $0.2 + $1.errors, $0.3 + $1.skipped)
    }
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append("<testsuites \(attributes("fengqiao", total))>")
    for (suite, counts) in zip(suites, counts) {
      lines.append("  <testsuite \(attributes(suite.name, counts))>")
      lines += suite.cases.flatMap { self.lines(of: $0, in: suite) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n")
  }

  private func attributes(_ name: String, _ counts: (Int, Int, Int, Int)) -> String {
    "name=\"\(name.asXMLAttribute)\" tests=\"\(counts.0)\" failures=\"\(counts.1)\" "
      + "errors=\"\(counts.2)\" skipped=\"\(counts.3)\""
  }

  private func lines(of one: JUnitSuite.Case, in suite: JUnitSuite) -> [String] {
    var head =
      "    <testcase name=\"\(one.name.asXMLAttribute)\" "
      + "classname=\"\(suite.name.asXMLAttribute)\" file=\"\(one.file.asXMLAttribute)\""
    if let line = one.line { head += " line=\"\(line)\"" }
    var inner = one.outcomes.map(element)
    if !one.notes.isEmpty {
      inner.append("<system-out>\(one.notes.joined(separator: "\n").asXMLText)</system-out>")
    }
    guard !inner.isEmpty else { return [head + "/>"] }
    return [head + ">"] + inner.map { "      " + $0 } + ["    </testcase>"]
  }

  private func element(_ outcome: JUnitSuite.Case.Outcome) -> String {
    switch outcome {
    case .failure(let type, let message, let text): element("failure", type, message, text)
    case .error(let type, let message, let text): element("error", type, message, text)
    case .skipped(let message): "<skipped message=\"\(message.asXMLAttribute)\"/>"
    }
  }

  private func element(
    _ name: String, _ type: String, _ message: String, _ text: String
  ) -> String {
    "<\(name) type=\"\(type.asXMLAttribute)\" message=\"\(message.asXMLAttribute)\">"
      + "\(text.asXMLText)</\(name)>"
  }
}
