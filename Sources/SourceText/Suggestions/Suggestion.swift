/// Finds the name that an author most likely meant by one that is not there.
///
/// A name that looks or reads the same (`SameLook`) or differs in case alone comes first. Else the
/// nearest by edits counts: one of two to four Chinese characters may differ, one letter of a short
/// word, more of a longer. Of equally near ones the earlier candidate wins.
package enum Suggestion {
  /// The nearest of `candidates` to `word`; nil where none is near enough to be worth naming.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    all(near: word, among: candidates, limit: 1).first
  }

  /// The candidates that may have been meant, the likeliest first.
  package static func all(
    near word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(SameLook.folded(word).lowercased())
    var seen: Set<String> = []
    var near: [(candidate: String, score: Nearness, order: Int)] = []
    for (order, candidate) in candidates.enumerated()
    where candidate != word && seen.insert(candidate).inserted {
      let folded = Array(SameLook.folded(candidate).lowercased())
      if let score = Nearness(wanted, folded) { near.append((candidate, score, order)) }
    }
    near.sort { ($0.score, $0.order) < ($1.score, $1.order) }
    return near.prefix(limit).map(\.candidate)
  }

  /// Help that names the nearest candidate, or lists what there is to choose from.
  package static func help(for word: String, among candidates: [String]) -> Bilingual? {
    if let nearest = nearest(to: word, among: candidates) {
      return Bilingual(en: "write `\(nearest)`", zh: "改为 `\(nearest)`")
    }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    let english = candidates.map { "`\($0)`" }.joined(separator: ", ")
    let chinese = candidates.map { "`\($0)`" }.joined(separator: "、")
    return Bilingual(en: "choose one of \(english)", zh: "从 \(chinese) 中选一个")
  }
}

/// How near two names are; less is nearer.
private struct Nearness: Comparable {
  let edits: Int
  /// Characters not shared at the start or the end: `金客` is nearer to `金额` than to `政客`.
  let unlikeStart: Int
  let unlikeEnd: Int

  init?(_ one: [Character], _ other: [Character]) {
    let allowed = Self.allowedEdits(one, other)
    guard abs(one.count - other.count) <= allowed else { return nil }
    edits = editDistance(one, other)
    guard edits <= allowed, edits < max(one.count, other.count) else { return nil }
    // Who slips twice in a short word has its first letter right: `pause` is not meant by `case`.
    let isShort = max(one.count, other.count) < 9 && one.first?.isASCII == true
    if isShort, edits > 1, one.first != other.first { return nil }
    unlikeStart = -zip(one, other).prefix { $0 == $1 }.count
    unlikeEnd = -zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
  }

  private static func allowedEdits(_ one: [Character], _ other: [Character]) -> Int {
    let length = max(one.count, other.count)
    let isDense = one.contains { ($0.unicodeScalars.first?.value ?? 0) >= 0x2E80 }
    switch length {
    case 0...1: return 0
    case 2: return isDense ? 1 : 0
    case 3...4: return 1
    case 5...8: return 2
    default: return 3
    }
  }

  static func < (left: Nearness, right: Nearness) -> Bool {
    (left.edits, left.unlikeStart, left.unlikeEnd)
      < (right.edits, right.unlikeStart, right.unlikeEnd)
  }
}

/// Damerau and Levenshtein's distance with transpositions of neighbours (optimal string alignment).
func editDistance<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    for column in other.indices {
      let isSame = one[row] == other[column]
      var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && one[row] == other[column - 1] && one[row - 1] == other[column]
      if isSwap { best = min(best, beforeLast[column - 1] + 1) }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[other.count]
}
