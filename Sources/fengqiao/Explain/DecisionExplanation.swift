internal import Engine
internal import Model
internal import SourceText

/// Why a decision came to its result: its inputs, the rows that fired, and of the others which came
/// nearest and the cell it failed at.
struct DecisionExplanation {
  let interpreter: Interpreter
  let wording: Wording
  let state: CaseState

  private var program: Program { interpreter.program }

  func lines(for id: ID<Decision>) -> [String] {
    result(of: id) + rows(of: id)
  }

  private func result(of id: ID<Decision>) -> [String] {
    let frozen = state.frozen[id.index] != nil
    let head = wording.say("result", "结果") + "  "
    switch interpreter.standing(of: id, in: state) {
    case .decided(let outcome):
      let note = frozen ? "  " + wording.say("(frozen by `decide`)", "（已由 decide 固定）") : ""
      return [head + wording.result(id, outcome.value) + note]
    case .open(let missing):
      return [head + wording.say("undecided, needs ", "未决，尚缺 ") + wording.facts(missing)]
    case .faulted(let fault):
      let why = wording.say(FaultText(program: program).text(of: fault))
      return [head + wording.say("none: ", "没有：") + why]
    }
  }

  private func rows(of id: ID<Decision>) -> [String] {
    guard case .table(let table) = program.decisions[id].logic,
      let explanation = interpreter.evaluator(for: state).explainTable(id)
    else { return [] }
    let fired = interpreter.outcome(of: id, in: state)?.rows ?? []
    return explanation.rows.indices.flatMap { index in
      line(
        explanation, index, table, isFired: fired.contains(table.rows[index].id),
        isNearest: explanation.nearest == index)
    }
  }

  /// The row that came nearest to matching, and the cell it failed at.
  func nearest(of id: ID<Decision>) -> [String] {
    guard case .table(let table) = program.decisions[id].logic,
      let explanation = interpreter.evaluator(for: state).explainTable(id),
      let index = explanation.nearest
    else { return [] }
    return line(explanation, index, table, isFired: false, isNearest: false)
  }

  private func line(
    _ explanation: TableExplanation, _ index: Int, _ table: DecisionTable, isFired: Bool,
    isNearest: Bool
  ) -> [String] {
    let row = table.rows[index]
    let id = row.id.hasPrefix("row ") ? String(row.id.dropFirst(4)) : row.id
    let name = wording.say("row", "规则行") + " " + id.onOneSafeLine
    let place = "  " + wording.place(row.span)
    switch explanation.rows[index].match {
    case .matched:
      let note =
        isFired ? wording.say("fired", "命中") : wording.say("matches too", "也符合")
      let law = row.basis.isEmpty ? "" : "  (\(wording.basis(row.basis)))"
      return ["\(name): \(note)\(law)\(place)"]
    case .failed(let failure):
      let nearest = isNearest ? wording.say(" (the nearest)", "（最接近）") : ""
      return ["\(name)\(nearest): \(reason(failure, table))\(place)"]
    case .unknown(let missing):
      return ["\(name): \(wording.say("depends on ", "取决于 "))\(wording.facts(missing))\(place)"]
    case .fault(let fault):
      return ["\(name): \(wording.say(FaultText(program: program).text(of: fault)))\(place)"]
    }
  }

  private func reason(_ failure: TableExplanation.Failure, _ table: DecisionTable) -> String {
    let cell = wording.source(failure.span)
    guard let column = failure.column else {
      return wording.say("its condition does not hold: ", "条件不成立：") + cell
    }
    let input = table.inputs[column].name.onOneSafeLine
    let value = failure.value.map { wording.value($0) }
    let found = value.map { wording.say(", it is \($0)", "，实为 \($0)") } ?? ""
    return wording.say("\(input) is not `\(cell)`", "\(input) 不是 `\(cell)`") + found
  }
}
