import Model
import SourceText
import Syntax

// `settings`: the term of one takes the place of its name; any other becomes a decision.
extension FormsLowering {
  mutating func lowerSettings() {
    var terms: [String: ScalarText] = [:]
    for setting in tree.mediation.settings {
      guard let value = setting.value, let kind = kind(of: setting, value) else { continue }
      checkBounds(of: setting, value, kind)
      if case .term = kind {
        terms[setting.name.value] = value
      } else {
        add(decision(setting, value, kind), of: "settings")
      }
    }
    replaceTerms(by: terms)
  }

  private mutating func kind(of setting: SettingTree, _ value: ScalarText) -> SettingKind? {
    guard let kind = SettingKind(setting, in: tree) else {
      diagnostics.report(
        Term.meant(by: value.text) != nil ? .notATerm(value) : .withoutType(setting, value))
      return nil
    }
    guard kind.value(value) != nil else {
      diagnostics.report(.ofAnotherKind(setting, value, kind))
      return nil
    }
    return kind
  }

  /// `min`, `max` and `local: shorter | longer` need an order; the value lies within its bounds.
  private mutating func checkBounds(
    of setting: SettingTree, _ value: ScalarText, _ kind: SettingKind
  ) {
    let isMoved = setting.local.map { ["shorter", "longer"].contains($0.value) } ?? false
    if !kind.isOrdered {
      let place =
        (setting.minimum ?? setting.maximum)?.span ?? (isMoved ? setting.local?.span : nil)
      if let place { diagnostics.report(.settingWithoutOrder(setting, at: place)) }
      return
    }
    let low = setting.minimum.flatMap { bound($0, of: setting, kind) }
    let high = setting.maximum.flatMap { bound($0, of: setting, kind) }
    guard let own = kind.value(value) else { return }
    if let low, let minimum = setting.minimum, low.isSurelyAtMost(own) == false {
      diagnostics.report(.outOfBounds(setting, value, minimum, isLeast: true))
    }
    if let high, let maximum = setting.maximum, own.isSurelyAtMost(high) == false {
      diagnostics.report(.outOfBounds(setting, value, maximum, isLeast: false))
    }
  }

  private mutating func bound(
    _ scalar: ScalarText, of setting: SettingTree, _ kind: SettingKind
  ) -> SettingValue? {
    let value = kind.value(scalar)
    if value == nil { diagnostics.report(.ofAnotherKind(setting, scalar, kind)) }
    return value
  }

  private func decision(
    _ setting: SettingTree, _ value: ScalarText, _ kind: SettingKind
  ) -> DecisionTree {
    var decision = DecisionTree(name: setting.name, span: setting.span)
    decision.title = setting.title
    decision.expression = expression(setting, value, kind)
    let type = if case .flag = kind { "boolean" } else { "number" }
    decision.type = setting.type ?? .made(type, at: value.span)
    return decision
  }

  /// The expression that gives a literal of the setting's type.
  private func expression(
    _ setting: SettingTree, _ value: ScalarText, _ kind: SettingKind
  ) -> ScalarText {
    switch kind {
    case .term, .number, .flag, .words: return value
    case .date: return .made("@\"\(value.text)\"", at: value.span)
    case .other:
      guard case .named(let type) = setting.type else { return value }
      switch type.text {
      case "text": return .made(value.text.asExpression, at: value.span)
      case "date-time", "days-duration", "months-duration":
        return .made("@\"\(value.text)\"", at: value.span)
      default: return value
      }
    }
  }
}

// Where a term may stand.
extension FormsLowering {
  private mutating func replaceTerms(by terms: [String: ScalarText]) {
    let settings = tree.mediation.settings
    guard !settings.isEmpty else { return }
    let names = settings.map(\.name.value).filter { terms[$0] != nil }
    let literals = settings.filter { SettingKind($0, in: tree).map(\.isTerm) == false }
    var findings: [Diagnostic] = []
    tree.changeTerms { scalar in
      guard Term(literal: scalar.text) == nil else { return }
      if let term = terms[scalar.text] {
        scalar = .made(term.text, at: scalar.span)
      } else if let setting = settings.first(where: { $0.name.value == scalar.text }) {
        // A setting whose own fault is known gives no further finding.
        if literals.contains(where: { $0.name == setting.name }) {
          findings.append(.settingIsNoTerm(scalar, setting))
        }
        scalar = .made("0 days", at: scalar.span)
      } else if let near = Suggestion.nearest(to: scalar.text, among: names),
        Term.meant(by: scalar.text) == nil
      {
        findings.append(.undeclaredTerm(scalar, meant: near))
        scalar = .made("0 days", at: scalar.span)
      }
    }
    diagnostics.report(contentsOf: findings)
  }
}

extension SettingKind {
  fileprivate var isTerm: Bool { if case .term = self { true } else { false } }
}

extension String {
  /// The text as FEEL writes it.
  fileprivate var asExpression: String {
    let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
