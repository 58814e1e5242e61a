extension String {
  /// What stands between the quotes that the text begins and ends with, of whatever kind: `镇` for
  /// `“镇”`. Nil where it does not, or where nothing stands between them.
  package var insideQuotes: String? {
    let pairs: [(Character, [Character])] = [
      ("“", ["”", "“"]), ("”", ["”", "“"]), ("‘", ["’", "‘"]), ("’", ["’", "‘"]), ("「", ["」"]),
      ("『", ["』"]), ("＂", ["＂"]), ("＇", ["＇"]), ("\"", ["\""]), ("'", ["'"]),
    ]
    guard count > 2, let first, let last,
      pairs.contains(where: { $0.0 == first && $0.1.contains(last) })
    else { return nil }
    return String(dropFirst().dropLast())
  }
}
