internal import Engine
internal import Model
internal import SourceText

/// A table as boxes of regions: what each row matches, over columns whose values are cut where any
/// row can tell them apart.
///
/// A test that is no comparison with constants becomes a column of its own, true or false, so that
/// all else can still be told exactly; whether its values can come about is for the witness to say.
struct TableShape: Sendable {
  /// A part of what a row matches: the row matches where any of its parts does.
  struct Part: Sendable {
    let row: Int
    /// By column; nil is any value.
    var sets: [Stretches?]
  }

  let table: DecisionTable
  let columns: [Column]
  /// How many of the columns are inputs: the first; what follows are questions.
  let inputCount: Int
  let parts: [Part]
  /// By row and input: whether the cell says something that every value passes.
  let idleCells: [[Bool]]

  init(_ table: DecisionTable, _ program: Program, _ calendar: WorkCalendar) {
    self.table = table
    var shaping = Shaping(program, calendar, isThrough: true)
    let inputs = table.inputs.map { shaping.column($0.expression, named: $0.name) }
    inputCount = (inputs.max() ?? -1) + 1
    let cells = table.rows.map { shaping.cellFormulas(of: $0, in: table, inputs) }
    let conditions = table.rows.map { $0.condition.map { shaping.wholeCondition($0) } }
    let (columns, constants) = (shaping.columns(), shaping.constants)
    self.columns = columns
    var parts: [Part] = []
    var idleCells: [[Bool]] = []
    for (row, cells) in cells.enumerated() {
      let boxes = cells.map { $0.boxes(columns, constants) }
      idleCells.append(
        zip(table.rows[row].cells, boxes).map { cell, boxes in
          if case .any? = cell.tests.first { return false }
          return boxes.contains { $0.allSatisfy { $0 == nil } }
        })
      let all = boxes + [conditions[row]?.boxes(columns, constants)].compactMap(\.self)
      parts += all.met(columns.count).map { Part(row: row, sets: $0) }
    }
    self.parts = parts
    self.idleCells = idleCells
  }

  /// All values of all columns.
  var whole: [Stretches] { columns.map { Stretches(0..<$0.regions.all.count) } }
}

/// What a row asks, over columns by number.
indirect enum Formula: Sendable {
  case constant(Bool)
  /// The column's value passes the tests.
  case tests(Int, [UnaryTest])
  case not(Formula)
  case all([Formula])
  case any([Formula])
}

/// Finds the columns of a table and what rows ask of them.
struct Shaping {
  let program: Program
  let constants: Constants
  private let text: ProgramText
  private let isThrough: Bool
  private var found: [(expression: Expression, name: String, key: String, constants: [Value])] = []

  /// - Parameter isThrough: whether a decision that is asked has only the values it can give.
  init(_ program: Program, _ calendar: WorkCalendar, isThrough: Bool = false) {
    self.program = program
    self.isThrough = isThrough
    text = ProgramText(program)
    constants = Constants(program, calendar)
  }

  /// The columns met so far, cut at all constants met so far.
  func columns() -> [Column] {
    found.map { column in
      var minimum: Value?
      var maximum: Value?
      var type = column.expression.type
      if case .fact(let fact) = column.expression.kind {
        // Its format, which expressions do not have.
        if program.facts[fact].type.withoutFormats == type { type = program.facts[fact].type }
        (minimum, maximum) = (program.facts[fact].minimum, program.facts[fact].maximum)
      }
      let given = isThrough ? constants.results(of: column.expression, in: program) : nil
      var regions = Regions(
        type, column.constants + (given ?? []), program, minimum: minimum, maximum: maximum)
      if let given { regions.narrow(to: given) }
      return Column(expression: column.expression, name: column.name, regions: regions)
    }
  }

  /// What each cell of a row asks, told the columns of the inputs.
  mutating func cellFormulas(
    of row: DecisionTable.Row, in table: DecisionTable, _ columns: [Int]
  ) -> [Formula] {
    var all: [Formula] = []
    for (place, cell) in row.cells.enumerated() {
      all.append(formula(of: cell.tests, columns[place], table.inputs[place].expression))
    }
    return all
  }

  /// What a row asks with its one expression, as a question of its own if it says too much.
  mutating func wholeCondition(_ condition: Expression) -> Formula {
    let formula = formula(of: condition)
    return formula.isManageable ? formula : question(condition)
  }

  mutating func formula(of row: DecisionTable.Row, in table: DecisionTable) -> Formula {
    let columns = table.inputs.map { column($0.expression, named: $0.name) }
    var all = cellFormulas(of: row, in: table, columns)
    if let condition = row.condition { all.append(wholeCondition(condition)) }
    return .all(all)
  }

  mutating func column(_ expression: Expression, named name: String? = nil) -> Int {
    let key = text.expression(expression)
    if let known = found.firstIndex(where: { $0.key == key }) { return known }
    found.append((expression, name ?? key, key, []))
    return found.count - 1
  }

  /// Tests of constants cut the column; what else is asked of its value is a condition, or a
  /// question of its own.
  mutating func formula(
    of tests: [UnaryTest], _ column: Int, _ value: Expression
  ) -> Formula {
    if tests.count == 1, case .condition(let condition) = tests[0] {
      let said = condition.rebuilt { $0.kind == .local(0) ? value : $0 }
      let formula = formula(of: said)
      if formula.isManageable { return formula }
    }
    let regions = Regions(value.type, [], program)
    if regions.isComplete, regions.isLine || !tests.contains(where: \.putsInOrder),
      let values = constants.constants(in: tests)
    {
      found[column].constants += values
      return .tests(column, tests)
    }
    let question = Expression(
      .membership(value, slot: 0, tests), type: .boolean, span: value.span)
    return self.question(question)
  }

  mutating func formula(of condition: Expression) -> Formula {
    if case .boolean(let holds)? = constants.value(of: condition) { return .constant(holds) }
    switch condition.kind {
    case .and(let left, let right): return .all([formula(of: left), formula(of: right)])
    case .or(let left, let right): return .any([formula(of: left), formula(of: right)])
    case .not(let inner): return .not(formula(of: inner))
    case .compare(let comparison, let left, let right):
      if constants.value(of: right) != nil, !right.type.unwrapped.isList {
        let column = column(left)
        return formula(of: [.compare(comparison, right)], column, left)
      }
      if constants.value(of: left) != nil, !left.type.unwrapped.isList {
        let column = column(right)
        return formula(of: [.compare(comparison.turned, left)], column, right)
      }
    case .membership(let value, _, let tests) where constants.constants(in: tests) != nil:
      let column = column(value)
      return formula(of: tests, column, value)
    default: break
    }
    return question(condition)
  }

  /// Whether a condition holds, not looked into.
  private mutating func question(_ condition: Expression) -> Formula {
    .tests(column(condition), [.compare(.equal, .yes)])
  }
}

extension Expression {
  fileprivate static let yes = Expression(
    .constant(.boolean(true)), type: .boolean, span: Span(SourceID(0), 0, 0))
}

extension ValueType {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}

extension ComparisonOperator {
  /// The same comparison said from the other side.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
