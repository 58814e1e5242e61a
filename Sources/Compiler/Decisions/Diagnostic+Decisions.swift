import Model
import SourceText
import Syntax

// Decisions as wholes, and their hit policies.
extension Diagnostic {
  static func untypedDecision(_ name: Located<String>, at span: Span) -> Diagnostic {
    Diagnostic(
      .untypedDecision,
      Bilingual(
        en: "the expression does not tell the type of `\(name.value)`",
        zh: "从表达式看不出 `\(name.value)` 的类型"),
      at: span,
      help: Bilingual(en: "write it: `type: TYPE`", zh: "请写明：`type: 类型`"))
  }

  /// Each step: a decision, the next that it uses, and where.
  static func decisionCircle(
    _ steps: [(user: String, used: String, span: Span)]
  ) -> Diagnostic {
    let names = steps.map(\.user) + steps.prefix(1).map(\.user)
    let circle = names.map { "`\($0)`" }.joined(separator: " → ")
    let labels = steps.dropFirst().map { step in
      Label(
        step.span,
        Bilingual(
          en: "`\(step.user)` uses `\(step.used)` here",
          zh: "`\(step.user)` 在此使用 `\(step.used)`"))
    }
    return Diagnostic(
      .decisionCircle,
      Bilingual(
        en: "decisions use each other in a circle: \(circle)",
        zh: "决策之间循环引用：\(circle)"),
      at: steps[0].span,
      note: Bilingual(
        en: "`\(steps[0].user)` uses `\(steps[0].used)` here",
        zh: "`\(steps[0].user)` 在此使用 `\(steps[0].used)`"),
      labels: labels,
      help: Bilingual(
        en: "break the circle: let one of them read facts alone",
        zh: "请打破循环：让其中一个只读取事实"))
  }

  static func aggregateOfSeveral(
    _ policy: HitPolicy, _ outputs: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongAggregate,
      Bilingual(
        en: "`\(policy.rawValue)` needs exactly one output, and there are \(outputs.count)",
        zh: "`\(policy.rawValue)` 只能有一个输出，这里有 \(outputs.count) 个"),
      at: span,
      help: Bilingual(
        en: "make a table for each output, or use `collect`",
        zh: "请为每个输出单独建表，或用 `collect`"))
  }

  static func aggregateOfType(
    _ policy: HitPolicy, _ type: String, at span: Span, output: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongAggregate,
      Bilingual(
        en: "`\(policy.rawValue)` cannot be made of values of type `\(type)`",
        zh: "`\(policy.rawValue)` 不能用于类型 `\(type)`"),
      at: span, labels: [Label(output, Bilingual(en: "the output", zh: "输出"))],
      help: policy == .sum
        ? Bilingual(en: "make the output a number or money", zh: "请让输出为数或金额")
        : Bilingual(
          en: "make the output a number, money, a date or an ordered type",
          zh: "请让输出为数、金额、日期或有序类型"))
  }

  static func otherwiseOfCount(at span: Span) -> Diagnostic {
    Diagnostic(
      .otherwiseOfCount,
      Bilingual(
        en: "`count` is 0 where no row matches, whatever `otherwise` says",
        zh: "没有行命中时 `count` 为 0，`otherwise` 不起作用"),
      at: span, help: Bilingual(en: "delete `otherwise`", zh: "请删去 `otherwise`"))
  }

  static func orderedWithoutPriority(
    _ output: Located<String>, _ type: Enumeration
  ) -> Diagnostic {
    let words = type.words.reversed().map(\.name).joined(separator: ", ")
    return Diagnostic(
      .missingPriority,
      Bilingual(
        en: "which end of the ordered type `\(type.name)` goes first is not said",
        zh: "没有说明有序类型 `\(type.name)` 的哪一端优先"),
      at: output.span,
      help: Bilingual(
        en: "write the words, highest priority first: `priority: [\(words)]`",
        zh: "请按优先级由高到低写出：`priority: [\(words)]`"))
  }

  static func noPriorities(_ policy: HitPolicy, _ output: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingPriority,
      Bilingual(
        en: "`\(policy.rawValue)` ranks results, and no output says how",
        zh: "`\(policy.rawValue)` 按优先级排序，但没有输出写明优先级"),
      at: span,
      help: Bilingual(
        en: "write the values, highest first: `\(output): {type: …, priority: […]}`",
        zh: "请由高到低写出取值：`\(output): {type: …, priority: […]}`"))
  }

  static func priorityTwice(_ value: Located<String>) -> Diagnostic {
    Diagnostic(
      .wrongPriority,
      Bilingual(
        en: "`\(value.value)` stands twice among the priorities",
        zh: "`\(value.value)` 在优先级中出现了两次"),
      at: value.span, help: Bilingual(en: "delete one", zh: "请删去一个"))
  }

  static func priorityLacks(_ words: [String], _ output: OutputTree) -> Diagnostic {
    let list = words.map { "`\($0)`" }
    let span = output.priorities.dropFirst().reduce(output.priorities[0].span) {
      $0.union($1.span)
    }
    return Diagnostic(
      .wrongPriority,
      Bilingual(
        en: "the priorities leave out \(list.joined(separator: ", "))",
        zh: "优先级中缺少 \(list.joined(separator: "、"))"),
      at: span, help: Bilingual(en: "list every word once", zh: "请把每个取值各列一次"))
  }

  static func unusedPriority(_ output: Located<String>, at span: Span) -> Diagnostic {
    Diagnostic(
      .unusedPriority,
      Bilingual(
        en: "the priorities of `\(output.value)` have no effect under this hit policy",
        zh: "在这种命中策略下，`\(output.value)` 的优先级不起作用"),
      at: span,
      help: Bilingual(
        en: "delete `priority`, or write `hit: priority` or `hit: output order`",
        zh: "请删去 `priority`，或写 `hit: priority` 或 `hit: output order`"))
  }

  static func unrankedResult(
    _ value: String, _ output: DecisionTable.Output, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongPriority,
      Bilingual(
        en: "`\(value)` is not among the priorities of `\(output.name)`",
        zh: "`\(value)` 不在 `\(output.name)` 的优先级之中"),
      at: span, labels: [Label(output.span, Bilingual(en: "the output", zh: "输出"))],
      help: Bilingual(
        en: "add it under `priority`", zh: "请加到 `priority` 下"))
  }
}
