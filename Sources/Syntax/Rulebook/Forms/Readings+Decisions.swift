import SourceText

/// The words of DMN's hit policies and the standard's letters for them (DMN 1.5, 8.2.8).
private let hitPolicies: [(word: String, letter: String)] = [
  ("unique", "U"), ("any", "A"), ("first", "F"), ("priority", "P"), ("rule order", "R"),
  ("output order", "O"), ("collect", "C"), ("sum", "C+"), ("min", "C<"), ("max", "C>"),
  ("count", "C#"),
]

// The positions of a decision that no other place has.
extension Reading where Value == ScalarText {
  static var hitPolicy: Reading {
    let shape = Shape.choice(hitPolicies.flatMap { [$0.word, $0.letter] })
    return Reading(shape) { slot, diagnostics in
      guard let scalar = slot.scalar(shape, into: &diagnostics) else { return nil }
      guard hitPolicies.contains(where: { $0.word == scalar.text || $0.letter == scalar.text })
      else {
        diagnostics.report(.unknownHitPolicy(scalar, hitPolicies.map(\.word)))
        return nil
      }
      return scalar
    }
  }
}

extension Reading where Value == Located<String> {
  /// The name of an input; an expression in its place is told how to get a name.
  static var inputName: Reading {
    Reading(.name) { slot, diagnostics in
      guard let scalar = slot.scalar(.name, into: &diagnostics) else { return nil }
      if scalar.text.unicodeScalars.contains(where: \.isOperator) {
        diagnostics.report(.inputWithoutName(scalar))
        return nil
      }
      return readName(scalar, isPath: true, into: &diagnostics)
    }
  }
}

extension Unicode.Scalar {
  /// A sign that only an expression has.
  fileprivate var isOperator: Bool { "+*/()[]<>=".unicodeScalars.contains(self) }
}

extension Reading where Value == [InputTree] {
  static var inputs: Reading {
    let list = Reading.list(of: .form(Forms.input))
    return Reading(list.shape) { slot, diagnostics in
      guard let all = list.read(slot, &diagnostics) else { return nil }
      let inputs = all.filter { !$0.name.value.isEmpty }
      reportDuplicates(
        of: inputs.map(\.name), noun: Bilingual(en: "the input", zh: "输入"), into: &diagnostics)
      return inputs
    }
  }
}

extension Reading where Value == RowsTree {
  /// A list of rows, or a table drawn with bars.
  static var rules: Reading {
    let list = Reading<[RowTree]>.list(of: .form(Forms.row))
    return Reading(.either([list.shape, .pipeTable])) { slot, diagnostics in
      if let scalar = slot.node.scalar, !scalar.isAbsent { return .pipes(scalar) }
      guard let rows = list.read(slot, &diagnostics) else { return nil }
      if slot.node.sequence?.isEmpty == true { diagnostics.report(.emptyTable(slot)) }
      reportDuplicates(
        of: rows.compactMap(\.id), noun: .row, into: &diagnostics)
      return .list(rows, slot.node.span)
    }
  }
}

extension Reading where Value == RowTree.Condition {
  /// `{input: test}` or one expression.
  static var condition: Reading {
    let cells = Reading<[(input: Located<String>, test: TestTree)]>.entries(
      by: .name, of: .test
    ) { (input: $0, test: $1) }
    return Reading(.either([cells.shape, .expression])) { slot, diagnostics in
      if slot.node.mapping != nil {
        return cells.read(slot, &diagnostics).map { .cells($0, slot.node.span) }
      }
      return slot.scalar(.either([cells.shape, .expression]), into: &diagnostics)
        .map(RowTree.Condition.expression)
    }
  }
}

extension Reading where Value == OutcomeTree {
  /// `{output: value}`, or the value of a table with one output.
  static var outcome: Reading {
    let values = Reading<[(name: Located<String>, value: ValueTree)]>.values
    return Reading(.either([values.shape, .value])) { slot, diagnostics in
      if slot.node.mapping != nil, slot.node["is"] == nil {
        if slot.node.mapping?.isEmpty == true {
          slot.refuseEmpty(values.shape, into: &diagnostics)
          return nil
        }
        return values.read(slot, &diagnostics).map(OutcomeTree.perOutput)
      }
      return Reading<ValueTree>.value.read(slot, &diagnostics).map(OutcomeTree.one)
    }
  }
}
