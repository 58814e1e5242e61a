internal import Engine
internal import Model
internal import SourceText

/// What the forms of mediation come to in a case, in words: which red line holds and what follows,
/// whose consent is missing.
struct MediationLines {
  let interpreter: Interpreter
  let wording: Wording
  let state: CaseState

  private var program: Program { interpreter.program }

  /// A line of a report: its first word, and the rest.
  struct Line {
    var head: Bilingual
    var text: String
  }

  /// All of it.
  var all: [Line] {
    let standing = interpreter.mediation(of: state)
    return screen(standing) + standing.consents.map(consent)
  }

  /// What of it a condition asks for.
  func concerning(_ condition: Expression) -> [Line] {
    var read: Set<ID<Decision>> = []
    condition.walk { if case .decision(let id) = $0.kind { read.insert(id) } }
    let standing = interpreter.mediation(of: state)
    let asksScreen = program.mediation.screen.map(read.contains) == true
    return (asksScreen ? screen(standing) : [])
      + standing.consents.filter { read.contains($0.consent.decision) }.map(consent)
  }

  /// The consents that a role waits for.
  func admitting(_ role: ID<Role>) -> [Line] {
    interpreter.mediation(of: state).consents.filter { $0.consent.before.contains(role) }
      .map(consent)
  }

  private func screen(_ standing: MediationStanding) -> [Line] {
    guard !standing.lines.isEmpty else { return [] }
    var lines = standing.holding.map {
      Line(
        head: .redLine,
        text: redLine($0) + ": " + act($0) + law($0.basis))
    }
    if !standing.missing.facts.isEmpty {
      if !state.isFinished {
        let needs = wording.say("undecided, needs ", "未决，尚缺 ") + wording.facts(standing.missing)
        lines.append(Line(head: .screen, text: needs))
      }
    } else if lines.isEmpty {
      lines.append(Line(head: .screen, text: wording.say("no red line holds", "没有触及红线")))
    }
    return lines
  }

  /// Whether a consent is given, or who refused, or who has not answered.
  func consent(_ standing: MediationStanding.Answers) -> Line {
    let name = wording.titled(standing.consent.name, standing.consent.title)
    var parts: [String] = []
    if let outcome = standing.outcome {
      if outcome.isGiven { parts.append(wording.say("given", "已同意")) }
      if outcome.isRefused {
        let who = refusing(standing)
        parts.append(wording.say("refused: ", "不同意：") + who)
      }
      if !outcome.absent.isEmpty {
        let who = outcome.absent.joined(separator: ", ").onOneSafeLine
        parts.append(wording.say("not answered by ", "尚未答复：") + who)
      } else if parts.isEmpty {
        parts.append(wording.say("nobody to ask on some side", "有一方无人可问"))
      }
    } else {
      parts.append(wording.say("undecided, needs ", "未决，尚缺 ") + wording.facts(standing.missing))
    }
    return Line(
      head: .consent, text: "\(name): " + parts.joined(separator: wording.say("; ", "；")))
  }

  /// Those who refused or withdrew, with the word and the day.
  private func refusing(_ standing: MediationStanding.Answers) -> String {
    standing.answers.filter { wording.isRefusal($0.answer) }.map(wording.answer)
      .joined(separator: ", ")
  }

  private func redLine(_ line: RedLine) -> String { wording.titled(line.name, line.title) }

  private func act(_ line: RedLine) -> String { wording.act(line.act) }

  private func law(_ basis: [Basis]) -> String {
    basis.isEmpty ? "" : "  (\(wording.basis(basis)))"
  }
}

extension Bilingual {
  fileprivate static let redLine = Bilingual(en: "red line", zh: "红线")
  fileprivate static let screen = Bilingual(en: "screen", zh: "筛查")
  fileprivate static let consent = Bilingual(en: "consent", zh: "同意")
}

extension Wording {
  /// An act of the screen: its word, with its title.
  func act(_ word: String) -> String {
    let type = program.enumerations.elements.first { $0.name == "screen_act" }
    let title = type?.words.first { $0.name == word }?.title ?? Bilingual(word)
    return titled(word, title)
  }

  /// `Zhang agreed 2026-05-06`.
  func answer(_ answer: MediationStanding.Answer) -> String {
    "\(answer.name.onOneSafeLine) \(self.word(answer.answer)) \(value(answer.day))"
  }

  /// Whether an answer is `refused` or `withdrawn`.
  func isRefusal(_ answer: Value) -> Bool {
    guard case .word(let type, let index) = answer else { return false }
    return ["refused", "withdrawn"].contains(program.enumerations[type].words[index].name)
  }

  /// A word of a type as people read it.
  private func word(_ value: Value) -> String {
    guard case .word(let type, let index) = value else { return self.value(value) }
    let word = program.enumerations[type].words[index]
    let title = word.title.text(in: language)
    return (title.isEmpty ? word.name : title).onOneSafeLine
  }
}
