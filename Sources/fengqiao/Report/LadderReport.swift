internal import Model
internal import SourceText
internal import Verifier

/// What surely holds of every move up a ladder, as `prove` tells it.
struct LadderReport {
  let slot: String
  let look: LadderLook

  /// One for each slot with a ladder.
  static func all(in program: Program) -> [LadderReport] {
    Ladder.all(in: program).map { ladder in
      LadderReport(slot: ladder.chart.states[ladder.slot].path, look: LadderLook(ladder))
    }
  }

  /// `compiler   the file goes up whole in 调解: …`.
  func line(_ console: Console) -> String {
    console.say("compiler   ", "编译保证 ") + console.say(words.en, words.zh)
  }

  private var words: Bilingual {
    let count = look.moves == 1 ? "1 move" : "\(look.moves) moves"
    guard let fault = look.faults.first else {
      return Bilingual(
        en: "the file goes up whole in \(slot), and never down: \(count) up \(look.levels) levels "
          + "change no fact and take no paper away",
        zh: "\(slot) 里案卷整卷上调，只上不下：\(look.levels) 个层级之间的 \(look.moves) 处上调不改任何事实，不动任何文书")
    }
    switch fault.kind {
    case .down:
      return Bilingual(
        en: "the move from \(fault.from) to \(fault.to) in \(slot) leads to no higher level",
        zh: "\(slot) 里从 \(fault.from) 到 \(fault.to) 不是上调")
    case .loses:
      return Bilingual(
        en: "the move from \(fault.from) to \(fault.to) in \(slot) changes what the file holds",
        zh: "\(slot) 里从 \(fault.from) 上调到 \(fault.to) 会改动案卷")
    }
  }

  /// One line of `--format json`.
  var json: JSONText {
    .object([
      .init("compiler", "ladder"), .init("slot", .string(slot)),
      .init("result", look.faults.isEmpty ? "proved" : "refuted"),
      .init("levels", .integer(look.levels)), .init("moves", .integer(look.moves)),
    ])
  }
}
