internal import SourceText

/// The findings of one run as a SARIF log (OASIS Static Analysis Results Interchange Format 2.1.0).
struct SARIFLog {
  let version: String
  let findings: [ReportedFinding]
  /// What the baseline names and the run did not find.
  let gone: [Baseline.Entry]
  let language: Language

  private var rules: [FindingRule] {
    var seen = Set<FindingRule>()
    return findings.map(\.rule).filter { seen.insert($0).inserted }.sorted { $0.id < $1.id }
  }

  var json: JSONText {
    let rules = rules
    let driver = JSONText.object([
      .init("name", "fengqiao"), .init("version", .string(version)),
      .init("semanticVersion", .string(version)),
      .init("language", .string(language == .chinese ? "zh-CN" : "en-US")),
      .init("rules", .array(rules.map(json))),
    ])
    let indices = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))
    return .object([
      .init("version", "2.1.0"),
      .init(
        "runs",
        [
          .object([
            .init("tool", .object([.init("driver", driver)])),
            .init("columnKind", "unicodeCodePoints"),
            .init("invocations", [invocation]),
            .init("results", .array(findings.map { result($0, indices[$0.rule.id] ?? 0) })),
          ])
        ]),
    ])
  }

  private var invocation: JSONText {
    let notes = gone.map { entry in
      JSONText.object([
        .init("level", "note"),
        .init("message", text(entry.gone.text(in: language))),
      ])
    }
    return .object([
      .init("executionSuccessful", true), .init("toolExecutionNotifications", .array(notes)),
    ])
  }

  private func json(_ rule: FindingRule) -> JSONText {
    .object([
      .init("id", .string(rule.id)), .init("name", .string(rule.name)),
      .init("shortDescription", text(rule.summary.text(in: language))),
      .init(
        "help",
        .object([.init("text", .string(rule.page)), .init("markdown", .string(rule.page))])),
      .init("defaultConfiguration", .object([.init("level", .string(level(rule.severity)))])),
    ])
  }

  private func result(_ finding: ReportedFinding, _ index: Int) -> JSONText {
    var members: [JSONText.Member] = [
      .init("ruleId", .string(finding.rule.id)), .init("ruleIndex", .integer(index)),
      .init("level", .string(level(finding.rule.severity))),
      .init("message", text(finding.words(in: language))),
      .init("locations", [location(finding.place)]),
      .init(
        "partialFingerprints",
        .object([.init("fengqiaoFinding/v1", .string(finding.fingerprint))])),
    ]
    if !finding.related.isEmpty {
      let related = finding.related.enumerated().map {
        location($1.place, id: $0 + 1, note: $1.note)
      }
      members.append(.init("relatedLocations", .array(related)))
    }
    if let fix = finding.fix { members.append(.init("fixes", [json(fix, finding.help)])) }
    if finding.isKnown {
      members.append(
        .init(
          "suppressions",
          [.object([.init("kind", "external"), .init("status", "accepted")])]))
    }
    return .object(members)
  }

  private func json(
    _ fix: (place: SourcePlace, replacement: String), _ help: Bilingual?
  ) -> JSONText {
    let replacement = JSONText.object([
      .init("deletedRegion", region(fix.place)),
      .init("insertedContent", text(fix.replacement)),
    ])
    let change = JSONText.object([
      .init("artifactLocation", artefact(fix.place)), .init("replacements", [replacement]),
    ])
    var members = [JSONText.Member("artifactChanges", [change])]
    if let help { members.insert(.init("description", text(help.text(in: language))), at: 0) }
    return .object(members)
  }

  private func location(
    _ place: SourcePlace, id: Int? = nil, note: Bilingual? = nil
  ) -> JSONText {
    var members: [JSONText.Member] = []
    if let id { members.append(.init("id", .integer(id))) }
    let physical = JSONText.object([
      .init("artifactLocation", artefact(place)), .init("region", region(place)),
    ])
    members.append(.init("physicalLocation", physical))
    if let note { members.append(.init("message", text(note.text(in: language)))) }
    return .object(members)
  }

  private func artefact(_ place: SourcePlace) -> JSONText {
    .object([.init("uri", .string(place.file.asURIReference))])
  }

  private func region(_ place: SourcePlace) -> JSONText {
    .object([
      .init("startLine", .integer(place.line)), .init("startColumn", .integer(place.column)),
      .init("endLine", .integer(place.endLine)), .init("endColumn", .integer(place.endColumn)),
    ])
  }

  private func text(_ text: String) -> JSONText { .object([.init("text", .string(text))]) }

  private func level(_ severity: Severity) -> String { severity.rawValue }
}

extension Baseline.Entry {
  /// That it may be taken out of the file.
  var gone: Bilingual {
    Bilingual(
      en: "no longer found: \(rule) in `\(file)` (\(message)); write the baseline again",
      zh: "已不再出现：`\(file)` 中的 \(rule)（\(message)）；请重新生成基线文件")
  }
}

extension String {
  /// A path as a relative URI reference, or a `file` URI where it is absolute (RFC 3986, RFC 8089).
  fileprivate var asURIReference: String {
    var result = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-._~/".utf8.contains(byte)
        }
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
