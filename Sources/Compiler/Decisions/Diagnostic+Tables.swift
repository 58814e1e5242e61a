import Model
import SourceText
import Syntax

// Columns, rows and results of decision tables.
extension Diagnostic {
  static func inputIsAWord(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .unknownName,
      Bilingual(
        en: "`\(name.value)` is a word of a type, not an input",
        zh: "`\(name.value)` 是类型的取值，不能作为输入"),
      at: name.span,
      help: Bilingual(
        en: "name a fact, a variable or a decision", zh: "请写事实、变量或决策的名称"))
  }

  static func unknownInput(_ name: Located<String>, among inputs: [String]) -> Diagnostic {
    let mend = near(name, inputs)
    return Diagnostic(
      .unknownInput,
      Bilingual(
        en: "the table has no input `\(name.value)`", zh: "决策表没有输入 `\(name.value)`"),
      at: name.span,
      help: mend?.help
        ?? Bilingual(
          en: "add it to `inputs`, or write the whole condition as one expression",
          zh: "请加到 `inputs`，或把整个条件写成一个表达式"),
      fix: mend?.fix)
  }

  static func unknownOutput(_ name: Located<String>, among outputs: [String]) -> Diagnostic {
    let mend = near(name, outputs)
    return Diagnostic(
      .unknownOutput,
      Bilingual(
        en: "the table has no output `\(name.value)`", zh: "决策表没有输出 `\(name.value)`"),
      at: name.span, help: mend?.help ?? .oneOf(outputs), fix: mend?.fix)
  }

  static func missingResults(_ names: [String], at span: Span) -> Diagnostic {
    let list = names.map { "`\($0)`" }
    return Diagnostic(
      .missingResult,
      Bilingual(
        en: "the result lacks \(list.joined(separator: ", "))",
        zh: "结果缺少 \(list.joined(separator: "、"))"),
      at: span,
      help: Bilingual(
        en: "give each output a value", zh: "请给每个输出一个值"))
  }

  static func resultWithoutNames(_ outputs: [String], at span: Span) -> Diagnostic {
    let form = outputs.map { "\($0): …" }.joined(separator: ", ")
    return Diagnostic(
      .missingResult,
      Bilingual(
        en: "one value stands where the table has \(outputs.count) outputs",
        zh: "决策表有 \(outputs.count) 个输出，这里只有一个值"),
      at: span, help: Bilingual(en: "write `{\(form)}`", zh: "请写 `{\(form)}`"))
  }

  static func emptyResult(_ output: String, isOptional: Bool, _ cell: GridTree.Cell) -> Diagnostic {
    Diagnostic(
      .missingResult,
      Bilingual(en: "the cell of the output `\(output)` is empty", zh: "输出 `\(output)` 的格是空的"),
      at: cell.text.span,
      help: isOptional
        ? Bilingual(en: "write a value, or `null` for none", zh: "请写一个值；没有就写 `null`")
        : Bilingual(en: "write a value", zh: "请写一个值"))
  }

  static func unknownColumn(
    _ name: Located<String>, inputs: [String], outputs: [String], isOutput: Bool?
  ) -> Diagnostic {
    let candidates =
      switch isOutput {
      case true?: outputs + ["because"]
      case false?: ["id"] + inputs + ["because"]
      case nil: ["id"] + inputs + outputs + ["because"]
      }
    let mend = near(name, candidates)
    return Diagnostic(
      .unknownColumn,
      Bilingual(
        en: "the column `\(name.value)` is neither an input nor an output",
        zh: "列 `\(name.value)` 既不是输入也不是输出"),
      at: name.span,
      help: mend?.help
        ?? Bilingual(
          en: "declare it under `inputs` or `outputs`, or delete the column",
          zh: "请在 `inputs` 或 `outputs` 下声明，或删去这一列"),
      fix: mend?.fix)
  }

  static func missingColumns(_ names: [String], at span: Span) -> Diagnostic {
    let list = names.map { "`\($0)`" }
    return Diagnostic(
      .missingColumn,
      Bilingual(
        en: "the table has no column \(list.joined(separator: ", "))",
        zh: "表格缺少列 \(list.joined(separator: "、"))"),
      at: span,
      help: Bilingual(
        en: "add the column, or delete the input or output that it is for",
        zh: "请加上这一列，或删去对应的输入或输出"))
  }

  static func columnOfTwoKinds(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .columnOnWrongSide,
      Bilingual(
        en: "`\(name.value)` is both an input and an output", zh: "`\(name.value)` 既是输入又是输出"),
      at: name.span,
      help: Bilingual(
        en: "write `=>` before the name of the first output", zh: "请在第一个输出的名称前写 `=>`"))
  }

  static func columnOnWrongSide(_ name: Located<String>, isOutput: Bool) -> Diagnostic {
    Diagnostic(
      .columnOnWrongSide,
      Bilingual(
        en: isOutput
          ? "the output `\(name.value)` stands before `=>`"
          : "the input `\(name.value)` stands behind `=>`",
        zh: isOutput
          ? "输出 `\(name.value)` 写在了 `=>` 之前" : "输入 `\(name.value)` 写在了 `=>` 之后"),
      at: name.span,
      help: Bilingual(
        en: "put all inputs first, then `=>` and the outputs", zh: "请先写各输入，再写 `=>` 和各输出"))
  }

  static func rowIDTaken(_ row: DecisionTable.Row, _ earlier: Span, in table: String) -> Diagnostic
  {
    Diagnostic(
      .declaredTwice,
      Bilingual(
        en: "the table `\(table)` has a row `\(row.id)` already",
        zh: "决策表 `\(table)` 已经有 `\(row.id)` 这一行"),
      at: row.span, labels: [Label(earlier, Bilingual(en: "the row is here", zh: "该行在此"))],
      help: Bilingual(en: "give the added row another id", zh: "请给增加的行另取标识"))
  }

  static func reservedRowID(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .reservedRowID,
      Bilingual(
        en: "a row has the id `otherwise`, which stands for no row at all",
        zh: "行的 id 不能是 `otherwise`，它表示没有行命中"),
      at: id.span, help: Bilingual(en: "choose another id", zh: "请换一个 id"))
  }

  static func rowWithoutID(number: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .rowWithoutID,
      Bilingual(en: "row \(number) has no id", zh: "第 \(number) 条规则没有 id"), at: span,
      help: Bilingual(
        en: "give it an id, so that its name stays when rows are added",
        zh: "请写上 id，以免增删行时名称改变"))
  }
}
