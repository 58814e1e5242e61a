internal import Runtime
internal import SourceText

/// Gives each finding a name that outlives changes elsewhere in its file: the hash of its rule, its
/// file, the words of its line without their blanks, and which of several alike it is, counted down
/// the file. Lines put in above it change nothing.
struct Fingerprints {
  private struct Kind: Hashable {
    var rule: String
    var file: String
    var line: String
  }

  private struct Finding: Hashable {
    var rule: String
    var place: SourcePlace
    var message: Bilingual
  }

  private var given: [Finding: String] = [:]
  private var counts: [Kind: Int] = [:]

  /// The finding's fingerprint, and whether the run has told this very finding before: what is
  /// wrong with a base is found again with each place that is built on it.
  mutating func next(
    for finding: ReportedFinding, in sources: SourceMap, _ span: Span
  ) -> (fingerprint: String, isRepeated: Bool) {
    let key = Finding(rule: finding.rule.id, place: finding.place, message: finding.message)
    if let fingerprint = given[key] { return (fingerprint, true) }
    let kind = Kind(
      rule: finding.rule.id, file: finding.place.file, line: Self.line(of: span, in: sources))
    let ordinal = counts[kind, default: 0]
    counts[kind] = ordinal + 1
    let text = [kind.rule, kind.file, kind.line, String(ordinal)].joined(separator: "\n")
    let fingerprint = String(ContentHash.hex(Array(text.utf8)).prefix(32))
    given[key] = fingerprint
    return (fingerprint, false)
  }

  /// The line's words, one blank between them.
  private static func line(of span: Span, in sources: SourceMap) -> String {
    let file = sources[span.source]
    let index = file.lines.line(at: Int(span.start))
    let start = file.lines.starts[index]
    let end = index + 1 < file.lines.starts.count ? file.lines.starts[index + 1] : file.bytes.count
    let text = String(decoding: file.bytes[start..<end], as: UTF8.self)
    return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
