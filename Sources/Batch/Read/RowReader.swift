internal import Model
package import SourceText

/// Why the head of a table of cases names no facts; the run then does not begin.
package struct TableHeadFault: Error, Hashable, Sendable {
  package var message: Bilingual
}

/// Reads rows of a table (RFC 4180, one row a line) as cases: a column `id`, and one for each fact.
/// An empty cell says nothing of its fact; `null` says that there is none.
struct RowReader {
  private enum Column {
    case id
    case fact(ID<Fact>)
  }

  private let reader: LineReader
  private let columns: [Column]

  /// - Parameter head: the table's first row.
  init(_ reader: LineReader, head: String) throws {
    self.reader = reader
    let facts = reader.program.facts
    guard let names = Self.cells(of: head) else {
      throw TableHeadFault(
        message: Bilingual(en: "the table's head has a quote that is never closed", zh: "表头的引号没有结束")
      )
    }
    columns = try names.map { name in
      if name == "id" { return .id }
      guard let id = facts.ids.first(where: { facts[$0].name == name }) else {
        let fault = LineFault.unknown(
          .unknownFact, name, Bilingual(en: "fact", zh: "事实"), among: facts.elements.map(\.name))
        throw TableHeadFault(message: fault.message)
      }
      return .fact(id)
    }
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      let shown = LineFault.shown(name)
      throw TableHeadFault(
        message: Bilingual(
          en: "two columns are called `\(shown)`", zh: "有两列都叫 `\(shown)`"))
    }
  }

  func read(_ row: String) -> ReadLine {
    var id = JSONText.null
    do throws(LineFault) {
      guard let cells = Self.cells(of: row) else {
        throw LineFault(.unclosedString, en: "a quote is never closed", zh: "引号没有结束")
      }
      for case (.id, let cell) in zip(columns, cells) where !cell.isEmpty { id = .string(cell) }
      guard cells.count == columns.count else {
        throw LineFault(
          .wrongCellCount, en: "the row has \(cells.count) cells, the head \(columns.count)",
          zh: "这一行有 \(cells.count) 格，表头有 \(columns.count) 格")
      }
      return .read(CaseLine(id: id, file: reader.caseFile(of: try facts(cells))))
    } catch {
      return .faulty(id: id, error)
    }
  }

  private func facts(_ cells: [String]) throws(LineFault) -> [StatedFact] {
    var stated: [StatedFact] = []
    for case (.fact(let id), let cell) in zip(columns, cells) where !cell.isEmpty {
      let fact = reader.program.facts[id]
      do throws(LineFault) {
        stated.append(
          StatedFact(fact: id, value: try reader.value(of: fact.type, cell: cell), span: nil))
      } catch {
        throw error.within(fact.name)
      }
    }
    return stated
  }

  /// A row's cells; nil where a quote is never closed. Quotes may stand around a cell, and are
  /// doubled within; blanks count.
  static func cells(of row: String) -> [String]? {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuoted = false
    var scalars = Substring(row).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case "\"" where isQuoted || cell.isEmpty && !wasQuoted:
        isQuoted.toggle()
        wasQuoted = true
      case "," where !isQuoted:
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
        wasQuoted = false
      default: cell.append(scalar)
      }
    }
    cells.append(String(cell))
    return isQuoted ? nil : cells
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
    switch type.unwrapped {
    case .boolean:
      guard cell == "true" || cell == "false" else { throw LineFault.wrongType(Form.boolean) }
      return .boolean(cell == "true")
    case .number, .integer, .money: return try number(of: type.unwrapped, cell)
    case .list: throw LineFault.wrongType(Form.list)
    case .record: throw LineFault.wrongType(Form.object)
    default: return try value(of: type.unwrapped, cell)
    }
  }
}
