internal import Desk
internal import Model
internal import SourceText

/// What a migration did or would do: how many cases go where, what becomes of what runs, and what
/// stands in the way.
struct MigrationReport {
  /// How it ended.
  enum Ending: String {
    case dryRun = "dry_run"
    case refused
    case done
  }

  let next: PinnedProgram
  let passages: [CasePassage]
  let console: Console
  let ending: Ending

  private func say(_ en: String, _ zh: String) -> String { console.say(en, zh) }

  private func counted(_ count: Int) -> String {
    say(Console.counted(count, "case", "cases"), "\(count) 件")
  }

  /// Same things together, in the order in which they were met first.
  private func grouped<Key: Hashable>(
    _ keys: (CasePassage) -> [Key]
  ) -> [(key: Key, ids: [String])] {
    var groups: [(key: Key, ids: [String])] = []
    var places: [Key: Int] = [:]
    for passage in passages {
      for key in keys(passage) {
        if let place = places[key] {
          groups[place].ids.append(passage.id)
        } else {
          places[key] = groups.count
          groups.append((key, [passage.id]))
        }
      }
    }
    return groups
  }

  private struct Move: Hashable {
    var from: [String]
    var to: [String]
  }

  private struct Open: Hashable {
    var kind: MigrationPlan.Matter
    var name: String
    var answer: MigrationPlan.Answer?
  }

  private var moves: [(key: Move, ids: [String])] {
    grouped { $0.from.isEmpty && $0.to.isEmpty ? [] : [Move(from: $0.from, to: $0.to)] }
  }

  private var open: [(key: Open, ids: [String])] {
    grouped { $0.matters.map { Open(kind: $0.kind, name: $0.name, answer: $0.answer) } }
  }

  private var obstacles: [(key: Obstacle, ids: [String])] { grouped(\.obstacles) }

  private var free: Int { passages.count { $0.obstacles.isEmpty } }
}

// For people.
extension MigrationReport {
  /// A table a section, and how it ended.
  var lines: [String] {
    let version = next.program.version.isEmpty ? String(next.hash.prefix(8)) : next.program.version
    let heading = say(
      "\(next.program.name), to version \(version): \(counted(passages.count))",
      "\(next.program.name)，换到 \(version) 版：\(counted(passages.count))"
    ).onOneSafeLine
    var lines = [console.styled(heading, .bold)]
    lines += section(
      say("states", "状态"),
      moves.map { move, ids in
        let from = move.from.joined(separator: ", ")
        let to = move.to.isEmpty ? "?" : move.to.joined(separator: ", ")
        return ["\(from) → \(to)", counted(ids.count)]
      })
    lines += section(
      say("running", "正在走"),
      open.map { open, ids in
        let kind = MigrationWork.word(open.kind).text(in: console.language)
        return [kind, open.name, word(open.answer), counted(ids.count)]
      })
    lines += section(
      say("begins", "新起算"),
      grouped(\.begins).map { [$0.key, counted($0.ids.count)] })
    lines += section(
      say("falls due on another day", "到期日有变"),
      passages.flatMap { passage in
        passage.moved.map {
          [passage.id, $0.name, "\($0.from?.description ?? "-") → \($0.to?.description ?? "-")"]
        }
      })
    return lines + inTheWay + [ended]
  }

  private func word(_ answer: MigrationPlan.Answer?) -> String {
    switch answer {
    case .keep: say("goes on", "照原来的走")
    case .restart: say("begins again", "重新起算")
    case .drop: say("given up", "不要了")
    case nil: say("?", "？")
    }
  }

  private func section(_ title: String, _ rows: [[String]]) -> [String] {
    guard let count = rows.first?.count else { return [] }
    let rows = rows.map { $0.map(\.onOneSafeLine) }
    let widths = (0..<count).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return [console.styled(title, .dim)]
      + rows.map { row in
        var line = "  " + zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
      }
  }

  private var inTheWay: [String] {
    guard !obstacles.isEmpty else { return [] }
    var lines = [console.styled(say("in the way", "办不了的"), .red)]
    for (obstacle, ids) in obstacles {
      let shown = ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? " …" : "")
      let which = say(" (\(counted(ids.count)): \(shown))", "（\(counted(ids.count))：\(shown)）")
      let text = obstacle.message.text(in: console.language) + which
      lines += WrappedText(text, width: CaseView.width - 4).lines.enumerated().map { index, line in
        (index == 0 ? "  · " : "    ") + line
      }
      guard let help = obstacle.help?.text(in: console.language) else { continue }
      lines += WrappedText(help, width: CaseView.width - 6).lines.map { "      " + $0 }
    }
    return lines
  }

  private var ended: String {
    switch ending {
    case .dryRun:
      say(
        "nothing was kept: \(free) of \(counted(passages.count)) can go over",
        "只是试算，什么都没有记下：\(passages.count) 件里有 \(free) 件可以换版")
    case .refused:
      say(
        "not done: no case was taken over; clear the way, or leave these out with "
          + "--skip-obstructed",
        "没有办：一个案件也没有换版；请先排除上面的问题，或者用 --skip-obstructed 跳过这些案件")
    case .done:
      say("\(counted(free)) taken over", "已换版 \(counted(free))")
        + (free == passages.count
          ? "" : say(", \(passages.count - free) left", "，跳过 \(passages.count - free) 件"))
    }
  }
}

// For scripts.
extension MigrationReport {
  /// One object.
  var json: JSONText {
    .object([
      .init("rulebook", .string(next.program.name)),
      .init("version", .string(next.program.version)),
      .init("program", .string(next.hash)), .init("ending", .string(ending.rawValue)),
      .init("cases", .integer(passages.count)),
      .init("migrated", .integer(ending == .done ? free : 0)),
      .init(
        "states",
        .array(
          moves.map { move, ids in
            .object([
              .init("from", .array(move.from.map(JSONText.string))),
              .init("to", .array(move.to.map(JSONText.string))),
              .init("cases", .integer(ids.count)),
            ])
          })),
      .init(
        "open",
        .array(
          open.map { open, ids in
            .object([
              .init("kind", .string(open.kind.rawValue)), .init("name", .string(open.name)),
              .init("answer", open.answer.map { .string($0.rawValue) } ?? .null),
              .init("cases", .integer(ids.count)),
            ])
          })),
      .init(
        "begins",
        .array(
          grouped(\.begins).map {
            .object([.init("name", .string($0.key)), .init("cases", .integer($0.ids.count))])
          })),
      .init("moved", .array(passages.flatMap(moved))),
      .init("obstacles", .array(obstacles.map { obstacle($0.key, $0.ids) })),
    ])
  }

  private func moved(_ passage: CasePassage) -> [JSONText] {
    passage.moved.map {
      .object([
        .init("case", .string(passage.id)), .init("name", .string($0.name)),
        .init("from", $0.from.map { .string($0.description) } ?? .null),
        .init("to", $0.to.map { .string($0.description) } ?? .null),
      ])
    }
  }

  private func obstacle(_ obstacle: Obstacle, _ ids: [String]) -> JSONText {
    .object([
      .init("kind", .string(obstacle.kind.rawValue)), .init("name", .string(obstacle.name)),
      .init("message", .string(obstacle.message.text(in: console.language))),
      .init("help", obstacle.help.map { .string($0.text(in: console.language)) } ?? .null),
      .init("cases", .array(ids.map(JSONText.string))),
    ])
  }
}
