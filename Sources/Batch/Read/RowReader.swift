internal import Model
internal import SourceText

/// Reads rows of a table as cases, as the compiler reads the CSV of a decision table
/// (docs/language.md, `table`): a column `id`, and one for each fact. An empty cell says nothing of
/// its fact; `null` says that there is none.
struct RowReader {
  private enum Column {
    case id
    case fact(ID<Fact>)
  }

  private let reader: LineReader
  private let columns: [Column]
  private let separator: Unicode.Scalar

  init(_ reader: LineReader, head: TableHead) throws {
    self.reader = reader
    separator = head.separator
    let facts = reader.program.facts
    columns = try head.names.map { name in
      if name == "id" { return .id }
      guard let id = facts.ids.first(where: { facts[$0].name == name }) else {
        let fault = LineFault.unknown(
          .unknownFact, name, Bilingual(en: "fact", zh: "事实"), among: facts.elements.map(\.name))
        throw TableHeadFault(message: fault.message)
      }
      return .fact(id)
    }
    for (place, name) in head.names.enumerated() where head.names[..<place].contains(name) {
      let shown = LineFault.shown(name)
      throw TableHeadFault(
        message: Bilingual(
          en: "two columns are called `\(shown)`", zh: "有两列都叫 `\(shown)`"))
    }
  }

  /// Nil for a row in which nothing is written.
  func read(_ row: String) -> ReadLine? {
    var id = JSONText.null
    do throws(LineFault) {
      var cells = try cells(of: row)
      if cells.allSatisfy(\.isEmpty) { return nil }
      for case (.id, let cell) in zip(columns, cells) where !cell.isEmpty { id = .string(cell) }
      while cells.count > columns.count, cells.last?.isEmpty == true { cells.removeLast() }
      guard cells.count == columns.count else {
        throw LineFault(
          .wrongCellCount,
          en: "the row has \(cells.count) cell\(cells.count == 1 ? "" : "s"), "
            + "the head \(columns.count)",
          zh: "这一行有 \(cells.count) 格，表头有 \(columns.count) 格")
      }
      return .read(CaseLine(id: id, file: reader.caseFile(of: try facts(cells))))
    } catch {
      return .faulty(id: id, error)
    }
  }

  private func cells(of row: String) throws(LineFault) -> [String] {
    switch TableRow.cells(of: row, separator) {
    case (let cells?, _): return cells
    case (nil, .textBehindQuote):
      throw LineFault(
        .notAValue, en: "something stands behind a cell's closing quote", zh: "单元格的后引号后面还有内容")
    case (nil, _): throw LineFault(.unclosedString, en: "a quote is never closed", zh: "引号没有结束")
    }
  }

  private func facts(_ cells: [String]) throws(LineFault) -> [StatedFact] {
    var stated: [StatedFact] = []
    for case (.fact(let id), let cell) in zip(columns, cells) where !cell.isEmpty {
      let fact = reader.program.facts[id]
      do throws(LineFault) {
        if fact.type.unwrapped.isNumeric { try refuseDecimalComma(cell) }
        stated.append(
          StatedFact(fact: id, value: try reader.value(of: fact.type, cell: cell), span: nil))
      } catch {
        throw error.within(fact.name)
      }
    }
    return stated
  }

  /// Where semicolons part cells, `0,5` may be a half, and `5,000` five or five thousand.
  private func refuseDecimalComma(_ cell: String) throws(LineFault) {
    guard separator == ";", cell.contains(",") else { return }
    let shown = LineFault.shown(cell)
    throw LineFault(
      .wrongType,
      en: "`\(shown)` may have a decimal comma; write a point, and no comma in thousands",
      zh: "`\(shown)` 里的逗号可能是小数点；小数请用点号，千位不写逗号")
  }
}

extension LineReader {
  /// A case of which this is known when it is opened, and nothing happens.
  func caseFile(of facts: [StatedFact]) -> CaseFile {
    CaseFile(
      id: "", opened: nil, facts: facts, journal: [], expectation: nil, span: Self.nowhere)
  }

  /// A cell's value, by the type declared for it; lists and records have no form in a cell.
  fileprivate func value(of type: ValueType, cell: String) throws(LineFault) -> Value {
    if cell == "null", type.isOptional { return .null }
    if let value = Value(spreadsheet: cell, of: type.unwrapped) { return value }
    switch type.unwrapped {
    case .boolean: throw LineFault.wrongType(Form.boolean)
    case .number, .integer, .money: return try number(of: type.unwrapped, cell)
    case .list: throw LineFault.wrongType(Form.list)
    case .record: throw LineFault.wrongType(Form.object)
    default: return try value(of: type.unwrapped, cell)
    }
  }
}
