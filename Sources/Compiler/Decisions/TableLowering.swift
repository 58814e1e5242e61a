import Model
import SourceText
import Syntax

/// The lowering of one decision table, in whichever form its rows are written.
struct TableLowering {
  /// An input with what its cells need to know.
  struct Input {
    var input: DecisionTable.Input
    /// The path it reads, if a cell that rules out null is to be remembered for the row's results.
    var optionalPath: ValuePath?
  }

  let tree: DecisionTree
  let checker: ExpressionChecker
  let policy: HitPolicy
  let warnsOfMissingIDs: Bool
  var outputs: [DecisionTable.Output]
  var diagnostics = Diagnostics()
  /// Reads one cell after the other.
  private var typing: Typing
  /// By position; nil where an input is faulty: its cells are then only read.
  var inputs: [Input?] = []
  /// Positions of inputs and outputs by name.
  private(set) var inputIndexes: [String: Int] = [:]
  private(set) var outputIndexes: [String: Int] = [:]

  init(
    _ tree: DecisionTree, _ scope: Scope, outputs: [DecisionTable.Output],
    warnsOfMissingIDs: Bool
  ) {
    self.tree = tree
    checker = ExpressionChecker(scope: scope)
    typing = Typing(scope: scope)
    policy = HitPolicy(tree.hit) ?? .unique
    self.outputs = outputs
    self.warnsOfMissingIDs = warnsOfMissingIDs
  }

  /// The table; nil where anything is wrong with it, with findings that say what.
  mutating func lower(_ grids: [GridTree?]) -> DecisionTable? {
    checkPolicy()
    readPriorities()
    inputs = tree.inputs.map { lower($0) }
    for (index, input) in tree.inputs.enumerated() { inputIndexes[input.name.value] = index }
    for (index, output) in outputs.enumerated() { outputIndexes[output.name] = index }
    var rows: [DecisionTable.Row?] = []
    for (part, grid) in zip([tree.rows].compactMap(\.self) + tree.further, grids) {
      rows += lower(part, grid, behind: rows.count)
    }
    if !tree.further.isEmpty { refuseTakenIDs(rows) }
    let otherwise = lowerOtherwise()
    guard !diagnostics.hasErrors, !rows.contains(where: { $0 == nil }) else { return nil }
    return DecisionTable(
      policy: policy, inputs: inputs.compactMap { $0?.input }, outputs: outputs,
      rows: rows.compactMap(\.self), otherwise: otherwise)
  }

  /// The rows of one part of the table; those without an id are numbered on from the ones before.
  private mutating func lower(
    _ part: RowsTree, _ grid: GridTree?, behind count: Int
  ) -> [DecisionTable.Row?] {
    guard case .list(let trees, _) = part else {
      return grid.map { lower($0, behind: count) } ?? [nil]
    }
    warnOfMissingIDs(
      trees.enumerated().map { GivenID(id: $1.id, number: count + $0 + 1, span: $1.span) })
    return trees.enumerated().map { lower($1, number: count + $0 + 1) }
  }

  /// An added row cannot have the id of one that there is: cases name rows by these.
  private mutating func refuseTakenIDs(_ rows: [DecisionTable.Row?]) {
    var places: [String: Span] = [:]
    for row in rows.compactMap(\.self) {
      if let place = places[row.id] {
        diagnostics.report(.rowIDTaken(row, place, in: tree.name.value))
      } else {
        places[row.id] = row.span
      }
    }
  }

  private mutating func lower(_ tree: InputTree) -> Input? {
    let isNamed = tree.expression == nil
    let scalar =
      tree.expression ?? .verbatim(tree.name.value, in: tree.name.span.source, at: tree.name.start)
    let parsed = readExpression(scalar, into: &diagnostics)
    guard let expression = checker.check(parsed, into: &diagnostics) else { return nil }
    // A word of some type answers to its name too, but a column of it would test nothing.
    if isNamed, expression.constant != nil {
      diagnostics.report(.inputIsAWord(tree.name))
      return nil
    }
    let input = DecisionTable.Input(
      name: tree.name.value, expression: expression, span: tree.span)
    return Input(
      input: input, optionalPath: expression.type.isOptional ? ValuePath(expression) : nil)
  }

  private mutating func lowerOtherwise() -> [Expression]? {
    if let value = tree.otherwiseValue {
      return results([], value, at: value.span, notNull: [])
    }
    guard let values = tree.otherwise else { return nil }
    let span = values.first.map { $0.name.span } ?? tree.name.span
    return results(values, nil, at: span, notNull: [])
  }

  /// The row's id, or the name that a row without one has. Ids that mean something else are
  /// refused.
  mutating func id(_ given: Located<String>?, number: Int) -> String {
    guard let given else { return "row \(number)" }
    if given.value == "otherwise" { diagnostics.report(.reservedRowID(given)) }
    return given.value
  }

  /// What a row is called, or its number where its author gave it no id.
  struct GivenID {
    var id: Located<String>?
    var number: Int
    var span: Span
  }

  /// Warns of rows without ids among rows with ids.
  mutating func warnOfMissingIDs(_ rows: [GivenID]) {
    guard warnsOfMissingIDs, rows.contains(where: { $0.id != nil }) else { return }
    for row in rows where row.id == nil {
      diagnostics.report(.rowWithoutID(number: row.number, at: row.span))
    }
  }
}

// Cells and results.
extension TableLowering {
  /// The tests of a cell of an input, and the input's path if they rule out null.
  mutating func cell(
    _ nodes: [TestNode], _ span: Span, of index: Int, notNull: inout Set<ValuePath>
  ) -> DecisionTable.Cell? {
    guard let input = inputs[index] else { return nil }
    let tests = checker.checkTests(
      nodes, of: input.input.expression.type, by: &typing, into: &diagnostics)
    guard let tests else { return nil }
    return cell(tests, span, of: input, notNull: &notNull)
  }

  func cell(
    _ tests: [UnaryTest], _ span: Span, of input: Input, notNull: inout Set<ValuePath>
  ) -> DecisionTable.Cell {
    if let path = input.optionalPath, tests.allSatisfy(\.rulesOutNull) { notNull.insert(path) }
    return DecisionTable.Cell(tests: tests, span: span)
  }

  /// The results of a row or of `otherwise`, one per output: by name, or the one value.
  mutating func results(
    _ named: [(name: Located<String>, value: ValueTree)], _ single: ValueTree?, at span: Span,
    notNull: Set<ValuePath>
  ) -> [Expression]? {
    // A row without results was reported when it was read.
    if single == nil, named.isEmpty { return nil }
    if outputs.count == 1, let value = single ?? wholeRecord(named, span) {
      return result(value, 0, notNull).map { [$0] }
    }
    if let single {
      diagnostics.report(.resultWithoutNames(outputs.map(\.name), at: single.span))
      return nil
    }
    var values: [ValueTree?] = Array(repeating: nil, count: outputs.count)
    var isKnown = true
    for (name, value) in named {
      guard let index = outputIndexes[name.value] else {
        diagnostics.report(.unknownOutput(name, among: outputs.map(\.name)))
        isKnown = false
        continue
      }
      values[index] = value
    }
    let missing = outputs.indices.filter { values[$0] == nil }
    // With a name that means nothing, what seems to be missing may be that one misspelt.
    if isKnown, !missing.isEmpty {
      diagnostics.report(.missingResults(missing.map { outputs[$0].name }, at: span))
    }
    let results = values.enumerated().map { index, value in
      value.flatMap { result($0, index, notNull) }
    }
    return results.contains { $0 == nil } ? nil : results.compactMap(\.self)
  }

  /// `then: {a: 1}` where the one output is itself a record with a field `a`.
  private func wholeRecord(
    _ named: [(name: Located<String>, value: ValueTree)], _ span: Span
  ) -> ValueTree? {
    guard case .record = outputs[0].type.unwrapped, !named.isEmpty,
      !named.contains(where: { $0.name.value == outputs[0].name })
    else { return nil }
    return .record(named, span)
  }

  mutating func result(
    _ tree: ValueTree, _ output: Int, _ notNull: Set<ValuePath>
  ) -> Expression? {
    let type = outputs[output].type
    let value = checker.run(&typing, &diagnostics) { typing in
      typing.notNull = notNull
      return typing.value(tree, type)
    }
    if let value { checkPriority(value, output) }
    return value
  }
}

extension Located where Value == String {
  /// The byte it begins at.
  fileprivate var start: Int { Int(span.start) }
}
