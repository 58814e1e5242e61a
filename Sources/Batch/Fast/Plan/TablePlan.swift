internal import Engine
internal import Model
internal import SourceText

/// A decision table by columns: for each value of a column, or interval of values, a mask of the
/// rows that it satisfies. The rows that match are those that all columns' masks hold.
struct TablePlan {
  struct Column {
    /// The fact that is the input, else -1.
    var fact: Int32
    /// Else what to evaluate.
    var node: Int32
    /// Masks by value; else by interval.
    var isDense: Bool
    /// Where its masks begin.
    var masks: Int32
    /// Where its bounds begin, and how many there are: value i is between bounds i - 1 and i.
    var bounds: Int32
    var count: Int32
    /// Rows that do not look at it.
    var indifferent: Int32
    /// The mask of null; -1 if there is none.
    var null: Int32
  }

  var columns: [Column] = []
  var masks: [UInt64] = []
  var bounds: [Packed] = []
  /// Words of 64 rows in a mask.
  let width: Int
  let rowCount: Int
  let isUnique: Bool
  let hasOtherwise: Bool
  /// By row, then otherwise: what it gives.
  let values: [Value]

  /// Nil where the table has something that masks cannot say.
  init?(_ table: DecisionTable, _ maker: inout CodeMaker, _ evaluator: Evaluator) {
    guard table.policy == .first || table.policy == .unique,
      table.rows.allSatisfy({ $0.condition == nil })
    else { return nil }
    rowCount = table.rows.count
    width = max(1, (rowCount + 63) / 64)
    isUnique = table.policy == .unique
    hasOtherwise = table.otherwise != nil
    var values: [Value] = []
    for results in table.rows.map(\.results) + (table.otherwise.map { [$0] } ?? []) {
      guard let value = Self.constant(results) else { return nil }
      values.append(value)
    }
    self.values = values
    for (place, input) in table.inputs.enumerated() {
      let cells = table.rows.map { $0.cells[place] }
      // A column that no row looks at is not read.
      if cells.allSatisfy({ $0.tests.allSatisfy(\.isAny) }) { continue }
      guard let node = maker.make(input.expression),
        add(input.expression, node, cells, &maker, evaluator)
      else { return nil }
    }
  }

  private static func constant(_ results: [Expression]) -> Value? {
    var values: [Value] = []
    for result in results {
      guard case .constant(let value) = result.kind else { return nil }
      values.append(value)
    }
    return values.count == 1 ? values[0] : .record(values)
  }

  private mutating func add(
    _ input: Expression, _ node: Int32, _ cells: [DecisionTable.Cell], _ maker: inout CodeMaker,
    _ evaluator: Evaluator
  ) -> Bool {
    guard let packing = Packing(input.type),
      let constants = Self.constants(cells.flatMap(\.tests), packing)
    else { return false }
    guard let samples = Samples(packing, constants, &maker) else { return false }
    var column = Column(
      fact: -1, node: node, isDense: samples.isDense, masks: Int32(masks.count / width),
      bounds: Int32(bounds.count), count: Int32(samples.bounds.count), indifferent: 0, null: -1)
    if case .fact(let id) = input.kind { column.fact = Int32(id.index) }
    bounds += samples.bounds
    let kinds = Self.kinds(of: cells)
    for value in samples.values {
      guard addMask(of: value, kinds, evaluator) else { return false }
    }
    column.indifferent = Int32(masks.count / width)
    addMask(of: cells.indices.filter { cells[$0].tests.contains(where: \.isAny) })
    if input.type.isOptional {
      column.null = Int32(masks.count / width)
      guard addMask(of: .null, kinds, evaluator) else { return false }
    }
    columns.append(column)
    return true
  }

  /// The engine itself says which cells a value satisfies.
  private mutating func addMask(
    of value: Value, _ kinds: [CellKind], _ evaluator: Evaluator
  ) -> Bool {
    var rows: [Int] = []
    for kind in kinds {
      switch try? evaluator.matches(kind.tests, value: .known(value), slot: 0) {
      case .holds: rows += kind.rows
      case .fails: continue
      default: return false
      }
    }
    addMask(of: rows)
    return true
  }

  private mutating func addMask(of rows: [Int]) {
    let start = masks.count
    masks.append(contentsOf: repeatElement(0, count: width))
    for row in rows { masks[start + row / 64] |= 1 << UInt64(row % 64) }
  }
}

// Most cells of a column say what others say, too.
extension TablePlan {
  /// Rows whose cells ask the same.
  private struct CellKind {
    var tests: [UnaryTest]
    var rows: [Int]
  }

  /// What most cells are: one comparison with a literal, or no test.
  private enum Question: Hashable {
    case any
    case compare(ComparisonOperator, Value)

    init?(_ tests: [UnaryTest]) {
      guard tests.count == 1 else { return nil }
      switch tests[0] {
      case .any: self = .any
      case .compare(let comparison, let other):
        guard case .constant(let value) = other.kind else { return nil }
        self = .compare(comparison, value)
      case .within, .not, .condition: return nil
      }
    }
  }

  private static func kinds(of cells: [DecisionTable.Cell]) -> [CellKind] {
    var kinds: [CellKind] = []
    var places: [Question: Int] = [:]
    for (row, cell) in cells.enumerated() {
      let question = Question(cell.tests)
      if let place = question.flatMap({ places[$0] }) {
        kinds[place].rows.append(row)
        continue
      }
      if let question { places[question] = kinds.count }
      kinds.append(CellKind(tests: cell.tests, rows: [row]))
    }
    return kinds
  }
}

// Which values of a column have to be told apart.
extension TablePlan {
  /// The constants that tests compare with; nil if one compares with anything else.
  private static func constants(_ tests: [UnaryTest], _ packing: Packing) -> [Value]? {
    var found: [Value] = []
    for test in tests {
      switch test {
      case .any: continue
      case .compare(let comparison, let other):
        guard case .constant(let value) = other.kind else { return nil }
        if packing == .text, comparison != .equal, comparison != .notEqual { return nil }
        if case .list(let items) = value { found += items } else { found.append(value) }
      case .within(let range):
        guard packing != .text,
          case .range(let low, _, let high, _) = range.kind
        else { return nil }
        for bound in [low, high].compactMap(\.self) {
          guard case .constant(let value) = bound.kind else { return nil }
          found.append(value)
        }
      case .not(let tests):
        guard let inner = constants(tests, packing) else { return nil }
        found += inner
      case .condition: return nil
      }
    }
    return found.filter { $0 != .null }
  }

  /// One value of each kind that tests tell apart.
  private struct Samples {
    var values: [Value] = []
    var bounds: [Packed] = []
    var isDense = true

    init?(_ packing: Packing, _ constants: [Value], _ maker: inout CodeMaker) {
      switch packing {
      case .boolean: values = [.boolean(false), .boolean(true)]
      case .word(let id):
        values = maker.program.enumerations[id].words.indices.map { .word(id, $0) }
      case .text:
        // Texts are told apart by their place in the pool, which must not grow behind our back.
        isDense = false
        for constant in constants {
          guard let packed = maker.texts.pack(constant) else { return nil }
          if !bounds.contains(packed) { bounds.append(packed) }
        }
        bounds.sort()
        let texts = maker.texts.texts
        interleave { $0.map { .text(texts[Int($0)]) } ?? .text(Self.unlike(texts)) }
      case .number, .integer, .day, .moment:
        isDense = false
        var packed: [Packed] = []
        for constant in constants {
          guard let value = maker.texts.pack(constant), value.isPlain else { return nil }
          packed.append(value)
        }
        bounds = Array(Set(packed)).sorted()
        guard let spread = spread(packing) else { return nil }
        values = spread
      }
    }

    /// Below, on and above each bound.
    private mutating func interleave(_ make: (Packed?) -> Value) {
      for bound in bounds { values += [make(nil), make(bound)] }
      values.append(make(nil))
    }

    private static func unlike(_ texts: [String]) -> String {
      var text = "~"
      while texts.contains(text) { text += "~" }
      return text
    }

    private func spread(_ packing: Packing) -> [Value]? {
      var values: [Value] = []
      for (place, bound) in bounds.enumerated() {
        // Between two bounds: any value will do, for tests know no others.
        let before = place == 0 ? bound - 1 : bound - max(1, (bound - bounds[place - 1]) / 2)
        guard let below = Self.value(before, packing), let on = Self.value(bound, packing) else {
          return nil
        }
        values += [below, on]
      }
      guard let above = Self.value((bounds.last ?? 0) + 1, packing) else { return nil }
      return values + [above]
    }

    private static func value(_ packed: Packed, _ packing: Packing) -> Value? {
      switch packing {
      case .number, .integer:
        Number(Int128(packed), exponent: -6).map(Value.number)
      case .day: CalendarDate(daysSinceEpoch: Int(packed)).map(Value.date)
      case .moment: DateTime(milliseconds: packed).map(Value.dateTime)
      default: nil
      }
    }
  }
}

extension UnaryTest {
  fileprivate var isAny: Bool {
    if case .any = self { true } else { false }
  }
}
