import Model
import SourceText
import Syntax

// Hit policies and what they ask of outputs (DMN 1.5, 8.2.8).
extension TableLowering {
  private var ranks: Bool { policy == .priority || policy == .outputOrder }

  /// `sum`, `min` and `max` make one value of one output's values; `count` of nothing is 0.
  mutating func checkPolicy() {
    let place = tree.hit?.span ?? tree.name.span
    switch policy {
    case .sum, .min, .max:
      guard outputs.count == 1 else {
        diagnostics.report(.aggregateOfSeveral(policy, outputs.map(\.name), at: place))
        return
      }
      let type = outputs[0].type
      let isFit = policy == .sum ? type.isNumeric : isOrdered(type)
      if !isFit {
        diagnostics.report(
          .aggregateOfType(
            policy, TypeWording(scope: checker.scope).text(type), at: place,
            output: outputs[0].span))
      }
    case .count:
      let span = tree.otherwiseValue?.span ?? tree.otherwise?.first?.name.span
      if let span { diagnostics.report(.otherwiseOfCount(at: span)) }
    default: break
    }
  }

  private func isOrdered(_ type: ValueType) -> Bool {
    Typing(scope: checker.scope).isOrdered(type)
  }

  /// The values from the highest priority down: as `priority` says, else an enumeration's words in
  /// their order. An ordered type has an order already: it has to be said which end is high.
  mutating func readPriorities() {
    for (index, tree) in tree.outputs.enumerated() where !tree.priorities.isEmpty {
      readPriorities(index, tree)
    }
    guard ranks else { return }
    for index in outputs.indices where outputs[index].priorities.isEmpty {
      guard case .enumeration(let id) = outputs[index].type,
        tree.outputs[index].priorities.isEmpty
      else { continue }
      let enumeration = checker.scope.enumerations[id]
      if enumeration.isOrdered {
        diagnostics.report(.orderedWithoutPriority(tree.outputs[index].name, enumeration))
      } else {
        outputs[index].priorities = enumeration.words.indices.map { .word(id, $0) }
      }
    }
    let isRanked = outputs.contains { !$0.priorities.isEmpty }
    if !isRanked, !diagnostics.hasErrors {
      diagnostics.report(
        .noPriorities(policy, outputs[0].name, at: tree.hit?.span ?? tree.name.span))
    }
  }

  private mutating func readPriorities(_ index: Int, _ tree: OutputTree) {
    if !ranks {
      diagnostics.report(.unusedPriority(tree.name, at: tree.priorities[0].span))
    }
    var values: [Value] = []
    for scalar in tree.priorities {
      let value = checker.literal(scalar, type: outputs[index].type, into: &diagnostics)
      guard let value else { return }
      if values.contains(value) {
        diagnostics.report(.priorityTwice(Located(scalar.text, at: scalar.span)))
      }
      values.append(value)
    }
    if case .enumeration(let id) = outputs[index].type.unwrapped {
      let words = checker.scope.enumerations[id].words
      let missing = words.indices.filter { !values.contains(.word(id, $0)) }
      if !missing.isEmpty {
        diagnostics.report(.priorityLacks(missing.map { words[$0].name }, tree))
      }
    }
    outputs[index].priorities = ranks ? values : []
  }

  /// Reports a result that the output's priorities do not rank.
  mutating func checkPriority(_ value: Expression, _ output: Int) {
    let priorities = outputs[output].priorities
    guard !priorities.isEmpty, let constant = value.constant, !priorities.contains(constant)
    else { return }
    let wording = TypeWording(scope: checker.scope)
    diagnostics.report(
      .unrankedResult(wording.text(constant), outputs[output], at: value.span))
  }
}
