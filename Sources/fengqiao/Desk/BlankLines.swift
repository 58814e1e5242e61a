internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// What the papers of a case leave open for a pen since nobody has said it: by its name, so that
/// whoever wants it printed can state it.
struct BlankLines {
  let fold: CaseFold
  let names: PlainNames
  let width: Int

  /// Nothing where no paper has a blank.
  var lines: [String] {
    let papers = fold.state.drafted.compactMap { id -> String? in
      let blanks = blanks(of: id)
      guard !blanks.isEmpty else { return nil }
      let list = blanks.map(names.fact).joined(separator: names.comma)
      return names.document(id) + names.say(": ", "：") + list
    }
    guard !papers.isEmpty else { return [] }
    return [names.say("left open, to be written in by hand:", "空着、打印后手填的：")]
      + papers.flatMap { WrappedText($0, width: width - 2).lines.map { "  " + $0 } } + mend
  }

  /// Facts that the paper may leave open, and that are not known.
  private func blanks(of id: ID<Document>) -> [ID<Fact>] {
    fold.program.documents[id].blanks.filter { fold.state.facts[$0.index] == nil }
  }

  private var mend: [String] {
    guard !fold.state.isFinished,
      let first = fold.state.drafted.flatMap(blanks).first.map({ fold.program.facts[$0].name })
    else { return [] }
    let id = fold.id.onOneSafeLine
    let text = names.say(
      "or state it now: fengqiao case set \(id) \(first.onOneSafeLine)=…",
      "也可以现在说：fengqiao case set \(id) \(first.onOneSafeLine)=…")
    return WrappedText(text, width: width - 2).lines.map { "  " + $0 }
  }
}
