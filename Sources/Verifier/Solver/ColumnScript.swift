internal import Model
internal import SourceText

/// Columns, and boxes of their regions, as formulas for a solver.
///
/// Where no column asks whether something is known all facts are taken as known: what holds or
/// fails of some of the facts does so however the others come out.
struct ColumnScript {
  private enum Reading {
    case term(SolverScript.Term)
    case truth(SolverScript.Truth)
    /// Which region it lies in is all that is said of it.
    case region(String)
  }

  private(set) var script: SolverScript
  let columns: [Column]
  private var readings: [Reading] = []

  init(_ columns: [Column], _ program: Program, _ calendar: WorkCalendar, isExact: Bool = false) {
    self.columns = columns
    script = SolverScript(program, calendar, isExact: isExact)
    for column in columns { readings.append(reading(of: column)) }
    let reads = FactReads(program)
    let all = columns.flatMap { reads.closure(of: $0.expression) }
    guard !all.contains(where: \.asksWhatIsKnown) else { return }
    for place in script.facts.indices { script.write(["(assert k_\(place))"]) }
  }

  private mutating func reading(of column: Column) -> Reading {
    let expression = column.expression
    if expression.type == .boolean { return .truth(script.truth(expression)) }
    if script.isExpressible(expression) { return .term(script.term(expression)) }
    if case .fact(let fact) = expression.kind { _ = script.place(of: fact) }
    let name = script.declared("q", "Int")
    script.write(["(assert (<= 0 \(name) \(max(0, column.regions.all.count - 1))))"])
    return .region(name)
  }

  /// That every column lies in its part of a box; nil is any value.
  mutating func holds(_ sets: [Stretches?]) -> String {
    var formulas: [String] = []
    for (column, set) in sets.enumerated() {
      guard let set, set.count < columns[column].regions.all.count else { continue }
      formulas.append(lies(column, in: set))
    }
    return SolverScript.all(formulas)
  }

  private mutating func lies(_ column: Int, in set: Stretches) -> String {
    let regions = columns[column].regions
    switch readings[column] {
    case .truth(let truth):
      let isTrue = set.first.map { regions.all[$0].witness == .boolean(true) }
      return isTrue == true ? truth.holds : isTrue == false ? truth.fails : "false"
    case .region(let name):
      let runs = set.runs.map { "(<= \($0.lowerBound) \(name) \($0.upperBound - 1))" }
      return "(or \(runs.joined(separator: " ")) false)"
    case .term(let term):
      guard let within = Self.within(set, regions, term) else {
        // A bound that cannot be written: it may lie there or not.
        return script.declared("o", "Bool")
      }
      return "(and \(term.known) \(within))"
    }
  }

  /// That a value lies in some regions; nil where a bound of them cannot be written.
  static func within(_ set: Stretches, _ regions: Regions, _ term: SolverScript.Term) -> String? {
    let hasNull = regions.all.last?.kind == .null
    let count = regions.all.count - (hasNull ? 1 : 0)
    var parts: [String] = []
    for run in set.runs {
      let values = run.clamped(to: 0..<count)
      guard let first = values.first, let last = values.last else { continue }
      guard let low = edge(regions.all[first].kind, isLow: true, term.value),
        let high = edge(regions.all[last].kind, isLow: false, term.value)
      else { return nil }
      parts.append("(and \(low) \(high))")
    }
    let value = "(or \(parts.joined(separator: " ")) false)"
    let null = term.null ?? "false"
    let some = "(and (not \(null)) \(value))"
    return hasNull && set.contains(count) ? "(or \(null) \(some))" : some
  }

  private static func edge(_ kind: Region.Kind, isLow: Bool, _ value: String) -> String? {
    switch kind {
    case .only(let only):
      return SolverScript.literal(only).map { "(\(isLow ? ">=" : "<=") \(value) \($0))" }
    case .between(let low, let high):
      guard let edge = isLow ? low : high else { return "true" }
      return SolverScript.literal(edge).map { "(\(isLow ? ">" : "<") \(value) \($0))" }
    case .null, .other: return nil
    }
  }

  /// Facts of an example in which some formulas are all true; nil where there is none, or where it
  /// cannot be written with the facts' types.
  func example(_ formulas: [String], _ desk: SolverDesk) -> [ID<Fact>: Value?]? {
    let names = readings.compactMap { if case .region(let name) = $0 { name } else { nil } }
    guard let model = desk.example(script, formulas, besides: names) else { return nil }
    var others: [ID<Fact>: Value] = [:]
    for (place, column) in columns.enumerated() {
      guard let fact = column.fact, case .region(let name) = readings[place],
        let region = model.number(name), column.regions.all.indices.contains(region)
      else { continue }
      others[fact] = column.regions.all[region].witness
    }
    return model.facts(of: script, others: others)
  }
}
