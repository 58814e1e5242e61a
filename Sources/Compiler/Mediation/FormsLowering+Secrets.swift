import SourceText
import Syntax

// What is said apart, in terms of the parties.
extension FormsLowering {
  /// What was said apart by one side is kept from all others, unless `keep_from` names some; what
  /// `release` waits for becomes a consent.
  mutating func lowerSecrets() {
    let sides = tree.mediation.parties?.sides.map(\.name) ?? []
    for index in tree.facts.indices {
      if let source = tree.facts[index].heardFrom, tree.facts[index].keptFrom.isEmpty {
        tree.facts[index].keptFrom = sides.filter { $0.value != source.value }.map {
          .made($0.value, at: source.span)
        }
      }
      if let side = tree.facts[index].releasedBy { lowerRelease(tree.facts[index], by: side) }
    }
  }

  /// `release: {consent: 甲方}` on the fact `委屈` asks 甲方 for the consent `release_委屈`.
  private mutating func lowerRelease(_ fact: FactTree, by side: Located<String>) {
    // A rulebook in core has the decision already.
    if tree.decisions.contains(where: { $0.name.value == fact.name.releaseName }) { return }
    guard tree.mediation.parties != nil else {
      diagnostics.report(.releaseWithoutParties(fact.name, side))
      return
    }
    let readers = fact.keptFrom.map(\.value)
    let (en, zh) = (readers.joined(separator: ", "), readers.joined(separator: "、"))
    let words = fact.title?.bilingual(of: fact.name.value) ?? Bilingual(fact.name.value)
    var consent = ConsentTree(
      name: .made(fact.name.releaseName, at: side.span), span: side.span)
    consent.title = .made(
      en: "consent to tell `\(words.en)`", zh: "同意告知`\(words.zh)`", at: side.span)
    consent.question = .made(
      en: "may `\(words.en)` be told to \(en)?", zh: "是否同意把`\(words.zh)`告知\(zh)？",
      at: side.span)
    consent.of = [side]
    tree.mediation.consents.append(consent)
  }
}

extension Diagnostic {
  fileprivate static func releaseWithoutParties(
    _ fact: Located<String>, _ side: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .secretFromNobody,
      Bilingual(
        en: "`\(fact.value)` waits for the consent of `\(side.value)`, but the rulebook has no "
          + "`parties`",
        zh: "`\(fact.value)` 须经 `\(side.value)` 同意，但规则书没有 `parties`"),
      at: side.span,
      help: Bilingual(
        en: "declare `parties: {sides: […]}`, or leave `release` out",
        zh: "请声明 `parties: {sides: […]}`，或删去 `release`"))
  }
}
