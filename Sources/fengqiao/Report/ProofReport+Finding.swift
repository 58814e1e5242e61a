internal import Model
internal import SourceText
internal import Verifier

/// What came of proving an invariant, as CI is told.
extension ProofReport {
  /// Nil where it is proved.
  var finding: (rule: FindingRule, message: Bilingual)? {
    switch proof {
    case .proved: return nil
    case .refuted(let file):
      let text = caseText(file)
      return (
        .brokenInvariant,
        Bilingual(
          en: "the invariant `\(invariant.name)` is broken by this case:\n\(text)",
          zh: "以下案件违背承诺 `\(invariant.name)`：\n\(text)")
      )
    case .notDecided(let reason):
      let why = why(reason)
      return (
        .undecidedInvariant(isSealed: invariant.isSealed),
        Bilingual(
          en: "the invariant `\(invariant.name)` is not decided: \(why.en)",
          zh: "承诺 `\(invariant.name)` 未能判定：\(why.zh)")
      )
    }
  }

  func testCase(_ sources: SourceMap, _ console: Console, fails: Bool) -> JUnitSuite.Case {
    let place = SourcePlace(invariant.span, in: sources)
    var one = JUnitSuite.Case(name: invariant.name, file: place.file, line: place.line)
    guard let finding else { return one }
    let text = finding.message.text(in: console.language)
    if fails {
      let first = text.split(separator: "\n").first.map(String.init) ?? text
      one.outcomes = [.failure(type: finding.rule.id, message: first, text: text)]
    } else {
      one.outcomes = [.skipped(text)]
    }
    return one
  }
}
