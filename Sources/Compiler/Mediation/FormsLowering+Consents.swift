import SourceText
import Syntax

// `consents`: what each party is asked to agree to, person by person (docs/mediation.md).
extension FormsLowering {
  /// The variables that hold the answers to what is asked anew when a case moves up a level:
  /// whoever moves it up sets them to `[]`.
  var answersAskedAgain: [String] {
    tree.mediation.consents.filter { $0.again != nil }.map(\.answers)
  }

  mutating func lowerConsents() {
    let consents = tree.mediation.consents
    guard let first = consents.first else { return }
    if tree.mediation.parties == nil {
      return diagnostics.report(.consentsWithoutParties(first))
    }
    let words = [
      ("unasked", "unasked", "未询问"), ("agreed", "agreed", "同意"), ("refused", "refused", "不同意"),
      ("withdrawn", "withdrew", "撤回同意"),
    ]
    add(
      EnumerationTree(
        name: .made("consent_answer", at: first.name.span),
        title: .made(en: "answer", zh: "答复", at: first.name.span), isOrdered: false,
        words: words.map { word, en, zh in
          NamedTree(
            name: .made(word, at: first.name.span),
            title: .made(en: en, zh: zh, at: first.name.span))
        }),
      of: "consents")
    for consent in consents { lower(consent) }
  }

  private mutating func lower(_ consent: ConsentTree) {
    let asked = sidesAsked(consent)
    guard !asked.isEmpty else { return }
    declareAnswers(consent)
    declareEvents(consent, asked)
    declareDecision(consent, asked)
    for role in consent.before { admit(role, after: consent) }
  }

  /// The sides whose consent it is; findings for names that are none.
  private mutating func sidesAsked(_ consent: ConsentTree) -> [Located<String>] {
    let known = sides.map(\.value)
    return roles(consent.of).filter { name in
      if known.contains(name.value) { return true }
      diagnostics.report(.undeclared(.side, name.value, among: known, at: name.span))
      return false
    }
  }

  /// Who has answered what, and when; empty at first.
  private mutating func declareAnswers(_ consent: ConsentTree) {
    let span = consent.name.span
    let title = consent.titles
    add(
      .made(
        consent.answers, type: .list([ConsentTree.answerType(at: span)], span),
        start: .list([], span),
        title: .made(en: "answers on \(title.en)", zh: "\(title.zh)：各人答复", at: span), at: span),
      of: "consents")
  }

  private mutating func declareEvents(_ consent: ConsentTree, _ asked: [Located<String>]) {
    let name = consent.name.value
    let span = consent.name.span
    let isAsked = someone(of: asked, is: "event.name")
    let hadAgreed =
      "some given in \(consent.answers) satisfies given.name = event.name "
      + "and given.answer = consent_answer.agreed"
    let words: [(word: String, en: String, zh: String, guard: String)] = [
      ("agreed", "agreed", "同意", isAsked), ("refused", "refused", "不同意", isAsked),
      ("withdrawn", "withdrawn", "撤回同意", hadAgreed),
    ]
    for (word, en, zh, condition) in words {
      let title = consent.titles
      add(
        .made(
          "\(name).\(word)",
          title: .made(en: "\(title.en): \(en)", zh: "\(title.zh)：\(zh)", at: span),
          with: ["name": "text"], at: span),
        of: "consents")
      let answer = "{name: event.name, answer: consent_answer.\(word), on: today()}"
      let others = "\(consent.answers)[item.name != event.name]"
      takeAnywhere(
        "\(name).\(word)",
        [
          .made(
            when: condition,
            do: [.set([consent.answers: "concatenate(\(others), [\(answer)])"], at: span)],
            basis: consent.basis, at: span)
        ], at: span)
    }
  }

  /// `given`, `refused`, `missing`: what the answers come to.
  private mutating func declareDecision(_ consent: ConsentTree, _ asked: [Located<String>]) {
    let span = consent.name.span
    let answers = consent.answers
    let given = asked.map { side in
      "count(\(side.value)) > 0 and (every person in \(side.value) satisfies "
        + "some given in \(answers) satisfies given.name = person.name "
        + "and given.answer = consent_answer.agreed)"
    }
    let refused = asked.map { side in
      "(some person in \(side.value) satisfies some given in \(answers) satisfies "
        + "given.name = person.name and given.answer in "
        + "(consent_answer.refused, consent_answer.withdrawn))"
    }
    let missing = asked.map { side in
      "\(side.value)[not(list contains(\(answers).name, item.name))].name"
    }
    let names = missing.count == 1 ? missing[0] : "concatenate(\(missing.joined(separator: ", ")))"
    add(
      .made(
        consent.name,
        is: .made(
          "{given: \(given.joined(separator: " and ")), "
            + "refused: \(refused.joined(separator: " or ")), missing: \(names)}", at: span),
        title: consent.title),
      of: "consents")
    let events = ["agreed", "refused", "withdrawn"].map { "\(consent.name.value).\($0)" }
    checkHandlers(of: events, span) { .consentHandled($0, $1, span) }
  }

  /// A role that may act only when the consent is given.
  private mutating func admit(_ name: Located<String>, after consent: ConsentTree) {
    guard let index = tree.roles.firstIndex(where: { $0.name.value == name.value }) else {
      let known = tree.roles.map(\.name.value)
      return diagnostics.report(.undeclared(.role, name.value, among: known, at: name.span))
    }
    let condition = "\(consent.name.value).given"
    let whole = tree.roles[index].condition.map { "(\($0.text)) and \(condition)" } ?? condition
    tree.roles[index].condition = .made(whole, at: name.span)
  }

  /// Nothing inside the workflow may take what its root writes down for the form at a place.
  mutating func checkHandlers(
    of events: [String], _ place: Span, _ finding: (String, Located<String>) -> Diagnostic
  ) {
    for handler in tree.workflow?.allHandlers ?? [] {
      guard let event = events.first(where: { handler.pattern(naming: $0) != nil }),
        let pattern = handler.pattern(naming: event), pattern.span != place
      else { continue }
      diagnostics.report(finding(event, pattern))
    }
  }
}

extension ConsentTree {
  /// The variable that holds the answers.
  var answers: String { "\(name.value)_answers" }

  /// Its words for people, or its name.
  fileprivate var titles: Bilingual { title?.bilingual(of: name.value) ?? Bilingual(name.value) }

  /// `{name, answer, on}`.
  fileprivate static func answerType(at span: Span) -> TypeTree {
    .record(
      [
        (name: .made("name", at: span), type: .made("text", at: span)),
        (name: .made("answer", at: span), type: .made("consent_answer", at: span)),
        (name: .made("on", at: span), type: .made("date", at: span)),
      ], span)
  }
}

extension Diagnostic {
  fileprivate static func consentsWithoutParties(_ consent: ConsentTree) -> Diagnostic {
    Diagnostic(
      .noParties,
      Bilingual(
        en: "`\(consent.name.value)` is a consent, but the rulebook has no `parties` to give it",
        zh: "`\(consent.name.value)` 须当事人同意，规则书却没有 `parties`"),
      at: consent.name.span,
      help: Bilingual(
        en: "name the sides, as in `parties: {sides: [applicant, respondent]}`",
        zh: "请写明各方，如 `parties: {sides: [甲方, 乙方]}`"))
  }

  fileprivate static func consentHandled(
    _ event: String, _ pattern: Located<String>, _ place: Span
  ) -> Diagnostic {
    let parts = event.split(separator: ".")
    let name = parts.first.map(String.init) ?? event
    let fields = ["agreed": "\(name).given", "refused": "\(name).refused"]
    let condition = fields[parts.last.map(String.init) ?? ""] ?? "not(\(name).given)"
    return Diagnostic(
      .reservedEventHandled,
      Bilingual(
        en: "this takes `\(event)`, so that the answer would not be written down",
        zh: "此处会截走 `\(event)`，答复就不会被记下"),
      at: pattern.span,
      labels: [Label(place, Bilingual(en: "the consent it answers", zh: "它答复的事项"))],
      help: Bilingual(
        en: "follow the answer instead, as in `always: {when: \(condition), to: STATE}`",
        zh: "请改为按结果流转，如 `always: {when: \(condition), to: 状态}`"))
  }
}
