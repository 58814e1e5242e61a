import SourceText
import Syntax

// `parties`: each side is a role and a list of persons (docs/mediation.md).
extension FormsLowering {
  /// What `every party` and `any party` mean: the sides, in order.
  var sides: [Located<String>] { tree.mediation.parties?.sides.map(\.name) ?? [] }

  mutating func lowerParties() {
    expandAnyParty()
    guard let parties = tree.mediation.parties, !parties.sides.isEmpty else { return }
    let person = personType(parties)
    for side in parties.sides {
      add(side, of: "parties")
      var fact = FactTree(name: side.name)
      fact.title = side.title
      fact.type = .list([person], side.name.span)
      fact.isFixed = !parties.isOpen
      add(fact, of: "parties")
    }
    let all = parties.sides.map(\.name.value).joined(separator: ", ")
    let title = TitleTree.made(en: "all parties", zh: "各方当事人", at: parties.span)
    add(
      .made(
        .made("parties", at: parties.span),
        is: .made(parties.sides.count == 1 ? all : "concatenate(\(all))", at: parties.span),
        title: title),
      of: "parties")
    if parties.isOpen { lowerJoining(parties) }
  }

  /// `{name: text, FIELD: TYPE or null, …}`; words written on the spot become a type of their own,
  /// so that a field of it may be null.
  private mutating func personType(_ parties: PartiesTree) -> TypeTree {
    let name = (
      name: Located.made("name", at: parties.span), type: TypeTree.made("text", at: parties.span)
    )
    let fields = parties.each.filter { $0.name.value != "name" }.map { field in
      (name: field.name, type: optional(field.type, field.name))
    }
    return .record([name] + fields, parties.span)
  }

  private mutating func optional(_ type: TypeTree, _ field: Located<String>) -> TypeTree {
    switch type {
    case .named(let scalar) where !scalar.text.hasSuffix(" or null"):
      return .made("\(scalar.text) or null", at: scalar.span)
    case .words(let words, let span):
      let name = "party_\(field.value)"
      add(
        EnumerationTree(
          name: .made(name, at: field.span), title: nil, isOrdered: false, words: words),
        of: "parties")
      return .made("\(name) or null", at: span)
    case .formatted(let type, let format, let span):
      return .formatted(optional(type, field), format, span)
    case .titled(let type, let title, let span):
      return .titled(optional(type, field), title, span)
    case .named, .record, .list: return type
    }
  }

  /// `join`: a person more on a side, unless there is one of that name already.
  private mutating func lowerJoining(_ parties: PartiesTree) {
    let span = parties.span
    add(
      EnumerationTree(
        name: .made("party_side", at: span),
        title: .made(en: "side", zh: "一方", at: span), isOrdered: false, words: parties.sides),
      of: "parties")
    add(
      .made(
        "join", title: .made(en: "someone joins", zh: "有人加入", at: span),
        with: ["side": "party_side", "name": "text"], at: span),
      of: "parties")
    let absent = parties.each.filter { $0.name.value != "name" }.map { ", \($0.name.value): null" }
    let person = "{name: event.name\(absent.joined())}"
    let isThere = someone(of: sides, is: "event.name")
    let transitions = parties.sides.map { side in
      let name = side.name.value
      return TransitionTree.made(
        when: "event.side = party_side.\(name) and not(\(isThere))",
        do: [
          .set([name: "concatenate(\(name), [\(person)])"], at: side.name.span)
        ], at: side.name.span)
    }
    takeAnywhere("join", transitions, at: span)
  }

  /// No state takes `join` itself: whoever joins would then be on no side.
  mutating func checkJoining() {
    guard let parties = tree.mediation.parties, parties.isOpen else { return }
    checkHandlers(of: ["join"], parties.span) { .joinHandled($1, parties.span.opening) }
  }

  /// Whether a person of some sides bears the name that an expression gives. Known as soon as one
  /// side settles it.
  func someone(of sides: [Located<String>], is name: String) -> String {
    sides.map { "(some person in \($0.value) satisfies person.name = \(name))" }
      .joined(separator: " or ")
  }

  /// Lets the root of the workflow take an event, wherever the case stands.
  mutating func takeAnywhere(_ event: String, _ transitions: [TransitionTree], at span: Span) {
    eventsAnywhere.append(event)
    tree.workflow?.handle(
      [HandlerTree(patterns: [.made(event, at: span)], transitions: transitions)], last: true)
  }

  /// `any party` in `by:` means the roles of all sides.
  private mutating func expandAnyParty() {
    guard let events = tree.events else { return }
    tree.events = events.map { event in
      var event = event
      event.roles = roles(event.roles)
      return event
    }
  }

  /// Roles with `any party` written out; a finding where there are no parties.
  mutating func roles(_ names: [Located<String>]) -> [Located<String>] {
    names.flatMap { name -> [Located<String>] in
      guard name.value == "any party" || name.value == "every party" else { return [name] }
      if tree.mediation.parties == nil { diagnostics.report(.noParties(name)) }
      return sides.map { .made($0.value, at: name.span) }
    }
  }
}

extension Diagnostic {
  fileprivate static func joinHandled(_ pattern: Located<String>, _ parties: Span) -> Diagnostic {
    Diagnostic(
      .reservedEventHandled,
      Bilingual(
        en: "this takes `join`, so that whoever joins would be on no side",
        zh: "此处会截走 `join`，新来的人就不会列入任何一方"),
      at: pattern.span, labels: [Label(parties, Bilingual(en: "the parties", zh: "当事人在此"))],
      help: Bilingual(
        en: "take the handler out; what follows from a new party goes under `always`, as in "
          + "`{when: not(mediate.given), to: STATE}`",
        zh: "请去掉此处理；有人加入以后的流转写在 `always` 下，如 `{when: not(mediate.given), to: 状态}`"))
  }

  static func noParties(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .noParties,
      Bilingual(
        en: "`\(name.value)` is written, but the rulebook has no `parties`",
        zh: "写了 `\(name.value)`，规则书却没有 `parties`"),
      at: name.span,
      help: Bilingual(
        en: "name the sides, as in `parties: {sides: [applicant, respondent]}`",
        zh: "请写明各方，如 `parties: {sides: [甲方, 乙方]}`"))
  }
}
