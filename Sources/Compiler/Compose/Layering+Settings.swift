import Model
import SourceText
import Syntax

// `settings` of a rulebook that extends: values for what the base declares.
extension Layering {
  /// Gives the base's settings and periods the values that the place sets; what the place declares
  /// for those that build on it stays.
  mutating func setSettings() {
    for one in own.mediation.settings where one.isValueAlone {
      if let index = tree.mediation.settings.firstIndex(where: { $0.name.value == one.name.value })
      {
        set(one, at: index)
      } else if let index = tree.periods.firstIndex(where: { $0.name.value == one.name.value }) {
        setLength(one, at: index)
      } else {
        let known = tree.mediation.settings.map(\.name.value)
        diagnostics.report(.unknownSetting(one.name, among: known))
      }
    }
    own.mediation.settings = own.mediation.settings.filter { !$0.isValueAlone }
  }

  private mutating func set(_ one: SettingTree, at index: Int) {
    let setting = tree.mediation.settings[index]
    guard let value = one.value, let current = setting.value else { return }
    let kind = SettingKind(setting, in: tree)
    let move = Move(
      noun: SectionKind.setting.noun.naming(one.name.value), local: setting.local,
      isSealed: setting.local?.value == "sealed", declared: setting.name.span)
    refuse(
      move, from: kind?.value(current).map { ($0, current) },
      to: kind?.value(value).map { ($0, value) }, at: value)
    change {
      $0.mediation.settings[index].declaredValue = setting.declaredValue ?? current
      $0.mediation.settings[index].value = value
    }
  }

  /// The length of a period is set as a setting is; the law's clocks are sealed unless the base
  /// says otherwise.
  private mutating func setLength(_ one: SettingTree, at index: Int) {
    let period = tree.periods[index]
    guard let value = one.value, let length = period.length else { return }
    let local = period.local?.value ?? "sealed"
    let move = Move(
      noun: SectionKind.period.noun.naming(one.name.value), local: period.local,
      isSealed: local == "sealed", declared: period.name.span)
    let current = self.length(length)
    refuse(
      move, from: current.map { (.term($0), length) },
      to: Term(literal: value.text).map { (.term($0), value) }, at: value)
    change {
      $0.periods[index].declaredLength = period.declaredLength ?? length
      $0.periods[index].length = value
    }
  }

  /// A term, or the one that the setting of that name has.
  private func length(_ scalar: ScalarText) -> Term? {
    let setting = tree.mediation.settings.first { $0.name.value == scalar.text }
    return Term(literal: setting?.value?.text ?? scalar.text)
  }

  /// What is moved, and how far it may be.
  private struct Move {
    var noun: Bilingual
    /// Where that is written, if it is.
    var local: Located<String>?
    var isSealed: Bool
    var declared: Span

    /// Where the base says so; a period is sealed by saying nothing.
    var label: Label {
      local.map { Label($0.span, Bilingual(en: "the base says so here", zh: "上层在此规定")) }
        ?? Label(
          declared, Bilingual(en: "the base does not open it with `local`", zh: "上层没有用 `local` 放开"))
    }
  }

  private mutating func refuse(
    _ move: Move, from current: (SettingValue, ScalarText)?, to value: (SettingValue, ScalarText)?,
    at place: ScalarText
  ) {
    if move.isSealed {
      diagnostics.report(.settingSealed(move.noun, at: place.span, move.label))
      return
    }
    let label = move.label
    guard let current, let value else { return }
    switch move.local?.value {
    case "shorter":
      if value.0.isSurelyAtMost(current.0) == false {
        diagnostics.report(.settingMoved(move.noun, value.1, above: true, current.1, label))
      }
    case "longer":
      if current.0.isSurelyAtMost(value.0) == false {
        diagnostics.report(.settingMoved(move.noun, value.1, above: false, current.1, label))
      }
    default: break
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownSetting(
    _ name: Located<String>, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownSetting,
      Bilingual(en: "the base has no setting `\(name.value)`", zh: "上层没有参数 `\(name.value)`"),
      at: name.span,
      help: Suggestion.help(for: name.value, among: known)
        ?? Bilingual(
          en: "declare a setting of the place's own as in `\(name.value): {value: 15 days}`",
          zh: "地方自己的参数请写作 `\(name.value): {value: 15 days}`"))
  }

  fileprivate static func settingSealed(
    _ noun: Bilingual, at place: Span, _ label: Label
  ) -> Diagnostic {
    Diagnostic(
      .settingMovedTooFar,
      Bilingual(
        en: "\(noun.en) is the base's, and no place can set it", zh: "\(noun.zh)由上层规定，各地不能设定"),
      at: place, labels: [label], help: Bilingual(en: "leave it out", zh: "请去掉"))
  }

  fileprivate static func settingMoved(
    _ noun: Bilingual, _ value: ScalarText, above: Bool, _ current: ScalarText, _ label: Label
  ) -> Diagnostic {
    let mend = current.text
    let verb = Bilingual.being(value)
    return Diagnostic(
      .settingMovedTooFar,
      Bilingual(
        en: "`\(value.text)` \(verb.en) \(above ? "above" : "below") `\(current.text)`, and a "
          + "place can only move \(noun.en) \(above ? "down" : "up")",
        zh: "`\(value.text)` \(verb.zh)\(above ? "大于" : "小于") `\(current.text)`，而各地只能"
          + "\(above ? "调低" : "调高")\(noun.zh)"),
      at: value.span,
      labels: [label, Label(current.span, Bilingual(en: "the base's value", zh: "上层的值"))],
      help: above
        ? Bilingual(en: "write at most `\(mend)`", zh: "请写不超过 `\(mend)` 的值")
        : Bilingual(en: "write at least `\(mend)`", zh: "请写不低于 `\(mend)` 的值"))
  }
}
