import Model
import SourceText
import Syntax

// Measures, lowered last: the words of `outcome` are known to them alone.
extension Lowering {
  mutating func lowerMeasures() {
    let trees = tree.mediation.measures
    guard !trees.isEmpty else { return }
    let outcomes = makeOutcomes()
    self.outcomes = outcomes
    var names = DeclaredNames()
    for tree in trees {
      names.declare(tree.name, as: .measure, into: &diagnostics)
      if let measure = lower(tree, outcomes) { measures.append(measure) }
    }
  }

  /// The final states at the top by their `outcome`, else by their names.
  private mutating func makeOutcomes() -> Outcomes {
    var words: [Enumeration.Word] = []
    var byState: [ID<State>: Int] = [:]
    for id in states.ids where states[id].kind == .final {
      guard let parent = states[id].parent, states[parent].parent == nil else { continue }
      let given = stateTrees[id.index].outcome?.value
      let word = given ?? states[id].name
      if let index = words.firstIndex(where: { $0.name == word }) {
        byState[id] = index
        continue
      }
      byState[id] = words.count
      words.append(
        Enumeration.Word(name: word, title: given.map { Bilingual($0) } ?? states[id].title))
    }
    let span = tree.workflow?.span ?? tree.span
    let type = scope.add(
      Enumeration(
        name: "outcome", title: Bilingual(en: "outcome", zh: "结果"), words: words,
        isOrdered: false, span: span),
      isNamed: false)
    return Outcomes(type: type, words: byState)
  }

  private mutating func lower(_ tree: MeasureTree, _ outcomes: Outcomes) -> Measure? {
    let base = tree.of.map { expression($0, outcomes, expecting: .boolean) }
    guard let kind = kind(of: tree, outcomes) else { return nil }
    if let base, base == nil { return nil }
    return Measure(
      name: tree.name.value, title: title(tree.title, tree.name), kind: kind, base: base ?? nil,
      period: tree.by.flatMap { Measure.Period(rawValue: $0.value) }, span: tree.name.span)
  }

  private mutating func kind(of tree: MeasureTree, _ outcomes: Outcomes) -> Measure.Kind? {
    switch (tree.count, tree.sum) {
    case (let count?, nil):
      return expression(count, outcomes, expecting: .boolean).map(Measure.Kind.count)
    case (nil, let sum?):
      guard let expression = expression(sum, outcomes, expecting: nil) else { return nil }
      if expression.type.unwrapped.isNumeric { return .sum(expression) }
      diagnostics.report(
        .measureOfNoNumber(sum, TypeWording(scope: scope).text(expression.type)))
    case (let count?, _?): diagnostics.report(.measureOfTwoKinds(tree.name, at: count.span))
    case (nil, nil): diagnostics.report(.measureOfNothing(tree.name))
    }
    return nil
  }

  /// An expression in which `outcome` and `escalations` have their meaning.
  private mutating func expression(
    _ scalar: ScalarText, _ outcomes: Outcomes, expecting: ValueType?
  ) -> Expression? {
    let written = readExpression(scalar, into: &diagnostics)
    var locals = [
      Typing.Local(
        name: "outcome", slot: Measure.outcomeSlot, type: .optional(.enumeration(outcomes.type)))
    ]
    if scope.entries["escalations"] == nil {
      locals.append(
        Typing.Local(name: "escalations", slot: Measure.escalationsSlot, type: .integer))
    }
    return checker.run(&diagnostics) { typing in
      typing.locals = locals
      typing.nextSlot = Measure.escalationsSlot + 1
      guard let expecting else { return typing.type(written) }
      return typing.require(written, expecting)
    }
  }
}

extension Diagnostic {
  fileprivate static func measureOfNothing(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .measureOfNothing,
      Bilingual(
        en: "`\(name.value)` says neither what it counts nor what it sums",
        zh: "`\(name.value)` 没有写统计什么"),
      at: name.span,
      help: Bilingual(
        en: "write `count:` with a condition, or `sum:` with a number",
        zh: "请写 `count:`（条件）或 `sum:`（数值）"))
  }

  fileprivate static func measureOfTwoKinds(_ name: Located<String>, at span: Span) -> Diagnostic {
    Diagnostic(
      .measureOfNothing,
      Bilingual(
        en: "`\(name.value)` has both `count` and `sum`, but is one number",
        zh: "`\(name.value)` 同时写了 `count` 和 `sum`，但一项统计只能是一个数"),
      at: span,
      help: Bilingual(en: "make two measures of it", zh: "请分成两项统计"))
  }

  fileprivate static func measureOfNoNumber(_ scalar: ScalarText, _ type: String) -> Diagnostic {
    Diagnostic(
      .measureOfNoNumber,
      Bilingual(en: "a value of type `\(type)` cannot be summed", zh: "类型为 `\(type)` 的值不能求和"),
      at: scalar.contentSpan,
      help: Bilingual(
        en: "sum a number, an integer or money, or write `count:` for a condition",
        zh: "请对数字、整数或金额求和；条件请用 `count:`"))
  }
}
