internal import Model
internal import SourceText
internal import Workbench

/// Which mutants of one rulebook no case notices, for people and as JSON (docs/mutation.md).
struct MutationReport {
  let name: String
  let path: String
  let mutants: [Mutant]
  let outcomes: [MutationRun.Outcome]
  /// How many there are in all, of which these were drawn.
  let total: Int
  let sources: SourceMap
  let console: Console

  private func count(_ outcome: MutationRun.Outcome) -> Int { outcomes.count { $0 == outcome } }

  private var survivors: [Mutant] {
    zip(mutants, outcomes).filter { $1 == .survived }.map(\.0)
  }

  func show(_ format: OutputFormat) {
    switch format {
    case .json: console.print(json.text())
    case .human:
      console.print("\(console.styled(name.onOneSafeLine, .bold)): \(summary)")
      for mutant in survivors { console.print("      " + line(mutant)) }
    }
  }

  /// `12 of 14 mutants noticed (85%), 1 equivalent`.
  private var summary: String {
    let noticed = count(.noticed)
    let asked = noticed + count(.survived)
    let share = CoverageBook.Share(covered: noticed, total: asked)
    let noun = asked == 1 ? "mutant" : "mutants"
    var text = console.say(
      "\(noticed) of \(asked) \(noun) noticed (\(share.percent)%)",
      "变异体 \(noticed)/\(asked) 被案件发现（\(share.percent)%）")
    let equivalent = count(.equivalent)
    if equivalent > 0 {
      text += console.say(
        ", \(equivalent) proved to change nothing", "，\(equivalent) 个经证明没有改变含义")
    }
    if mutants.count < total {
      text += console.say(
        "; \(mutants.count) drawn of \(total)", "；从 \(total) 个中抽取 \(mutants.count) 个")
    }
    return text
  }

  /// `intake.yaml:12: 分流.治安: cell < 5000 → <= 5000`.
  private func line(_ mutant: Mutant) -> String {
    let place = sources.place(mutant.span)
    let line = place[..<(place.lastIndex(of: ":") ?? place.endIndex)]
    let (before, after) = Self.shortened(mutant.before, mutant.after)
    let kind = mutant.kind.word.text(in: console.language)
    return "\(line): \(mutant.name): \(kind) `\(before)` → `\(after)`".onOneSafeLine
  }

  /// What differs between two lists, `…` for what does not; long words cut.
  private static func shortened(_ before: String, _ after: String) -> (String, String) {
    var (old, new) = (before.split(separator: ", ")[...], after.split(separator: ", ")[...])
    let isList = old.count > 2
    let head = isList ? zip(old, new).prefix { $0 == $1 }.count : 0
    (old, new) = (old.dropFirst(head), new.dropFirst(head))
    let tail = isList ? zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count : 0
    (old, new) = (old.dropLast(tail), new.dropLast(tail))
    func words(_ items: ArraySlice<Substring>) -> String {
      let text = items.joined(separator: ", ")
      let short = text.count > 60 ? text.prefix(60) + "…" : text
      let parts = [head > 0 ? "…" : "", short, tail > 0 ? "…" : ""].filter { !$0.isEmpty }
      return parts.isEmpty ? "-" : items.isEmpty ? "…" : parts.joined(separator: ", ")
    }
    return (words(old), words(new))
  }

  private var json: JSONText {
    let share = CoverageBook.Share(
      covered: count(.noticed), total: count(.noticed) + count(.survived))
    return .object([
      .init(
        "mutation",
        .object([
          .init("rulebook", .string(name)), .init("file", .string(path)),
          .init("noticed", .integer(count(.noticed))),
          .init("survived", .integer(count(.survived))),
          .init("equivalent", .integer(count(.equivalent))),
          .init("drawn", .integer(mutants.count)), .init("total", .integer(total)),
          .init("percent", .integer(share.percent)),
          .init("survivors", .array(survivors.map(json))),
        ]))
    ])
  }

  private func json(_ mutant: Mutant) -> JSONText {
    .object([
      .init("kind", .string(mutant.kind.rawValue)), .init("name", .string(mutant.name)),
      .init("place", .string(sources.place(mutant.span))),
      .init("before", .string(mutant.before)), .init("after", .string(mutant.after)),
    ])
  }
}

extension Mutant.Kind {
  /// The word for it in reports.
  fileprivate var word: Bilingual {
    switch self {
    case .cell: Bilingual(en: "cell", zh: "单元格")
    case .output: Bilingual(en: "output", zh: "结果")
    case .guard: Bilingual(en: "guard", zh: "条件")
    case .target: Bilingual(en: "target", zh: "去向")
    case .deadline: Bilingual(en: "deadline", zh: "期限")
    }
  }
}
