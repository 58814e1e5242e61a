import Model
import SourceText
import Syntax

// What is said and asked in a state, and who sits at the levels.
extension Lowering {
  mutating func lowerTalk(of id: ID<State>, _ tree: StateTree) {
    states[id].asks = tree.ask.compactMap { fact($0) }
    states[id].prompt = tree.say.flatMap { prompt($0) }
  }

  /// The levels of the ladder, lowest first.
  var levels: [Level] {
    (tree.mediation.ladder?.levels ?? []).map { level in
      Level(
        name: level.id.value, title: title(level.title, level.id),
        seats: level.seats.map(\.value), span: level.id.span)
    }
  }

  /// Words, or a prompt by its path; nil, with a finding, where there is no such file.
  private mutating func prompt(_ tree: TitleTree) -> State.Prompt? {
    guard let path = tree.promptPath else {
      return State.Prompt(words: tree.bilingual, template: nil, span: tree.span)
    }
    return template(path).map {
      State.Prompt(words: Bilingual(""), template: $0, span: tree.span)
    }
  }
}

extension TitleTree {
  /// The path of a prompt: one text of names joined by `/`; nil for words.
  fileprivate var promptPath: Located<String>? {
    guard let zh, let en, zh.span == en.span, zh.value.contains("/") else { return nil }
    let isPath = zh.value.unicodeScalars.allSatisfy {
      $0 == "/" || $0 == "-" || $0 == "_" || $0.properties.isXIDContinue
    }
    return isPath ? zh : nil
  }
}

extension State.Part {
  init(_ part: SlotPart) {
    self =
      switch part {
      case .slot(let name): .slot(name)
      case .consent: .consent
      case .work: .work
      case .scaffold: .scaffold
      case .level(let name): .level(name)
      case .script(let name): .script(name)
      case .outcome: .outcome
      }
  }
}
