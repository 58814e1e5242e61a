internal import SourceText

/// Takes the findings of a run, rulebook by rulebook, and tells them in the asked format: as they
/// come where each stands for itself, at the end where one document holds them all.
struct FindingReport {
  let format: ReportFormat
  let console: Console
  /// Whether warnings make the run fail.
  let isStrict: Bool
  /// Whether the baseline is to be written instead of read.
  let writesBaseline: Bool
  private var baseline: Baseline?
  private var fingerprints = Fingerprints()
  private var found: [ReportedFinding] = []
  private var diagnostics: [Diagnostic] = []
  private var suites: [JUnitSuite] = []

  init(
    _ format: ReportFormat, _ console: Console, isStrict: Bool, _ options: BaselineOptions? = nil
  ) throws(ToolFault) {
    self.format = format
    self.console = console
    self.isStrict = isStrict
    writesBaseline = options?.writeBaseline ?? false
    baseline = try options?.read()
  }

  /// Adds what was found in the files of one rulebook.
  mutating func add(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    for diagnostic in diagnostics {
      let finding = ReportedFinding(diagnostic, in: sources)
      guard let known = take(finding, in: sources, diagnostic.primary.span) else { continue }
      guard let plain = format.plain else { continue }
      let renderer = DiagnosticRenderer(
        sources: sources, language: console.language, hasColors: console.hasColors)
      switch plain {
      case .json: console.print(json(renderer.json(diagnostic), known).text())
      case .human:
        if known.isKnown {
          console.print(console.say("known  ", "已知  ") + renderer.line(diagnostic))
          break
        }
        self.diagnostics.append(diagnostic)
        console.print(renderer.frame(diagnostic) + "\n")
      }
    }
  }

  /// Adds what a verb besides `check` found; its own lines are printed by the verb. Whether it is
  /// new to the baseline.
  @discardableResult
  mutating func add(
    _ rule: FindingRule, _ message: Bilingual, at span: Span, in sources: SourceMap
  ) -> Bool {
    let finding = ReportedFinding(
      rule: rule, message: message, place: SourcePlace(span, in: sources))
    return take(finding, in: sources, span)?.isKnown == false
  }

  mutating func add(_ suite: JUnitSuite) {
    if format == .junit { suites.append(suite) }
  }

  /// Gives the finding its fingerprint and keeps it; nil where it is one that was told already.
  private mutating func take(
    _ finding: ReportedFinding, in sources: SourceMap, _ span: Span
  ) -> ReportedFinding? {
    let (fingerprint, isRepeated) = fingerprints.next(for: finding, in: sources, span)
    // People see what is wrong with each rulebook; documents name each finding once.
    if isRepeated, format.plain == nil { return nil }
    var finding = finding
    finding.fingerprint = fingerprint
    finding.isKnown = baseline?.names(fingerprint) ?? false
    if !isRepeated { found.append(finding) }
    if format == .github { console.print(GitHubCommands(language: console.language).line(finding)) }
    return finding
  }

  /// A finding's line of JSON says what the baseline says, where one was named.
  private func json(_ json: JSONText, _ finding: ReportedFinding) -> JSONText {
    guard baseline != nil, case .object(let members) = json else { return json }
    return .object(
      members + [
        .init("fingerprint", .string(finding.fingerprint)), .init("known", .bool(finding.isKnown)),
      ])
  }

  /// Tells what is told at the end, writes the baseline where that was asked, and says how the run
  /// ends.
  mutating func finish() throws(ToolFault) -> ToolExit {
    let gone = writesBaseline ? [] : baseline?.gone(after: found) ?? []
    switch format {
    case .human:
      for one in gone { console.print(one.gone.text(in: console.language).onOneSafeLine) }
    case .json:
      for one in gone { console.print(json(one).text()) }
    case .github:
      let commands = GitHubCommands(language: console.language)
      for one in gone { console.print(commands.notice(one.gone.text(in: console.language))) }
    case .sarif:
      let log = SARIFLog(
        version: Fengqiao.version, findings: found, gone: gone,
        language: console.language)
      console.print(log.json.prettyText())
    case .junit: console.print(JUnitDocument(suites: suites).text)
    }
    if writesBaseline {
      try baseline?.write(found)
      return .clean
    }
    return exit
  }

  private var exit: ToolExit {
    let worst: Severity = isStrict ? .warning : .error
    let fails = found.contains { !$0.isKnown && $0.rule.severity <= worst }
    return fails ? .findings : .clean
  }

  private func json(_ entry: Baseline.Entry) -> JSONText {
    .object([
      .init(
        "gone",
        .object([
          .init("fingerprint", .string(entry.fingerprint)), .init("rule", .string(entry.rule)),
          .init("file", .string(entry.file)), .init("message", .string(entry.message)),
        ]))
    ])
  }
}

extension FindingReport {
  /// `3 errors, 1 warning, 2 known`, for people.
  var summary: String {
    let known = found.count(where: \.isKnown)
    if writesBaseline {
      return console.say(
        "\(found.count) finding\(found.count == 1 ? "" : "s") written", "已写入 \(found.count) 个问题")
    }
    let renderer = DiagnosticRenderer(sources: SourceMap(), language: console.language)
    if known == 0 {
      return diagnostics.isEmpty
        ? console.say("no findings", "没有问题") : renderer.summary(of: diagnostics)
    }
    let new =
      diagnostics.isEmpty
      ? console.say("no new findings", "没有新问题") : renderer.summary(of: diagnostics)
    return new + console.say(", \(known) known", "，\(known) 个已知")
  }

  /// A suite with the rulebook's files as its cases: what was found in a file is its failure, and
  /// what does not make the run fail is told beside it. Files `leftOut` were read, but not checked.
  func suite(
    named name: String, files: SourceMap, leftOut: [String] = [], _ diagnostics: [Diagnostic]
  ) -> JUnitSuite {
    var suite = JUnitSuite(name: name)
    let renderer = DiagnosticRenderer(sources: files, language: console.language)
    for (index, file) in files.files.enumerated() where !leftOut.contains(file.name) {
      var one = JUnitSuite.Case(name: FilePath.normal(file.name), file: FilePath.normal(file.name))
      for diagnostic in diagnostics where Int(diagnostic.primary.span.source.index) == index {
        let text = renderer.frame(diagnostic)
        if fails(diagnostic, in: files) {
          one.outcomes.append(
            .failure(
              type: diagnostic.code.id, message: renderer.line(diagnostic), text: text))
        } else {
          one.notes.append(text)
        }
      }
      suite.cases.append(one)
    }
    return suite
  }

  private func fails(_ diagnostic: Diagnostic, in sources: SourceMap) -> Bool {
    guard diagnostic.severity <= (isStrict ? .warning : .error) else { return false }
    let place = SourcePlace(diagnostic.primary.span, in: sources)
    return !found.contains {
      $0.isKnown && $0.place == place && $0.rule.id == diagnostic.code.id
        && $0.message == diagnostic.message
    }
  }
}

extension FindingReport {
  /// Whether a new finding of this rule makes the run fail.
  func fails(_ rule: FindingRule?) -> Bool {
    guard let rule else { return false }
    return rule.severity <= (isStrict ? .warning : .error)
  }

  /// Tells why a rulebook cannot be run at all, and ends the verb.
  mutating func unusable(_ loaded: LoadedRulebook, path: String) throws(ToolFault) -> ToolExit {
    addErrors(of: loaded, path: path)
    _ = try finish()
    return .findings
  }

  /// Adds what keeps a rulebook from being run.
  mutating func addErrors(of loaded: LoadedRulebook, path: String) {
    add(loaded.diagnostics, in: loaded.sources)
    let file = loaded.sources.files.first.map { FilePath.normal($0.name) } ?? path
    let renderer = DiagnosticRenderer(sources: loaded.sources, language: console.language)
    let errors = loaded.diagnostics.filter { $0.severity == .error }.map {
      JUnitSuite.Case.Outcome.error(
        type: $0.code.id, message: renderer.line($0), text: renderer.frame($0))
    }
    add(JUnitSuite(name: path, cases: [.init(name: file, file: file, outcomes: errors)]))
  }
}
