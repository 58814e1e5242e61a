internal import SourceText

/// A stretch of a file as other tools count it: lines and columns from 1, columns in Unicode
/// scalars, the end one past the last.
struct SourcePlace: Hashable {
  var file: String
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int

  init(_ span: Span, in sources: SourceMap) {
    let source = sources[span.source]
    let start = source.lines.position(at: Int(span.start), in: source.bytes)
    let end = source.lines.position(at: Int(span.end), in: source.bytes)
    file = FilePath.normal(source.name)
    (line, column) = (start.line, start.column)
    (endLine, endColumn) = (end.line, end.column)
  }
}

/// What a finding is one of: a diagnostic code, or what a verb besides `check` finds.
struct FindingRule: Hashable {
  var id: String
  /// A clause in kebab case.
  var name: String
  var severity: Severity
  var summary: Bilingual
  /// What it means and how it is mended, as Markdown.
  var page: String

  static func == (left: FindingRule, right: FindingRule) -> Bool { left.id == right.id }

  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension FindingRule {
  init(_ code: DiagnosticCode) {
    let page = DiagnosticPages.all.first { $0.code == code.id }?.page ?? ""
    self.init(
      id: code.id, name: code.name, severity: code.severity, summary: code.summary, page: page)
  }

  /// `fengqiao test`: what a case file expects did not come.
  static let failedExpectation = FindingRule(
    id: "test-failure", name: "failed-expectation", severity: .error,
    summary: Bilingual(en: "a case does not go as its file expects", zh: "案件没有按案件文件的预期进行"),
    page: """
      What the `expect` of a case file says did not come about. Either the rulebook is wrong, or the \
      case expects what is no longer meant. `fengqiao explain RULEBOOK CASEFILE` tells why the case \
      stands where it does.
      """)

  /// `fengqiao prove`: a promise that a case breaks.
  static let brokenInvariant = FindingRule(
    id: "prove-refuted", name: "broken-promise", severity: .error,
    summary: Bilingual(en: "a case breaks a promise", zh: "有案件违背承诺"),
    page: """
      A promise of the rulebook (under `invariants`) is not kept: there is a case that breaks it, and \
      the interpreter has played it. `fengqiao prove RULEBOOK --counterexamples DIR` writes it as a \
      file, and `fengqiao run RULEBOOK FILE` shows the entry that breaks it.
      """)

  /// `fengqiao prove`: a promise that could not be decided. An error where it is sealed.
  static func undecidedInvariant(isSealed: Bool) -> FindingRule {
    FindingRule(
      id: isSealed ? "prove-sealed-undecided" : "prove-undecided",
      name: isSealed ? "undecided-sealed-promise" : "undecided-promise",
      severity: isSealed ? .error : .warning,
      summary: Bilingual(
        en: isSealed
          ? "a sealed promise could not be decided" : "a promise could not be decided",
        zh: isSealed ? "封存的承诺未能判定" : "承诺未能判定"),
      page: """
        It is neither proved that the promise is kept, nor was a case found that breaks it. The \
        message says why. A sealed promise has to be proved.
        """)
  }
}

/// One finding with all that any format tells of it, no longer bound to the files in memory.
struct ReportedFinding {
  var rule: FindingRule
  var message: Bilingual
  var place: SourcePlace
  var related: [(place: SourcePlace, note: Bilingual?)] = []
  var help: Bilingual?
  var fix: (place: SourcePlace, replacement: String)?
  /// The same as long as the finding is the same; see `Fingerprints`.
  var fingerprint = ""
  /// Whether the baseline names it.
  var isKnown = false

  /// Message and mend for readers that show one text.
  func words(in language: Language) -> String {
    let parts = [message.text(in: language), help?.text(in: language)].compactMap(\.self)
    return parts.joined(separator: "\n").strippingTerminalControls
  }
}

extension ReportedFinding {
  init(_ diagnostic: Diagnostic, in sources: SourceMap) {
    self.init(
      rule: FindingRule(diagnostic.code), message: diagnostic.message,
      place: SourcePlace(diagnostic.primary.span, in: sources),
      related: diagnostic.labels.map { (SourcePlace($0.span, in: sources), $0.message) },
      help: diagnostic.help,
      fix: diagnostic.fix.map { (SourcePlace($0.span, in: sources), $0.replacement) })
  }
}
