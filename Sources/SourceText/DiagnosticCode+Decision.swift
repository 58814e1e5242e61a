/// FQ05..: decisions and their tables.
extension DiagnosticCode {
  package static let decisionCircle = DiagnosticCode(
    "FQ0501", "decision-circle", .error,
    en: "decisions use each other in a circle", zh: "决策之间循环引用")
  package static let untypedDecision = DiagnosticCode(
    "FQ0502", "untyped-decision", .error,
    en: "a decision's type is neither written nor to be told", zh: "决策的类型不明")
  package static let unknownColumn = DiagnosticCode(
    "FQ0503", "unknown-column", .error,
    en: "a column is neither an input nor an output", zh: "列既不是输入也不是输出")
  package static let missingColumn = DiagnosticCode(
    "FQ0504", "missing-column", .error,
    en: "an input or output has no column", zh: "缺少输入或输出的列")
  package static let columnOnWrongSide = DiagnosticCode(
    "FQ0505", "column-on-wrong-side", .error,
    en: "an input stands among the outputs or the other way round", zh: "输入列与输出列的位置不对")
  package static let unknownInput = DiagnosticCode(
    "FQ0506", "unknown-input", .error,
    en: "a row tests an input that the table does not have", zh: "行中测试了不存在的输入")
  package static let unknownOutput = DiagnosticCode(
    "FQ0507", "unknown-output", .error,
    en: "a row gives an output that the table does not have", zh: "行中给出了不存在的输出")
  package static let missingResult = DiagnosticCode(
    "FQ0508", "missing-result", .error,
    en: "an output is given no value", zh: "输出没有值")
  package static let reservedRowID = DiagnosticCode(
    "FQ0510", "reserved-row-id", .error,
    en: "a row has an id that means something else", zh: "行的 id 是保留词")
  package static let rowWithoutID = DiagnosticCode(
    "FQ0511", "row-without-id", .warning,
    en: "a row has no id though others have", zh: "有的行没有 id")
  package static let wrongAggregate = DiagnosticCode(
    "FQ0512", "wrong-aggregate", .error,
    en: "outputs cannot be summed up as the hit policy says", zh: "输出不能按命中策略汇总")
  package static let otherwiseOfCount = DiagnosticCode(
    "FQ0513", "otherwise-of-count", .error,
    en: "a count has an otherwise", zh: "count 不需要 otherwise")
  package static let missingPriority = DiagnosticCode(
    "FQ0514", "missing-priority", .error,
    en: "results are ranked and no priority is given", zh: "需要优先级却没有写")
  package static let wrongPriority = DiagnosticCode(
    "FQ0515", "wrong-priority", .error,
    en: "priorities do not match an output's values", zh: "优先级与输出的取值不符")
  package static let unusedPriority = DiagnosticCode(
    "FQ0516", "unused-priority", .warning,
    en: "priorities are given where nothing is ranked", zh: "写了不起作用的优先级")
  package static let tableNotRead = DiagnosticCode(
    "FQ0517", "table-not-read", .error,
    en: "a decision's CSV file cannot be read", zh: "读不到决策表的 CSV 文件")

  static let decisionCodes: [DiagnosticCode] = [
    decisionCircle, untypedDecision, unknownColumn, missingColumn, columnOnWrongSide, unknownInput,
    unknownOutput, missingResult, reservedRowID, rowWithoutID, wrongAggregate,
    otherwiseOfCount, missingPriority, wrongPriority, unusedPriority,
    tableNotRead,
  ]
}
