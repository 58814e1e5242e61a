import SourceText
import Syntax

/// A tree's shape with every node in brackets of its own, so that grouping is plain to see.
func shape(_ tree: ExpressionTree) -> String {
  switch tree.kind {
  case .number(let digits): digits
  case .text(let content): "\"\(content)\""
  case .at(let literal): "@\(literal)"
  case .boolean(let value): "\(value)"
  case .null: "null"
  case .placeholder: "?"
  case .invalid: "<invalid>"
  case .name(let path): path.map(\.value).joined(separator: ".")
  case .inState(let path): "(state \(path.map(\.value).joined(separator: ".")))"
  case .unary(let operation, let operand): "(\(operation.rawValue) \(shape(operand)))"
  case .binary(let operation, let left, let right):
    "(\(operation.value.rawValue) \(shape(left)) \(shape(right)))"
  case .between(let value, let low, let high):
    "(between \(shape(value)) \(shape(low)) \(shape(high)))"
  case .membership(let value, let tests): "(in \(shape(value)) \(shape(tests)))"
  case .conditional(let condition, let yes, let no):
    "(if \(shape(condition)) \(shape(yes)) \(shape(no)))"
  case .quantified(let quantifier, let bindings, let condition):
    "(\(quantifier.rawValue) \(shape(bindings)) \(shape(condition)))"
  case .forEach(let bindings, let body): "(for \(shape(bindings)) \(shape(body)))"
  case .call(let name, let arguments):
    "(call `\(name.value)`"
      + arguments.map { " " + ($0.name.map { $0.value + ":" } ?? "") + shape($0.value) }.joined()
      + ")"
  case .field(let base, let name): "(field \(shape(base)) \(name.value))"
  case .filter(let base, let condition): "(filter \(shape(base)) \(shape(condition)))"
  case .list(let items): "(list" + items.map { " " + shape($0) }.joined() + ")"
  case .record(let entries):
    "(record" + entries.map { " \"\($0.name.value)\":\(shape($0.value))" }.joined() + ")"
  case .range(let range): shape(range)
  }
}

func shape(_ range: RangeNode) -> String {
  "(range " + (range.isLowIncluded ? "[" : "(") + (range.low.map(shape) ?? "") + " "
    + (range.high.map(shape) ?? "") + (range.isHighIncluded ? "]" : ")") + ")"
}

func shape(_ bindings: [ExpressionTree.Binding]) -> String {
  bindings.map { "\($0.name.value)=\(shape($0.domain))" }.joined(separator: " ")
}

func shape(_ tests: [TestNode]) -> String {
  tests.map(shape).joined(separator: " | ")
}

func shape(_ test: TestNode) -> String {
  switch test.kind {
  case .any: "-"
  case .compare(let comparison, let operand): "{\(comparison.value.rawValue) \(shape(operand))}"
  case .range(let range): shape(range)
  case .not(let tests): "{not \(shape(tests))}"
  case .expression(let tree): shape(tree)
  }
}
