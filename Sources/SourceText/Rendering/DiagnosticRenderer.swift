/// Turns findings into text; what comes from files is made safe for terminals.
package struct DiagnosticRenderer: Sendable {
  package var sources: SourceMap
  package var language: Language
  /// Whether ANSI colours are wanted; the caller knows whether a terminal listens.
  package var hasColors: Bool
  /// Columns of source text shown of a long line.
  package var width: Int

  package init(
    sources: SourceMap, language: Language, hasColors: Bool = false, width: Int = 100
  ) {
    self.sources = sources
    self.language = language
    self.hasColors = hasColors
    self.width = width
  }

  /// `path:line:column: error: message [FQ0203]`.
  package func line(_ diagnostic: Diagnostic) -> String {
    let place = sources.place(diagnostic.primary.span).onOneSafeLine
    let severity = diagnostic.severity.word.text(in: language)
    return "\(place): \(severity): \(message(of: diagnostic)) [\(diagnostic.code.id)]"
  }

  /// The finding with the lines of the file that it is about, and what to do; no line break at the
  /// end.
  package func frame(_ diagnostic: Diagnostic) -> String {
    var frame = DiagnosticFrame(self, diagnostic)
    return frame.render()
  }

  /// `3 errors, 1 warning`.
  package func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      guard count > 0 else { return nil }
      let word = severity.word.text(in: language)
      return language == .chinese ? "\(count) 个\(word)" : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    guard !counts.isEmpty else {
      return Bilingual(en: "no findings", zh: "没有发现问题").text(in: language)
    }
    return counts.joined(separator: language == .chinese ? "，" : ", ")
  }

  func message(of diagnostic: Diagnostic) -> String {
    diagnostic.message.text(in: language).onOneSafeLine
  }

  func paint(_ text: String, _ style: TerminalStyle) -> String {
    hasColors ? style.paint(text) : text
  }
}

extension Severity {
  /// The word for it in messages.
  package var word: Bilingual {
    switch self {
    case .error: Bilingual(en: "error", zh: "错误")
    case .warning: Bilingual(en: "warning", zh: "警告")
    case .note: Bilingual(en: "note", zh: "说明")
    }
  }
}
