internal import Model
internal import SourceText
internal import Verifier

/// What came of proving a promise, as CI is told.
extension ProofReport {
  /// Nil where it is proved.
  var finding: (rule: FindingRule, message: Bilingual)? {
    let rule: FindingRule
    switch proof {
    case .proved: return nil
    case .refuted: rule = .brokenInvariant
    case .notDecided: rule = .undecidedInvariant(isSealed: invariant.isSealed)
    }
    return (rule, Bilingual(en: told(in: .english).message, zh: told(in: .chinese).message))
  }

  private func told(in language: Language) -> ProofReport {
    var other = self
    other.wording = Wording(program: program, sources: wording.sources, language: language)
    return other
  }

  /// In a line what is wrong, and below it the case that shows it.
  private var message: String {
    switch proof {
    case .proved: return ""
    case .refuted(let file):
      return breachText.sentence(invariant, breach) + "\n" + CaseText(program).text(file)
    case .notDecided(let reason):
      let name = breachText.quoted(invariant)
      return wording.say("the promise \(name) is not decided: ", "承诺 \(name) 未能判定：")
        + wording.say(why(reason))
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
