internal import Engine
internal import Model
internal import SourceText

/// Tells of what a sketch holds at one moment whether facts can be so at all.
///
/// The solver is asked only about what has to do with arithmetic between facts. What excludes each
/// other is remembered, so that it need not be asked again.
struct ClaimCheck {
  /// How many questions are put for one promise.
  private static let questions = 300

  private let sketch: Sketch
  private let desk: SolverDesk
  /// By fact of the sketch: the facts its claims are about; nil where they are not looked at.
  private let asked: [Set<ID<Fact>>?]
  private let arithmetic: Set<ID<Fact>>
  private var cores: [Set<ChoiceTape.Choice>] = []
  private var possible: Set<Set<ChoiceTape.Choice>> = []
  private var left = ClaimCheck.questions
  /// Why the solver has not told something.
  private(set) var silence: TableFinding.Silence?

  /// Nil where the sketch asks nothing of the kind.
  init?(_ sketch: Sketch, _ desk: SolverDesk) {
    let all = sketch.program.facts.ids
    arithmetic = Set(all.filter(sketch.isArithmetic))
    guard !arithmetic.isEmpty else { return nil }
    asked = all.map(sketch.facts)
    self.sketch = sketch
    self.desk = desk
  }

  /// Whether no facts are as all that is held says; false where that is not known.
  ///
  /// - Parameter isBroken: whether the promise is broken if it can be so. Then all is asked about
  ///   that has to do with the facts in question, and else arithmetic alone.
  mutating func excludes(_ held: [ID<Fact>: Value?], isBroken: Bool) -> Bool {
    let all = claims(in: held)
    guard !all.isEmpty else { return false }
    if cores.contains(where: Set(all).isSuperset) { return true }
    return excludes(all.filter { arithmetic.contains($0.fact) })
      || isBroken && excludes(all)
  }

  private mutating func excludes(_ claims: [ChoiceTape.Choice]) -> Bool {
    let all = Set(claims)
    if possible.contains(all) { return false }
    guard left > 0, silence == nil || silence == .unclear else { return false }
    left -= 1
    var script = ClaimScript(sketch)
    let formulas = claims.map { script.formula($0) }
    switch desk.together(script.script, formulas) {
    case .impossible(let core):
      cores.append(Set(core.map { claims[$0] }))
      return true
    case .possible: possible.insert(all)
    case .silent(let why):
      possible.insert(all)
      silence = silence ?? why
    }
    return false
  }

  /// What is held of arithmetic, and of what has facts in common with it; in order.
  private func claims(in held: [ID<Fact>: Value?]) -> [ChoiceTape.Choice] {
    let own = held.keys.filter(arithmetic.contains)
    guard !own.isEmpty else { return [] }
    let facts = own.reduce(into: Set<ID<Fact>>()) { $0.formUnion(asked[$1.index] ?? []) }
    return held.keys.sorted().compactMap { fact in
      guard let about = asked[fact.index], !about.isDisjoint(with: facts), let value = held[fact]
      else { return nil }
      return ChoiceTape.Choice(fact: fact, value: value)
    }
  }
}
