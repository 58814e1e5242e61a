import Engine
import Model
import SourceText

/// A decision table written down in a few lines of Swift.
struct TableSketch {
  var policy: HitPolicy
  var inputs: [Expression]
  var outputs: [DecisionTable.Output]
  var rows: [DecisionTable.Row] = []
  var otherwise: [Expression]?

  /// - Parameter priorities: by output.
  init(_ policy: HitPolicy, _ inputs: [Expression], outputs: Int = 1, priorities: [[Value]] = []) {
    self.policy = policy
    self.inputs = inputs
    self.outputs = (0..<outputs).map { number in
      DecisionTable.Output(
        name: "o\(number)", type: .number,
        priorities: number < priorities.count ? priorities[number] : [], span: .at(900 + number))
    }
  }

  /// A row; its place in the file is its number.
  func row(
    _ id: String, _ cells: [[UnaryTest]], when condition: Expression? = nil,
    then results: Expression...
  ) -> TableSketch {
    var sketch = self
    let place = rows.count
    sketch.rows.append(
      DecisionTable.Row(
        id: id,
        cells: cells.enumerated().map {
          .init(tests: $0.element, span: .at(place * 10 + $0.offset))
        },
        condition: condition, results: results, basis: [], span: .at(place)))
    return sketch
  }

  func otherwise(_ results: Expression...) -> TableSketch {
    var sketch = self
    sketch.otherwise = results
    return sketch
  }

  var logic: Decision.Logic {
    .table(
      DecisionTable(
        policy: policy,
        inputs: inputs.enumerated().map {
          .init(name: "i\($0.offset)", expression: $0.element, span: .nowhere)
        }, outputs: outputs, rows: rows, otherwise: otherwise))
  }
}

/// `-`, and equality with a value.
let anything: [UnaryTest] = [.any]
func equals(_ value: Value) -> [UnaryTest] { [.compare(.equal, .constant(value))] }

extension EvaluationWorld {
  mutating func decision(_ name: String, _ sketch: TableSketch) -> ID<Decision> {
    decision(name, sketch.logic)
  }
}

extension Decided {
  static func decided(_ value: Value, _ rows: String...) -> Decided {
    .decided(DecisionOutcome(value: value, rows: rows))
  }
}
