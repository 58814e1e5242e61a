import SourceText
import Syntax

extension ExpressionTree {
  /// The first parts of the paths in it that it does not bind itself, in the order they stand.
  var namesUsed: [Located<String>] {
    var names: [Located<String>] = []
    collectNames(&names, bound: [])
    return names
  }

  private func collectNames(_ names: inout [Located<String>], bound: Set<String>) {
    var bound = bound
    switch kind {
    case .name(let path): names += path.prefix(1).filter { !bound.contains($0.value) }
    case .quantified(_, let bindings, let body), .forEach(let bindings, let body):
      for binding in bindings {
        binding.domain.collectNames(&names, bound: bound)
        bound.insert(binding.name.value)
      }
      body.collectNames(&names, bound: bound)
    case .record(let entries):
      for entry in entries {
        entry.value.collectNames(&names, bound: bound)
        bound.insert(entry.name.value)
      }
    default:
      for part in parts { part.collectNames(&names, bound: bound) }
    }
  }

  /// The trees directly inside, tests included.
  private var parts: [ExpressionTree] {
    switch kind {
    case .number, .text, .at, .boolean, .null, .name, .placeholder, .inState, .invalid: []
    case .unary(_, let operand), .field(let operand, _): [operand]
    case .binary(_, let left, let right), .filter(let left, let right): [left, right]
    case .between(let one, let two, let three), .conditional(let one, let two, let three):
      [one, two, three]
    case .membership(let value, let tests): [value] + tests.flatMap(\.parts)
    case .quantified(_, let bindings, let body), .forEach(let bindings, let body):
      bindings.map(\.domain) + [body]
    case .call(_, let arguments): arguments.map(\.value)
    case .list(let elements): elements
    case .record(let entries): entries.map(\.value)
    case .range(let range): range.bounds
    }
  }
}

extension TestNode {
  fileprivate var parts: [ExpressionTree] {
    switch kind {
    case .any: []
    case .compare(_, let tree), .expression(let tree): [tree]
    case .range(let range): range.bounds
    case .not(let tests): tests.flatMap(\.parts)
    }
  }
}

extension RangeNode {
  fileprivate var bounds: [ExpressionTree] { [low, high].compactMap(\.self) }
}
