internal import Engine
internal import Model
internal import SourceText

/// What a sketch took facts and questions to be at one moment, as formulas for a solver.
///
/// Only questions that ask facts alone are read: what they ask changes with facts alone, and what
/// changes facts opens them again. So all that is held at one moment is true of the same facts.
struct ClaimScript {
  private(set) var script: SolverScript
  private let sketch: Sketch

  init(_ sketch: Sketch, isExact: Bool = false) {
    self.sketch = sketch
    script = SolverScript(sketch.original, sketch.calendar, isExact: isExact)
  }

  /// What is true of the facts if something was taken so.
  mutating func formula(_ claim: ChoiceTape.Choice) -> String {
    let place = claim.fact.index - sketch.original.facts.count
    guard place >= 0 else { return formula(claim.fact, claim.value) }
    guard let asked = sketch.questions[place] else { return "true" }
    let truth = script.truth(asked)
    switch claim.value {
    case .boolean(true)?: return truth.holds
    // Where nobody asks whether it is unknown, that counts as no.
    case .boolean(false)?:
      return sketch.domains[claim.fact.index].contains(nil)
        ? truth.fails : SolverScript.not(truth.holds)
    default: return "(not (or \(truth.holds) \(truth.fails)))"
    }
  }

  private mutating func formula(_ fact: ID<Fact>, _ value: Value?) -> String {
    let place = script.place(of: fact)
    guard let value else { return "(not k_\(place))" }
    let type = sketch.original.facts[fact].type
    if type == .boolean {
      let own = value == .boolean(true) ? "v_\(place)" : "(not v_\(place))"
      return "(and k_\(place) \(own))"
    }
    let read = Expression(.fact(fact), type: type, span: sketch.original.facts[fact].span)
    guard script.isExpressible(read), let regions = sketch.regions[fact],
      let region = regions.index(of: value),
      let within = ColumnScript.within(Stretches(region..<(region + 1)), regions, script.term(read))
    else { return "k_\(place)" }
    return "(and k_\(place) \(within))"
  }
}

extension Sketch {
  /// The facts that a claim is about; nil for one that says nothing of facts alone.
  func facts(of fact: ID<Fact>) -> Set<ID<Fact>>? {
    let place = fact.index - original.facts.count
    guard place >= 0 else { return visible.contains(fact) ? [fact] : nil }
    guard let asked = questions[place], asked.type == .boolean else { return nil }
    let own = dependants[place]
    guard own.variables.isEmpty, !own.isPassing, own.decisions.isDisjoint(with: decided),
      !reads.closure(of: asked).contains(where: \.readsClock)
    else { return nil }
    return own.facts
  }

  /// Whether what a question asks is arithmetic between facts.
  func isArithmetic(_ fact: ID<Fact>) -> Bool {
    let place = fact.index - original.facts.count
    guard place >= 0, let asked = questions[place], facts(of: fact) != nil else { return false }
    return reads.closure(of: asked).contains { $0.relates(constants) }
  }
}

extension Expression {
  fileprivate var readsClock: Bool {
    var reads = false
    walk { if case .clock = $0.kind { reads = true } }
    return reads
  }
}
