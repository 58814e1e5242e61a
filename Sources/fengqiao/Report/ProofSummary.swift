internal import SourceText
internal import Verifier

/// How many promises were proved, and what became of the others.
struct ProofSummary {
  private var proved = 0
  private var refuted = 0
  private var undecided = 0
  private var sealedUndecided = 0
  /// How many of those that are not proved the baseline names.
  private var known = 0

  private var count: Int { proved + refuted + undecided + sealedUndecided }

  /// - Parameter isKnown: whether the baseline names it.
  mutating func add(_ proof: Proof, isSealed: Bool, isKnown: Bool) {
    switch proof {
    case .proved: proved += 1
    case .refuted: refuted += 1
    case .notDecided where isSealed: sealedUndecided += 1
    case .notDecided: undecided += 1
    }
    if isKnown { known += 1 }
  }

  /// What is said of a rulebook without promises.
  static let none = Bilingual(
    en: "the rulebook makes no promises: write them under `invariants`",
    zh: "规则书没有作出承诺：请写在 `invariants` 下")

  /// `12 promises, all proved`, `2 promises: 1 refuted, 1 not decided`.
  var text: Bilingual {
    guard count > 0 else { return Self.none }
    let promises = Console.counted(count, "promise", "promises")
    let parts = [
      (proved, "proved", "已证明"), (refuted, "refuted", "被推翻"),
      (sealedUndecided, "sealed but not decided", "封存而未能判定"),
      (undecided, "not decided", "未能判定"),
    ].filter { $0.0 > 0 }
    let known = Bilingual(
      en: known > 0 ? " (\(known) known)" : "", zh: known > 0 ? "（\(known) 项已知）" : "")
    if let all = parts.first, parts.count == 1 {
      let every = count == 1 ? Bilingual(en: "", zh: "") : Bilingual(en: "all ", zh: "全部")
      return Bilingual(
        en: "\(promises), \(every.en)\(all.1)\(known.en)",
        zh: "\(count) 项承诺，\(every.zh)\(all.2)\(known.zh)")
    }
    let english = parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let chinese = parts.map { "\($0.0) 项\($0.2)" }.joined(separator: "，")
    return Bilingual(
      en: "\(promises): \(english)\(known.en)", zh: "\(count) 项承诺：\(chinese)\(known.zh)")
  }

  /// The same in numbers.
  var json: JSONText {
    .object([
      .init("promises", .integer(count)), .init("proved", .integer(proved)),
      .init("refuted", .integer(refuted)),
      .init("undecided", .integer(undecided + sealedUndecided)),
      .init("sealed_undecided", .integer(sealedUndecided)), .init("known", .integer(known)),
    ])
  }
}
