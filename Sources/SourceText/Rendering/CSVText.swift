/// Rows to be opened by a spreadsheet: RFC 4180, with the mark by which spreadsheets know UTF-8.
package struct CSVText: Hashable, Sendable {
  /// One field of a row.
  package enum Field: Hashable, Sendable {
    /// Words, from a rulebook or a case. No spreadsheet takes them for a formula.
    case text(String)
    /// A number of our own writing, as it shall stand: a minus sign makes no formula of it.
    case number(String)
    case empty
  }

  package var rows: [[Field]]

  package init(rows: [[Field]]) {
    self.rows = rows
  }

  /// All rows, each ended by CR LF, after a byte-order mark.
  package var text: String {
    "\u{FEFF}" + rows.map { $0.map(\.written).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension CSVText.Field {
  fileprivate var written: String {
    switch self {
    case .empty: ""
    case .number(let digits): digits
    case .text(let words): Self.quoted(Self.disarmed(words))
    }
  }

  /// Words that a spreadsheet might compute, or hand to another program, begin with an apostrophe:
  /// those whose first visible sign is one of `= + - @`, full-width or not, and those that begin
  /// with a tab or a line break, which some spreadsheets pass over.
  private static func disarmed(_ words: String) -> String {
    let safe = words.strippingTerminalControls
    guard let start = safe.unicodeScalars.first else { return safe }
    if start == "\t" || start == "\n" { return "'" + safe }
    let visible = safe.unicodeScalars.first { !$0.properties.isWhitespace }
    return visible.map("=+-@＝＋－＠".unicodeScalars.contains) == true ? "'" + safe : safe
  }

  private static func quoted(_ words: String) -> String {
    let needsQuotes = words.unicodeScalars.contains { "\",\r\n;\t'".unicodeScalars.contains($0) }
    guard needsQuotes else { return words }
    var doubled = ""
    for scalar in words.unicodeScalars {
      if scalar == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(scalar)
    }
    return "\"" + doubled + "\""
  }
}
