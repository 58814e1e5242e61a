internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// The ways of each class of dispute, as a table for people and as JSON (docs/completeness.md).
struct MatrixReport {
  let program: Program
  let matrices: [WayMatrix]
  let times: [SlotTimes]
  let console: Console

  init(
    program: Program, matrices: [WayMatrix], calendar: WorkCalendar, console: Console
  ) {
    self.program = program
    self.matrices = matrices
    self.console = console
    times = matrices.compactMap { SlotTimes($0.slot, in: program, calendar) }
  }

  private func times(_ matrix: WayMatrix) -> SlotTimes? {
    times.first { $0.slot == matrix.slot }
  }

  /// Slots in which disputes are told apart; where there are none, all.
  func show(_ format: OutputFormat) {
    let sorting = matrices.filter { !$0.classes.isEmpty }
    for matrix in sorting.isEmpty ? matrices : sorting {
      switch format {
      case .human: console.print(lines(matrix).joined(separator: "\n") + "\n")
      case .json: console.print(json(matrix).text())
      }
    }
  }

  private func state(_ id: ID<State>) -> State? { program.chart?.states[id] }
  private func name(_ id: ID<State>) -> String { state(id)?.name ?? "" }

  /// A level's name and how long a case may stay there.
  private func level(_ level: State) -> (name: String, within: Bilingual?) {
    guard let delayed = level.delayed.first, let chart = program.chart,
      case .term(let term) = chart.delayed[delayed].delay
    else { return (level.name, nil) }
    return (level.name, term.text)
  }

  /// Where a way begins, and the levels above.
  private func levels(from choice: WayMatrix.Choice?) -> [State] {
    guard case .state(let first)? = choice, let parent = state(first)?.parent else { return [] }
    let all = (state(parent)?.children ?? []).filter {
      if case .level? = state($0)?.part { $0 >= first } else { false }
    }
    return all.compactMap(state)
  }
}

// For people.
extension MatrixReport {
  private func lines(_ matrix: WayMatrix) -> [String] {
    let wording = Wording(program: program, sources: SourceMap(), language: console.language)
    let head = "\(program.name)  \(wording.state(matrix.slot))".onOneSafeLine
    let titles =
      matrix.classes.map { program.facts[$0].name } + matrix.grades
      + [console.say("script", "脚本")]
      + (matrix.ways.contains { $0.level != nil } ? [console.say("levels", "层级")] : [])
      + (times(matrix) == nil ? [] : [console.say("at the longest", "最长")])
    var rows = [titles]
    var last: [Value] = []
    for way in matrix.ways {
      let isSame = way.words == last && !last.isEmpty
      let longest = times(matrix).map { [$0.text(from: way.level, console)] } ?? []
      rows.append(cells(of: way, isSameClass: isSame) + longest)
      last = way.words
    }
    let cut = matrix.isCut ? [console.say("  and more ways", "  还有更多")] : []
    let uncounted = times(matrix)?.uncounted(wording, console) ?? []
    return [console.styled(head, .bold)] + table(rows) + cut + uncounted + rest(matrix)
  }

  private func cells(of way: WayMatrix.Way, isSameClass: Bool) -> [String] {
    let words = way.words.map { isSameClass ? "" : $0.text(in: program) }
    let grades = way.grades.map { $0 == .null ? "-" : $0.text(in: program) }
    let way = [choice(way.script)] + (way.level.map { [levels($0)] } ?? [])
    return words + grades + way
  }

  private func choice(_ choice: WayMatrix.Choice) -> String {
    switch choice {
    case .state(let id): return name(id)
    case .nothing: return console.say("none", "没有")
    case .open(let facts):
      let names = facts.map { program.facts[$0].name }.joined(separator: ", ")
      return console.say("by \(names)", "由 \(names) 定")
    }
  }

  private func levels(_ choice: WayMatrix.Choice) -> String {
    guard case .state = choice else { return self.choice(choice) }
    return levels(from: choice).map(level).map { level in
      level.name + (level.within.map { " " + $0.text(in: console.language) } ?? "")
    }.joined(separator: " → ")
  }

  /// Columns one under the other, as wide as they are shown.
  private func table(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(\.onOneSafeLine) }
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0.count > column ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.displayWidth)
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func rest(_ matrix: WayMatrix) -> [String] {
    let wording = Wording(program: program, sources: SourceMap(), language: console.language)
    let periods = matrix.periods.map { id in
      let period = program.periods[id]
      let length = period.length.text.text(in: console.language)
      return "\(wording.heading(period.name, period.title)) \(length)"
    }
    let papers = matrix.papers.map { papers in
      let names = papers.documents.map { program.documents[$0].name }
      let list = names.isEmpty ? "-" : names.joined(separator: ", ")
      return "\(name(papers.outcome)): \(list)"
    }
    return [
      (console.say("periods", "期限"), periods.joined(separator: ", ")),
      (console.say("papers", "文书"), papers.joined(separator: "; ")),
    ].filter { !$0.1.isEmpty }.map { "  \($0.0)  \($0.1)".onOneSafeLine }
  }
}

// As JSON.
extension MatrixReport {
  private func json(_ matrix: WayMatrix) -> JSONText {
    .object([
      .init(
        "matrix",
        .object([
          .init("rulebook", .string(program.name)),
          .init("slot", .string(state(matrix.slot)?.path ?? "")),
          .init("ways", .array(matrix.ways.map { json($0, matrix) })),
          .init("complete", .bool(!matrix.isCut)),
          .init(
            "periods",
            .array(
              matrix.periods.map {
                .object([
                  .init("name", .string(program.periods[$0].name)),
                  .init("length", .string(program.periods[$0].length.description)),
                ])
              })),
          .init(
            "papers",
            .object(
              matrix.papers.map { papers in
                .init(
                  name(papers.outcome),
                  .array(papers.documents.map { .string(program.documents[$0].name) }))
              })),
        ]))
    ])
  }

  private func json(_ way: WayMatrix.Way, _ matrix: WayMatrix) -> JSONText {
    let classes = zip(matrix.classes, way.words).map { fact, word in
      JSONText.Member(program.facts[fact].name, .string(word.text(in: program)))
    }
    let grades = zip(matrix.grades, way.grades).map { name, value in
      JSONText.Member(name, value == .null ? .null : .string(value.text(in: program)))
    }
    let levels = levels(from: way.level).map(level).map { level in
      JSONText.object([
        .init("level", .string(level.name)),
        .init("within", level.within.map { .string($0.en) } ?? .null),
      ])
    }
    return .object(
      [
        .init("class", .object(classes)), .init("grade", .object(grades)),
        .init("script", json(way.script)), .init("start", way.level.map(json) ?? .null),
        .init("levels", .array(levels)),
      ] + (times(matrix)?.members(from: way.level) ?? []))
  }

  /// A state's name; null where there is none; the facts that it depends on.
  private func json(_ choice: WayMatrix.Choice) -> JSONText {
    switch choice {
    case .state(let id): .string(name(id))
    case .nothing: .null
    case .open(let facts): .array(facts.map { .string(program.facts[$0].name) })
    }
  }
}
