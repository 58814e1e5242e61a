package import Model
package import SourceText
package import Syntax

/// Lowers all decisions of a rulebook, in declared order, and makes their names known to the scope.
///
/// A decision stands in the result even if it is faulty (then as null), so that ids are dense; what
/// is wrong with it has been reported. Types that decisions leave out are inferred in the order in
/// which they use each other. Decisions that use each other in a circle are refused.
///
/// - Parameters:
///   - readsTable: gives the rows of a CSV file by its path, or nil with a finding.
///   - warnsOfMissingIDs: whether a row without an id gets a warning where others of its table have
///     one: for rulebooks that state their `language`.
package func lowerDecisions(
  _ trees: [DecisionTree], in scope: inout Scope, warnsOfMissingIDs: Bool = false,
  into diagnostics: inout Diagnostics,
  readsTable: (Located<String>, inout Diagnostics) -> GridTree?
) -> Arena<Decision> {
  var lowering = DecisionLowering(
    trees, scope, warnsOfMissingIDs: warnsOfMissingIDs, diagnostics: diagnostics)
  lowering.declare()
  lowering.inferTypes()
  let grids = trees.map { lowering.grids(of: $0, readsTable) }
  let decisions = lowering.lower(grids)
  scope = lowering.scope
  reportCircles(trees, decisions, lowering.inferred, into: &lowering.diagnostics)
  diagnostics = lowering.diagnostics
  return Arena(decisions)
}

/// The lowering of a rulebook's decisions: their types first, so that each may use all others, then
/// what they say.
struct DecisionLowering {
  let trees: [DecisionTree]
  var scope: Scope
  let warnsOfMissingIDs: Bool
  var diagnostics: Diagnostics
  /// By decision: the outputs of a table; nil for expressions and where a type is faulty.
  private(set) var outputs: [[DecisionTable.Output]?] = []
  /// By decision: the expression of one that leaves out its type, as far as it could be read.
  private(set) var inferred: [ExpressionTree?] = []
  /// The expressions whose types were inferred, checked.
  private var expressions: [Int: Expression] = [:]

  init(
    _ trees: [DecisionTree], _ scope: Scope, warnsOfMissingIDs: Bool, diagnostics: Diagnostics
  ) {
    self.trees = trees
    self.scope = scope
    self.warnsOfMissingIDs = warnsOfMissingIDs
    self.diagnostics = diagnostics
  }

  /// Makes every name known, with its type where that is written.
  mutating func declare() {
    for (index, tree) in trees.enumerated() {
      outputs.append(tree.rows == nil ? nil : declareOutputs(tree))
      let isUntyped = tree.rows == nil && tree.type == nil
      inferred.append(
        isUntyped ? tree.expression.map { readExpression($0, into: &diagnostics) } : nil)
      scope.add(
        tree.name.value, .decision(ID(index)), type: writtenType(index), at: tree.name.span)
    }
  }

  private mutating func declareOutputs(_ tree: DecisionTree) -> [DecisionTable.Output]? {
    var outputs: [DecisionTable.Output] = []
    for output in tree.outputs {
      let type = output.type.flatMap {
        scope.plainType($0, owner: output.name, into: &diagnostics)
      }
      guard let type else { continue }
      outputs.append(
        DecisionTable.Output(
          name: output.name.value, type: type, priorities: [], span: output.name.span))
    }
    return outputs.count == tree.outputs.count && !outputs.isEmpty ? outputs : nil
  }

  private mutating func writtenType(_ index: Int) -> ValueType? {
    let tree = trees[index]
    if let type = tree.type { return scope.plainType(type, owner: tree.name, into: &diagnostics) }
    guard tree.rows != nil, let outputs = outputs[index] else { return nil }
    let policy = HitPolicy(tree.hit) ?? .unique
    let fields = outputs.map { RecordType.Field(name: $0.name, type: $0.type) }
    let result = fields.count == 1 ? fields[0].type : .record(RecordType(fields: fields))
    if policy == .count { return .integer }
    return policy.givesList ? .list(result) : result
  }

  /// A decision's type as the scope has it by now.
  private func type(_ index: Int) -> ValueType? {
    scope.entries[trees[index].name.value]?.first { $0.meaning == .decision(ID(index)) }?.type
  }
}

// Types that are left out.
extension DecisionLowering {
  /// Checks the expressions whose types are not written, each after those that it uses.
  mutating func inferTypes() {
    var indexes: [String: Int] = [:]
    for index in trees.indices where inferred[index] != nil {
      indexes[trees[index].name.value] = indexes[trees[index].name.value] ?? index
    }
    let uses = inferred.map { tree in
      tree.map { $0.namesUsed.compactMap { indexes[$0.value] } } ?? []
    }
    // A circle's members stay without type; the circle itself is reported once all is lowered.
    for group in connectedGroups(uses) where group.count == 1 && !uses[group[0]].contains(group[0])
    {
      infer(group[0])
    }
  }

  private mutating func infer(_ index: Int) {
    guard let tree = inferred[index] else { return }
    let checker = ExpressionChecker(scope: scope)
    guard let expression = checker.check(tree, into: &diagnostics) else { return }
    guard let type = expression.type.settled else {
      diagnostics.report(.untypedDecision(trees[index].name, at: expression.span))
      return
    }
    expressions[index] = expression
    scope.setType(type, of: trees[index].name.value, ID(index))
  }
}

// What decisions say.
extension DecisionLowering {
  /// The grid of each of a decision's parts: its rows and those that layers put behind them; nil
  /// for rows in the list form.
  mutating func grids(
    of tree: DecisionTree, _ readsTable: (Located<String>, inout Diagnostics) -> GridTree?
  ) -> [GridTree?] {
    ([tree.rows].compactMap(\.self) + tree.further).map { rows in
      switch rows {
      case .pipes(let scalar): readPipeTable(scalar, into: &diagnostics)
      case .file(let path): readsTable(path, &diagnostics)
      case .list: nil
      }
    }
  }

  /// All decisions, each from its grids. They know nothing of each other any more, so some are
  /// lowered while others are.
  mutating func lower(_ grids: [[GridTree?]]) -> [Decision] {
    var blank = self
    blank.diagnostics = Diagnostics()
    let parts = trees.indices.chunks(of: max(1, (trees.count + 7) / 8))
    let lowered = parts.concurrentMap { [blank] indexes in
      var part = blank
      return (indexes.map { part.lower($0, grids[$0]) }, part.diagnostics.all)
    }
    for (_, findings) in lowered { diagnostics.report(contentsOf: findings) }
    return lowered.flatMap(\.0)
  }

  private mutating func lower(_ index: Int, _ grids: [GridTree?]) -> Decision {
    let tree = trees[index]
    let logic = tree.rows == nil ? expression(index) : table(index, grids)
    let nothing = Expression(.constant(.null), type: .null, span: tree.span)
    return Decision(
      name: tree.name.value,
      title: tree.title?.bilingual(of: tree.name.value) ?? Bilingual(tree.name.value),
      logic: logic ?? .expression(nothing), type: type(index) ?? .null, span: tree.span)
  }

  private mutating func expression(_ index: Int) -> Decision.Logic? {
    if let expression = expressions[index] { return .expression(expression) }
    guard inferred[index] == nil, let scalar = trees[index].expression else { return nil }
    let tree = readExpression(scalar, into: &diagnostics)
    guard let type = type(index) else { return nil }
    let checker = ExpressionChecker(scope: scope)
    return checker.check(tree, expecting: type, into: &diagnostics).map { .expression($0) }
  }

  private mutating func table(_ index: Int, _ grids: [GridTree?]) -> Decision.Logic? {
    guard let outputs = outputs[index] else { return nil }
    var table = TableLowering(
      trees[index], scope, outputs: outputs, warnsOfMissingIDs: warnsOfMissingIDs)
    let result = table.lower(grids)
    diagnostics.report(contentsOf: table.diagnostics.all)
    return result.map { .table($0) }
  }
}

extension Range<Int> {
  /// Its parts of some length, and what is left.
  fileprivate func chunks(of length: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: length).map {
      $0..<Swift.min($0 + length, upperBound)
    }
  }
}

extension ValueType {
  /// The type of something that has a name: not bare `null`, nor a list of nothing.
  fileprivate var settled: ValueType? {
    switch self {
    case .null, .nothing: nil
    case .list(let element): element.settled.map { .list($0) }
    default: self
    }
  }
}

extension HitPolicy {
  /// By word or letter; the reader has refused anything else.
  init?(_ scalar: ScalarText?) {
    guard let scalar else { return nil }
    let policy = HitPolicy.allCases.first {
      $0.rawValue == scalar.text || $0.letter == scalar.text
    }
    guard let policy else { return nil }
    self = policy
  }
}
