internal import Compiler
internal import SourceText

/// What the compiler has proved of a rulebook's secrets, as `prove` tells it.
struct SecrecyReport {
  let look: SecrecyLook

  /// Nil for a rulebook that keeps nothing from anybody.
  init?(_ look: SecrecyLook) {
    guard look.secrets > 0 else { return nil }
    self.look = look
  }

  /// `compiler   what is told in confidence (2 facts) reaches no side that it is kept from, …`.
  func line(_ console: Console) -> String {
    console.say("compiler   ", "编译保证 ") + console.say(words.en, words.zh)
  }

  private var words: Bilingual {
    let (papers, notices) = (look.papers, look.notices)
    var en =
      "what is told in confidence (\(counted(look.secrets, "fact"))) reaches no side that it "
      + "is kept from, by explicit flow, in \(counted(papers, "paper")) and "
      + counted(notices, "notice")
    var zh = "背对背说的 \(look.secrets) 项事实，不会经由 \(papers) 种文书、\(notices) 处通知和告知明着传到应保密的一方"
    if look.declassified > 0 {
      en += "; let through with a reason: \(look.declassified)"
      zh += "；说明理由准许公开的 \(look.declassified) 处"
    }
    return Bilingual(en: en + " (FQ1309)", zh: zh + "（FQ1309）")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// One line of `--format json`.
  var json: JSONText {
    .object([
      .init("compiler", "FQ1309"), .init("result", "proved"),
      .init("secrets", .integer(look.secrets)), .init("papers", .integer(look.papers)),
      .init("notices", .integer(look.notices)),
      .init("declassified", .integer(look.declassified)),
    ])
  }
}
