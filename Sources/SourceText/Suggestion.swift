/// Finds the name that an author most likely meant by one that is not there.
package enum Suggestion {
  /// The nearest of `candidates` to `word`; nil where none is near enough to be worth naming. Of
  /// equally near ones the first counts.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let target = folded(word)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let distance = distance(target, folded(candidate))
      guard distance <= tolerance(max(target.count, candidate.count)) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many edits still look like a slip: one in words of up to four characters, where Chinese
  /// names live, and a third of a longer word; a word of one character has no slip in it.
  private static func tolerance(_ length: Int) -> Int {
    length < 2 ? 0 : max(1, length / 3)
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map(narrowed)
  }

  /// A full-width letter, digit or sign as its ASCII twin.
  package static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// Damerau's distance with adjacent swaps counted once (optimal string alignment).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}

extension Suggestion {
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
