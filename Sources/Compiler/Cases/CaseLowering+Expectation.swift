import Model
import SourceText
import Syntax

// What a case file expects.
extension CaseLowering {
  mutating func expectation(_ tree: ExpectationTree) -> Expectation {
    var result = Expectation(span: tree.span)
    result.states = tree.states.compactMap { state($0) }
    result.never = tree.never.compactMap { state($0) }
    result.decisions = tree.decisions.compactMap { decision($0.name, $0.value) }
    result.rows = tree.because.compactMap { row($0) }
    result.due = tree.due.compactMap { due($0.name, $0.when) }
    result.documents = tree.documents.compactMap { document($0) }
    result.notices = tree.notices
    result.tasks = tree.tasks.filter { isTask($0) }
    result.questions = tree.ask.map { names in
      names.compactMap { name in fact(name).map { Located($0, at: name.span) } }
    }
    result.refused = tree.refused.flatMap { word in
      Expectation.Refusal(rawValue: word.value).map { Located($0, at: word.span) }
    }
    result.overtaken = tree.overtaken
    result.facts = statements(tree.facts)
    result.variables = tree.variables.compactMap { variable($0.name, $0.value) }
    result.finished = tree.finished
    return result
  }

  private mutating func state(_ name: Located<String>) -> Located<ID<State>>? {
    let path = name.value.split(separator: ".").map(String.init)
    switch checker.scope.states.resolve(path) {
    case .state(let id): return Located(id, at: name.span)
    case .ambiguous(let candidates):
      diagnostics.report(.ambiguousState(name, candidates))
    case .unknown:
      let known = program.chart?.states.elements.dropFirst().map(\.path) ?? []
      diagnostics.report(.undeclared(.state, name.value, among: Array(known), at: name.span))
    }
    return nil
  }

  private mutating func document(_ name: Located<String>) -> Located<ID<Document>>? {
    let known = program.documents.elements.map(\.name)
    if let index = known.firstIndex(of: name.value) { return Located(ID(index), at: name.span) }
    diagnostics.report(.undeclared(.document, name.value, among: known, at: name.span))
    return nil
  }

  private mutating func isTask(_ name: Located<String>) -> Bool {
    if names.tasks.contains(name.value) { return true }
    diagnostics.report(.undeclared(.task, name.value, among: names.tasks, at: name.span))
    return false
  }

  private mutating func variable(
    _ name: Located<String>, _ tree: ValueTree
  ) -> Located<VariableExpectation>? {
    let known = program.variables.elements.map(\.name)
    guard let index = known.firstIndex(of: name.value) else {
      diagnostics.report(.undeclared(.variable, name.value, among: known, at: name.span))
      return nil
    }
    let type = program.variables.elements[index].type
    return checker.literal(tree, type: type, into: &diagnostics).map {
      Located(VariableExpectation(variable: ID(index), value: $0), at: name.span)
    }
  }
}

// Decisions: their results, and the rows that fired.
extension CaseLowering {
  /// `X: value` or `X: {output: value}`, which may leave outputs out.
  private mutating func decision(
    _ name: Located<String>, _ tree: ValueTree
  ) -> Expectation.DecisionResult? {
    guard let id = decision(name) else { return nil }
    let type = program.decisions[id].type
    var outputs: [(name: String, value: Value)] = []
    if case .record(let written, _) = tree, case .record(let record) = type.unwrapped {
      for (output, value) in written {
        guard let index = record.index(of: output.value) else {
          let known = record.fields.map(\.name)
          diagnostics.report(
            .undeclared(.output, output.value, among: known, at: output.span))
          continue
        }
        let read = checker.literal(value, type: record.fields[index].type, into: &diagnostics)
        if let read { outputs.append((output.value, read)) }
      }
    } else if let value = checker.literal(tree, type: type, into: &diagnostics) {
      outputs.append(("", value))
    }
    return Expectation.DecisionResult(decision: id, outputs: outputs, span: name.span)
  }

  private mutating func decision(_ name: Located<String>) -> ID<Decision>? {
    let known = program.decisions.elements.map(\.name)
    if let index = known.firstIndex(of: name.value) { return ID(index) }
    diagnostics.report(.undeclared(.decision, name.value, among: known, at: name.span))
    return nil
  }

  /// `DECISION.ROWID`; a row's id may hold dots and blanks.
  private mutating func row(_ path: Located<String>) -> Located<RowReference>? {
    let parts = path.value.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      diagnostics.report(.unknownRow(path, among: []))
      return nil
    }
    guard let id = decision(Located(parts[0], at: path.span)) else { return nil }
    var known: [String] = []
    if case .table(let table) = program.decisions[id].logic {
      known = table.rows.map(\.id) + (table.otherwise == nil ? [] : ["otherwise"])
    }
    if known.contains(parts[1]) {
      return Located(RowReference(decision: id, row: parts[1]), at: path.span)
    }
    diagnostics.report(.unknownRow(path, among: known.map { "\(parts[0]).\($0)" }))
    return nil
  }
}

// Due dates.
extension CaseLowering {
  private mutating func due(
    _ name: Located<String>, _ when: ScalarText
  ) -> Located<DueExpectation>? {
    guard let canonical = dueName(name), let when = self.when(when) else { return nil }
    return Located(DueExpectation(name: canonical, when: when), at: name.span)
  }

  /// The name as due lists give it: for an `after` the shortest path of its state.
  private mutating func dueName(_ name: Located<String>) -> String? {
    if names.due.contains(name.value) { return name.value }
    let path = name.value.split(separator: ".").map(String.init)
    if let chart = program.chart, case .state(let id) = checker.scope.states.resolve(path),
      !chart.states[id].delayed.isEmpty
    {
      return chart.states[id].path
    }
    diagnostics.report(.nothingFallsDue(name, among: names.due))
    return nil
  }

  private mutating func when(_ scalar: ScalarText) -> DueExpectation.When? {
    if scalar.text == "none" { return .nothing }
    if let date = CalendarDate(literal: scalar.text) { return .day(date) }
    return moment(scalar).map(DueExpectation.When.moment)
  }
}

extension Diagnostic {
  fileprivate static func unknownRow(
    _ path: Located<String>, among known: [String]
  ) -> Diagnostic {
    let mend = near(path, known)
    return Diagnostic(
      .unknownRow,
      Bilingual(en: "there is no row `\(path.value)`", zh: "没有 `\(path.value)` 这一行"),
      at: path.span,
      help: mend?.help ?? Suggestion.help(for: path.value, among: known)
        ?? Bilingual(
          en: "write the decision, a dot and the id of one of its rows",
          zh: "请写决策名、点号和其中一行的标识"),
      fix: mend?.fix)
  }

  fileprivate static func nothingFallsDue(
    _ name: Located<String>, among known: [String]
  ) -> Diagnostic {
    let mend = near(name, known)
    return Diagnostic(
      .nothingFallsDue,
      Bilingual(
        en: "nothing called `\(name.value)` can fall due", zh: "没有名为 `\(name.value)` 的到期事项"),
      at: name.span,
      help: mend?.help ?? Suggestion.help(for: name.value, among: known)
        ?? Bilingual(
          en: "name a state with `after`, a period, a task with `within`, or a send's id",
          zh: "请写有 `after` 的状态、期间、有 `within` 的任务，或 send 的标识"),
      fix: mend?.fix)
  }
}
