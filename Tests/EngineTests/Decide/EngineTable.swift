import Engine
import Model
import SourceText

/// A plain table as the engine reads it.
struct EngineTable {
  private(set) var world = EvaluationWorld()
  private let code: Code
  private(set) var facts: [ID<Fact>] = []
  private(set) var decision: ID<Decision>

  /// What a plain table's facts and cells are to the engine.
  enum Code {
    /// Facts are words, cells list some of them.
    case words(ID<Enumeration>)
    /// Facts are lists of one truth, 0 or 1, of a type with too many values to try.
    case opaque
  }

  init(_ table: PlainTable, isOpaque: Bool = false) {
    let words = world.enumeration((0..<table.size).map { "w\($0)" })
    let code = isOpaque ? Code.opaque : .words(words)
    self.code = code
    let type: ValueType = isOpaque ? .list(.boolean) : .enumeration(words)
    for number in 0..<table.factCount { facts.append(world.fact("f\(number)", type)) }
    let rows = zip(table.rows, table.outputs).enumerated().map { index, row in
      DecisionTable.Row(
        id: "r\(index)", cells: row.0.map { code.cell($0, of: table.size) },
        condition: nil, results: [.constant(.number(Number(row.1)))], basis: [],
        span: .at(index))
    }
    let inputs = table.columns.map { [facts] fact in
      DecisionTable.Input(name: "i\(fact)", expression: .fact(facts[fact], type), span: .nowhere)
    }
    let output = DecisionTable.Output(
      name: "o", type: .number, priorities: table.priorities.map { .number(Number($0)) },
      span: .nowhere)
    let compiled = DecisionTable(
      policy: table.policy, inputs: inputs, outputs: [output], rows: rows,
      otherwise: table.otherwise.map { [.constant(.number(Number($0)))] })
    decision = world.decision("d", .table(compiled))
  }

  /// What the engine says in the oracle's terms, and which facts it asks for, in order.
  func prediction(_ known: [Int?]) -> (result: PlainTable.Result?, questions: [Int]) {
    let values = known.map { number in number.map(code.value) }
    do {
      switch try world.evaluator(values).decide(decision) {
      case .decided(let outcome): return (EngineTable.plain(outcome.value), [])
      case .open(let missing): return (nil, missing.facts.map(\.index))
      }
    } catch {
      switch error.reason {
      case .noRow(decision): return (.noRow, [])
      case .severalRows(decision, _): return (.conflict, [])
      default: preconditionFailure("\(error) is no fault of such a table")
      }
    }
  }

  private static func plain(_ value: Value) -> PlainTable.Result {
    func whole(_ value: Value) -> Int {
      guard case .number(let number) = value, let whole = Int(exactly: number) else {
        preconditionFailure("outputs are whole numbers")
      }
      return whole
    }
    if case .list(let values) = value { return .many(values.map(whole)) }
    return .one(whole(value))
  }
}

extension EngineTable.Code {
  func value(_ number: Int) -> Value {
    switch self {
    case .words(let words): .word(words, number)
    case .opaque: [.boolean(number == 1)]
    }
  }

  /// `-`; one word or several; `not(...)` where more are accepted than refused.
  func cell(_ accepted: Set<Int>?, of size: Int) -> DecisionTable.Cell {
    guard let accepted else { return .init(tests: [.any], span: .nowhere) }
    let refused = Set(0..<size).subtracting(accepted)
    let isShorter = refused.count == 1 && accepted.count > 1
    return .init(
      tests: isShorter ? [.not(tests(refused))] : tests(accepted), span: .nowhere)
  }

  private func tests(_ numbers: Set<Int>) -> [UnaryTest] {
    numbers.sorted().map { number in
      if case .words = self { return .compare(.equal, .constant(value(number))) }
      let truth = Expression.call(.any, [Expression(.local(0), .list(.boolean))], .boolean)
      return .condition(number == 1 ? truth : Expression(.not(truth), .boolean))
    }
  }
}
