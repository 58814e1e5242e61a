internal import Engine
internal import Model
internal import SourceText

// What a solver tells, where columns compute with facts.
extension TableAnalysis {
  /// How many gaps, pairs and rows are asked for at most, each.
  private static let questions = 40

  /// Whether a region says something of a column that computes with facts.
  func relates(_ box: [Stretches]) -> Bool {
    relating.contains { box[$0].count < shape.columns[$0].regions.all.count }
  }

  mutating func noteOpen(_ one: Int, _ other: Int) {
    guard let sets = shape.parts[one].sets.met(by: shape.parts[other].sets), relates(box(sets))
    else { return }
    open.pairs.append((one, other))
  }

  /// What is found beyond what `run` has found, and what is still not told; nothing for tables that
  /// compute with nothing.
  package func arithmetic(asking solver: any ConditionSolver) -> [TableFinding] {
    guard !relating.isEmpty else { return [] }
    var look = ArithmeticLook(self, SolverDesk(solver: solver), limit: Self.questions)
    look.findIdleRows(openRows)
    look.findConflicts(open.pairs)
    look.findGaps(open.gaps)
    return look.findings + look.rest
  }

  /// Rows that ask something computed and of which no case is known that goes to them.
  private var openRows: [Int] {
    var told: Set<Int> = []
    for finding in findings {
      switch finding.kind {
      case .dead(let row), .masked(let row, _): told.insert(row)
      default: break
      }
    }
    let parts = partsByRow
    let asking = Set(
      table.rows.indices.filter { row in
        parts[row].contains { relates(box(shape.parts[$0].sets)) }
      })
    // What goes before a row may keep it from winning by what is computed there.
    let order = rowsByPrecedence
    let behind = order.firstIndex(where: asking.contains).map { Set(order[$0...]) } ?? []
    return table.rows.indices.filter { row in
      (asking.contains(row) || behind.contains(row)) && !told.contains(row)
        && !parts[row].contains { wins(row, at: $0) }
    }
  }

  /// Whether facts are found with which a row matches, and wins where only one may.
  private func wins(_ row: Int, at part: Int) -> Bool {
    facts(in: box(shape.parts[part].sets)) { wins(row, with: $0) } != nil
  }

  /// Whether a row gives the result with some facts, or is one of those that match where not one
  /// alone gives it.
  fileprivate func wins(_ row: Int, with facts: [Value?]) -> Bool {
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: facts,
      variables: program.variables.elements.map(\.start))
    do throws(Fault) {
      guard case .decided(let outcome) = try evaluator.decide(decision) else { return false }
      return outcome.rows.contains(table.rows[row].id)
    } catch {
      guard case .severalRows(_, let rows) = error.reason else { return false }
      return rows.contains(table.rows[row].id)
    }
  }
}

/// One look at what a table's regions leave open, with a solver.
private struct ArithmeticLook {
  let analysis: TableAnalysis
  let desk: SolverDesk
  let limit: Int
  /// With results rounded as decimals are: what is impossible here is.
  private var script: ColumnScript
  /// Without rounding, for examples.
  private var exact: ColumnScript
  private(set) var findings: [TableFinding] = []
  private var silence: TableFinding.Silence?

  init(_ analysis: TableAnalysis, _ desk: SolverDesk, limit: Int) {
    self.analysis = analysis
    self.desk = desk
    self.limit = limit
    let columns = analysis.shape.columns
    script = ColumnScript(columns, analysis.program, analysis.calendar)
    exact = ColumnScript(columns, analysis.program, analysis.calendar, isExact: true)
  }

  /// That something is not told, if anything is.
  var rest: [TableFinding] {
    guard let silence else { return [] }
    var finding = TableFinding(kind: .undecided(silence))
    finding.region = analysis.relating.map {
      .init(column: analysis.shape.columns[$0].name, test: "")
    }
    return [finding]
  }

  /// Each question's answer; what lies beyond the limit is not told.
  private mutating func answers(_ questions: [[String]]) -> [SolverDesk.Answer] {
    let answers = desk.answers(script.script, Array(questions.prefix(limit)))
    if questions.count > limit, silence == nil { silence = .unclear }
    for case .silent(let why) in answers where silence == nil { silence = why }
    return answers
  }

  private mutating func sets(_ part: Int) -> String {
    script.holds(analysis.shape.parts[part].sets)
  }
}

// Rows that never match, or never win.
extension ArithmeticLook {
  mutating func findIdleRows(_ rows: [Int]) {
    guard !rows.isEmpty else { return }
    let order = analysis.rowsByPrecedence
    let parts = analysis.partsByRow
    var own: [String] = []
    var rivals: [[(row: Int, formula: String)]] = []
    for row in rows {
      own.append("(or \(parts[row].map { sets($0) }.joined(separator: " ")) false)")
      let before = order.firstIndex(of: row).map { order[..<$0] } ?? []
      rivals.append(
        before.filter { other in
          parts[other].contains { one in parts[row].contains { analysis.hulls.meet(one, $0) } }
        }.map { other in
          (other, "(not (or \(parts[other].map { sets($0) }.joined(separator: " ")) false))")
        })
    }
    let dead = answers(own.map { [$0] })
    let masked = answers(rows.indices.map { [own[$0]] + rivals[$0].map(\.formula) })
    for (place, row) in rows.enumerated().prefix(limit) {
      if dead[place] == .impossible {
        findings.append(TableFinding(kind: .dead(row: row)))
      } else if masked[place] == .impossible {
        let core = desk.core(script.script, [own[place]] + rivals[place].map(\.formula))
        let by = core.filter { $0 > 0 }.map { rivals[place][$0 - 1].row }.sorted()
        findings.append(TableFinding(kind: .masked(row: row, by: by)))
      } else if masked[place] == .possible {
        seekCase(of: row, parts[row], before: rivals[place].map { parts[$0.row] })
      }
    }
    findings.sort { $0.row < $1.row }
  }

  /// Looks whether a row wins with facts that the solver names; if not, nothing is known of it.
  private mutating func seekCase(of row: Int, _ parts: [Int], before others: [[Int]]) {
    let own = union(parts)
    var formulas = [own]
    for other in others { formulas.append("(not \(union(other)))") }
    if let facts = exact.example(formulas, desk),
      analysis.wins(row, with: analysis.program.facts.ids.map { id in facts[id].flatMap { $0 } })
    {
      return
    }
    if silence == nil { silence = .unclear }
  }

  private mutating func union(_ parts: [Int]) -> String {
    let all = parts.map { exact.holds(analysis.shape.parts[$0].sets) }
    return "(or \(all.joined(separator: " ")) false)"
  }
}

// Rows that match together, and cases that none matches.
extension ArithmeticLook {
  mutating func findConflicts(_ pairs: [(one: Int, other: Int)]) {
    let shape = analysis.shape
    let told = analysis.findings.compactMap(\.rows)
    var open: [(rows: [Int], box: [Stretches])] = []
    for pair in pairs {
      let rows = [shape.parts[pair.one].row, shape.parts[pair.other].row]
      guard !told.contains(rows),
        let sets = shape.parts[pair.one].sets.met(by: shape.parts[pair.other].sets)
      else { continue }
      open.append((rows, analysis.box(sets)))
    }
    var found: Set<[Int]> = []
    var questions: [[String]] = []
    for one in open { questions.append([script.holds(one.box)]) }
    for (place, answer) in answers(questions).enumerated() {
      let (rows, box) = open[place]
      guard answer == .possible, !found.contains(rows) else { continue }
      let facts = example(in: box) { [analysis] in
        if case .severalRows(analysis.decision, _)? = analysis.fault(of: $0) { true } else { false }
      }
      guard let facts else { continue }
      found.insert(rows)
      var finding = TableFinding(kind: .conflict(rows[0], rows[1]))
      finding.isAgreed = analysis.results[rows[0]] == analysis.results[rows[1]]
      add(finding, box, facts, at: found.count)
    }
  }

  mutating func findGaps(_ boxes: [[Stretches]]) {
    var count = 0
    var questions: [[String]] = []
    for box in boxes { questions.append([script.holds(box)]) }
    for (place, answer) in answers(questions).enumerated()
    where answer == .possible {
      let facts = example(in: boxes[place]) { [analysis] in
        analysis.fault(of: $0) == .noRow(analysis.decision)
      }
      guard let facts else { continue }
      count += 1
      add(TableFinding(kind: .gap), boxes[place], facts, at: count)
    }
  }

  private mutating func add(
    _ finding: TableFinding, _ box: [Stretches], _ facts: [Value?], at count: Int
  ) {
    guard count <= TableAnalysis.limit else {
      findings[findings.count - 1].more += 1
      return
    }
    var finding = finding
    finding.region = analysis.conditions(box)
    finding.facts = analysis.stated(facts)
    findings.append(finding)
  }

  /// Facts of the solver's that put the columns there, and for which something holds of the
  /// interpreter.
  private mutating func example(
    in box: [Stretches], where holds: ([Value?]) -> Bool
  ) -> [Value?]? {
    let formula = exact.holds(box)
    if let model = exact.example([formula], desk) {
      let facts = analysis.program.facts.ids.map { id in model[id].flatMap { $0 } }
      if holds(facts) { return facts }
    }
    if silence == nil { silence = .unclear }
    return nil
  }
}

extension TableFinding {
  /// The row it is about, if it is one.
  fileprivate var row: Int {
    switch kind {
    case .dead(let row), .masked(let row, _): row
    default: .max
    }
  }

  /// The rows that match together.
  fileprivate var rows: [Int]? {
    if case .conflict(let one, let other) = kind { [one, other] } else { nil }
  }
}
