/// How much a finding weighs. An error makes `check` fail; a warning does so under `--strict`.
package enum Severity: String, Hashable, Sendable, Codable, Comparable {
  case error
  case warning
  case note

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// A place that matters to a finding, and what is to be seen there.
package struct Label: Hashable, Sendable {
  package var span: Span
  package var message: Bilingual?

  package init(_ span: Span, _ message: Bilingual? = nil) {
    self.span = span
    self.message = message
  }
}

/// A mend that a tool could make: replace the span's text.
package struct Fix: Hashable, Sendable {
  package var span: Span
  package var replacement: String
  /// Whether the mend keeps the author's meaning for sure, so that it may be made unasked.
  package var isSafe: Bool

  package init(_ span: Span, replacement: String, isSafe: Bool) {
    self.span = span
    self.replacement = replacement
    self.isSafe = isSafe
  }
}

/// One finding about the user's text: always a value, never thrown.
///
/// Wording: one sentence, lower case, no full stop, the user's words in backticks, no type names of
/// ours; advice goes into `help` and begins with a verb.
package struct Diagnostic: Hashable, Sendable {
  package var code: DiagnosticCode
  package var message: Bilingual
  package var primary: Label
  /// Further places, possibly in other files.
  package var labels: [Label]
  /// What to do about it.
  package var help: Bilingual?
  package var fix: Fix?

  package init(
    _ code: DiagnosticCode, _ message: Bilingual, at span: Span, note: Bilingual? = nil,
    labels: [Label] = [], help: Bilingual? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.message = message
    primary = Label(span, note)
    self.labels = labels
    self.help = help
    self.fix = fix
  }

  package var severity: Severity { code.severity }
}

/// Where a stage leaves its findings.
package struct Diagnostics: Sendable {
  package private(set) var all: [Diagnostic] = []

  package init() {}

  /// Adds one finding.
  package mutating func report(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  /// Adds findings in their order.
  package mutating func report(contentsOf others: [Diagnostic]) {
    if !others.isEmpty { all.append(contentsOf: others) }
  }

  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// By file, place, then code; repeated findings once.
  package var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.filter { seen.insert($0).inserted }.sorted {
      let (a, b) = ($0.primary.span, $1.primary.span)
      return (a.source.index, a.start, a.end, $0.code.id, $0.message.en)
        < (b.source.index, b.start, b.end, $1.code.id, $1.message.en)
    }
  }
}
