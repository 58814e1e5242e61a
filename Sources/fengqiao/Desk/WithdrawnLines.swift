internal import Desk
internal import SourceText
internal import Store

/// What becomes of notices and tasks of a step that was taken back.
struct WithdrawnLines {
  let undone: Undone
  let names: PlainNames

  var lines: [String] {
    undone.withdrawn.map { names.say("not sent any more: ", "不再送出：") + text(of: $0) }
      + undone.sent.map {
        names.say("may have gone out, a correction follows: ", "可能已经送出，会再发更正：") + text(of: $0)
      }
  }

  private func text(of item: OutboxItem) -> String {
    let to = item.recipients.map(names.recipient).joined(separator: names.comma)
    return [to, item.words.onOneSafeLine].filter { !$0.isEmpty }
      .joined(separator: names.say(": ", "："))
  }
}
