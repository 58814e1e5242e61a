package import SourceText

/// What a name is said to stand for, in words for messages.
package enum NameKind: Hashable, Sendable {
  case type
  case word
  case law
  case role
  case fact
  case variable
  /// What `set` may name: a fact or a variable.
  case settable
  case decision
  case event
  case document
  case state
  case period
  case task
  case field
  case measure
  case invariant
  case output
  case scale
  case side
  /// Whom a notice may go to: an organ or a role.
  case recipient
  case slot
  case outcome
  case script
  case level
  case consent

  package var noun: Bilingual {
    switch self {
    case .type: Bilingual(en: "type", zh: "类型")
    case .word: Bilingual(en: "word", zh: "取值")
    case .law: Bilingual(en: "law", zh: "法条")
    case .role: Bilingual(en: "role", zh: "角色")
    case .fact: Bilingual(en: "fact", zh: "事实")
    case .variable: Bilingual(en: "variable", zh: "变量")
    case .settable: Bilingual(en: "fact or variable", zh: "事实或变量")
    case .decision: Bilingual(en: "decision", zh: "决策")
    case .event: Bilingual(en: "event", zh: "事件")
    case .document: Bilingual(en: "document", zh: "文书")
    case .state: Bilingual(en: "state", zh: "状态")
    case .period: Bilingual(en: "period", zh: "期间")
    case .task: Bilingual(en: "task", zh: "任务")
    case .field: Bilingual(en: "field", zh: "字段")
    case .output: Bilingual(en: "output", zh: "输出")
    case .measure: Bilingual(en: "measure", zh: "指标")
    case .invariant: Bilingual(en: "promise", zh: "承诺")
    case .scale: Bilingual(en: "scale", zh: "等级")
    case .side: Bilingual(en: "side", zh: "一方")
    case .recipient: Bilingual(en: "organ or role", zh: "机关或角色")
    case .slot: Bilingual(en: "slot", zh: "接口")
    case .outcome: Bilingual(en: "outcome", zh: "结果")
    case .script: Bilingual(en: "script", zh: "脚本")
    case .level: Bilingual(en: "level", zh: "层级")
    case .consent: Bilingual(en: "consent", zh: "同意事项")
    }
  }
}

extension Diagnostic {
  /// A name that stands for nothing of its kind; the help names what may have been meant.
  package static func undeclared(
    _ kind: NameKind, _ name: String, among known: [String], at span: Span
  ) -> Diagnostic {
    let noun = kind.noun
    let mend = near(Located(name, at: span), known)
    return Diagnostic(
      .undeclaredName,
      Bilingual(en: "no \(noun.en) is called `\(name)`", zh: "没有名为 `\(name)` 的\(noun.zh)"),
      at: span, help: mend?.help ?? kind.choice(of: known), fix: mend?.fix)
  }
}

extension NameKind {
  /// What there is to choose from, where that is little, or to declare what is meant.
  fileprivate func choice(of known: [String]) -> Bilingual {
    guard !known.isEmpty, known.count <= 12 else {
      return Bilingual(en: "declare the \(noun.en) first", zh: "请先声明这个\(noun.zh)")
    }
    let listed = known.map { "`\($0)`" }
    return Bilingual(
      en: "choose one of \(listed.joined(separator: ", ")), or declare the \(noun.en)",
      zh: "从 \(listed.joined(separator: "、")) 中选一个，或声明这个\(noun.zh)")
  }
}
