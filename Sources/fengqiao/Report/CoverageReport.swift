internal import Compiler
internal import Model
internal import SourceText
internal import Workbench

/// What the cases of a run tried, for people and as JSON (docs/coverage.md, docs/json.md).
struct CoverageReport {
  let books: [CoverageBook]
  let console: Console

  func show(_ format: OutputFormat) {
    for book in books {
      switch format {
      case .json: console.print(json(book).text())
      case .human: show(book)
      }
    }
  }

  /// All rulebooks of the run together.
  var summary: String {
    shares(
      books.map(\.rows).reduce(CoverageBook.Share(), +),
      books.map(\.transitions).reduce(CoverageBook.Share(), +))
  }

  /// `12 of 14 rows (85%), 40 of 52 transitions (76%) covered, 3 left out with a reason, 11 open`.
  private func shares(_ rows: CoverageBook.Share, _ transitions: CoverageBook.Share) -> String {
    let excepted = rows.excepted + transitions.excepted
    let open = rows.open + transitions.open
    var parts: [String] = []
    if rows.total > 0 { parts.append(part(rows, ("row", "rows"), "规则行")) }
    if transitions.total > 0 || parts.isEmpty {
      parts.append(part(transitions, ("transition", "transitions"), "转移"))
    }
    var text = parts.joined(separator: console.say(", ", "，")) + console.say(" covered", "已覆盖")
    if excepted > 0 {
      text += console.say(", \(excepted) left out with a reason", "，\(excepted) 项说明原因不覆盖")
    }
    return text + console.say(open > 0 ? ", \(open) open" : "", open > 0 ? "，\(open) 项未覆盖" : "")
  }

  private func part(
    _ share: CoverageBook.Share, _ noun: (one: String, many: String), _ zh: String
  ) -> String {
    let english = share.total == 1 ? noun.one : noun.many
    return console.say(
      "\(share.covered) of \(share.total) \(english) (\(share.percent)%)",
      "\(zh) \(share.covered)/\(share.total)（\(share.percent)%）")
  }

  private func show(_ book: CoverageBook) {
    let name = console.styled(book.name.onOneSafeLine, .bold)
    let note =
      book.isTested
      ? "" : console.say("  (its own cases are not in this run)", "（本次没有运行它自己的案件）")
    console.print("\(name): \(shares(book.rows, book.transitions))\(note)")
    guard book.isTested else { return }
    for item in book.items where item.isOpen { console.print("      " + line(item)) }
    for one in book.needless {
      let place = one.place.onOneSafeLine
      console.print(
        "      "
          + console.say(
            "\(place): `\(one.name)` is covered by `\(one.triedBy)`; take it out of `uncovered`",
            "\(place)：`\(one.name)` 已由 `\(one.triedBy)` 覆盖，请从 `uncovered` 中去掉"
          ).onOneSafeLine)
    }
  }

  /// `intake.yaml:12: 分流.治安`.
  private func line(_ item: CoverageBook.Item) -> String {
    let place = String(item.place[..<(item.place.lastIndex(of: ":") ?? item.place.endIndex)])
    var text = "\(place): \(item.name)"
    if !item.condition.isEmpty { text += " when \(item.condition)" }
    if let form = item.form { text += "  (\(form.text(in: console.language)))" }
    return text.onOneSafeLine
  }
}

extension CoverageReport {
  private func json(_ book: CoverageBook) -> JSONText {
    .object([
      .init(
        "coverage",
        .object([
          .init("rulebook", .string(book.name)), .init("file", .string(book.path)),
          .init("tested", .bool(book.isTested)), .init("rows", json(book.rows)),
          .init("transitions", json(book.transitions)),
          .init("items", .array(book.items.map(json))),
          .init(
            "needless",
            .array(
              book.needless.map {
                .object([
                  .init("name", .string($0.name)), .init("place", .string($0.place)),
                  .init("case", .string($0.triedBy)),
                ])
              })),
        ]))
    ])
  }

  private func json(_ share: CoverageBook.Share) -> JSONText {
    .object([
      .init("covered", .integer(share.covered)), .init("excepted", .integer(share.excepted)),
      .init("total", .integer(share.total)), .init("percent", .integer(share.percent)),
    ])
  }

  private func json(_ item: CoverageBook.Item) -> JSONText {
    .object([
      .init("kind", item.isRow ? "row" : "transition"), .init("name", .string(item.name)),
      .init("when", item.condition.isEmpty ? .null : .string(item.condition)),
      .init("form", item.form.map { .string($0.en) } ?? .null),
      .init("place", .string(item.place)),
      .init("case", item.triedBy.map(JSONText.string) ?? .null),
      .init(
        "reason",
        item.triedBy == nil
          ? item.reason.map { .string($0.text(in: console.language)) } ?? .null : .null),
    ])
  }
}

extension LoadedRulebook {
  /// The rulebook as coverage sees it; an artefact is all its own.
  func forCoverage(path: String) -> CoverageRun.Tested {
    let known = layers.all.map { (name: $0.name, path: sources[$0.file].name) }
    return CoverageRun.Tested(
      layers: known.isEmpty ? [(name: program.name, path: path)] : known,
      layerOf: layers.index(of:),
      exceptions: exceptions.map { .init(name: $0.name, reason: $0.reason, span: $0.span) },
      sources: sources)
  }
}
