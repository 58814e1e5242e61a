import SourceText

// Decisions: an expression, or a table whose rows keep the form they were written in.
extension RulebookWriting {
  func decision(_ tree: DecisionTree, _ path: (Located<String>) -> String) -> YAMLText {
    var page = Page()
    page.add("title", tree.title.map(text))
    page.add("is", tree.expression)
    page.add("type", tree.type.map(type))
    page.add("hit", tree.hit)
    if !tree.inputs.isEmpty { page.add("inputs", .list(tree.inputs.map(input))) }
    if !tree.outputs.isEmpty { page.add("outputs", .map(tree.outputs.map(output))) }
    switch tree.rows {
    case .list(let rows, _): page.add("rules", .list(rows.map(row)))
    case .pipes(let table): page.add("rules", .block(lines(of: table)))
    case .file(let file): page.add("table", .word(path(file)))
    case nil: break
    }
    page.add("otherwise", tree.otherwiseValue.map(value) ?? tree.otherwise.map(values))
    return page.map
  }

  private func input(_ tree: InputTree) -> YAMLText {
    guard let expression = tree.expression else { return .word(tree.name.value) }
    var page = Page()
    page.add("name", tree.name)
    page.add("is", expression)
    return page.map
  }

  private func output(_ tree: OutputTree) -> YAMLText.Entry {
    if tree.priorities.isEmpty, let type = tree.type {
      return .init(key: tree.name.value, value: typeAlone(type), comment: nil)
    }
    var page = Page()
    page.add("type", tree.type.map(type))
    if !tree.priorities.isEmpty {
      page.add("priority", .list(tree.priorities.map(YAMLText.written)))
    }
    return .init(key: tree.name.value, value: page.map, comment: nil)
  }

  /// The lines of a drawn table, each from its first bar on.
  private func lines(of table: ScalarText) -> String {
    table.text.split(separator: "\n").map { line in
      String(line.drop(while: \.isWhitespace)) + "\n"
    }.joined()
  }

  private func row(_ tree: RowTree) -> YAMLText {
    var page = Page()
    page.add("id", tree.id)
    switch tree.condition {
    case .cells(let cells, _):
      page.add(
        "when",
        .map(cells.map { .init(key: $0.input.value, value: test($0.test), comment: nil) }))
    case .expression(let expression): page.add("when", expression)
    case nil: break
    }
    page.add("then", tree.result.map(value) ?? values(tree.results))
    page.add("because", oneOrMore: tree.basis)
    return page.map
  }

  private func test(_ tree: TestTree) -> YAMLText {
    switch tree {
    case .scalar(let scalar): .written(scalar)
    case .alternatives(let scalars, _): .list(scalars.map(YAMLText.written))
    }
  }
}
