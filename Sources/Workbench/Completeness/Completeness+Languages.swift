internal import Engine
internal import Model
internal import SourceText

// Where a rulebook's own title is in both languages, so is all that parties and mediators are told
// of its model.
extension Completeness {
  var textsInOneLanguage: [Diagnostic] {
    guard !program.title.isOneText else { return [] }
    return (named + said).filter { isOwn($0.span) }.compactMap { text in
      let missing = text.missing
      return missing.map { .oneLanguageAlone(text.noun, in: $0, at: text.span) }
    }
  }

  /// A text for people, and which language it lacks.
  fileprivate struct Spoken {
    var noun: Bilingual
    var missing: Language?
    var span: Span

    /// A thing whose name speaks one language and its title the other.
    init(_ noun: Bilingual, _ name: String, _ title: Bilingual, at span: Span) {
      self.noun = Bilingual(en: "\(noun.en) `\(name)`", zh: "\(noun.zh) `\(name)`")
      self.span = span
      let texts = [name, title.en, title.zh]
      if !texts.contains(where: { !$0.hasHan }) {
        missing = .english
      } else if !texts.contains(where: \.hasHan) {
        missing = .chinese
      }
    }

    /// Words alone.
    init(_ noun: Bilingual, _ words: Bilingual, at span: Span) {
      self.noun = noun
      self.span = span
      if words.isOneText { missing = words.en.hasHan ? .english : .chinese }
    }
  }

  /// Levels, scripts with their steps, documents, and the words of what sorts disputes.
  private var named: [Spoken] {
    let levels = program.mediation.levels.map {
      Spoken(Bilingual(en: "the level", zh: "层级"), $0.name, $0.title, at: $0.span)
    }
    let documents = program.documents.elements.map {
      Spoken(Bilingual(en: "the document", zh: "文书"), $0.name, $0.title, at: $0.span)
    }
    let states = scriptStates.map {
      Spoken(
        $0.isScript ? Bilingual(en: "the script", zh: "脚本") : Bilingual(en: "the step", zh: "步骤"),
        $0.name, $0.title, at: $0.span)
    }
    return levels + documents + sorting + states
  }

  /// The words of types by which disputes are sorted.
  private var sorting: [Spoken] {
    var types: [ID<Enumeration>] = []
    for matrix in matrices {
      let values = matrix.ways.flatMap { $0.words + $0.grades }
      for case .word(let type, _) in values where !types.contains(type) { types.append(type) }
    }
    return types.map { program.enumerations[$0] }.flatMap { type in
      type.words.map {
        Spoken(Bilingual(en: "the word", zh: "取值"), $0.name, $0.title, at: type.span)
      }
    }
  }

  /// What is said in a script; a template has its own words.
  private var said: [Spoken] {
    scriptStates.compactMap { state in
      state.prompt.flatMap { prompt in
        prompt.template == nil
          ? Spoken(
            Bilingual(en: "what is said in `\(state.name)`", zh: "`\(state.name)` 要说的话"),
            prompt.words, at: prompt.span) : nil
      }
    }
  }

  /// Scripts and their steps, each where it was written once.
  private var scriptStates: [State] {
    guard let chart = program.chart else { return [] }
    var seen: Set<Span> = []
    let scripts = chart.states.ids.filter { chart.states[$0].isScript }
    return scripts.flatMap { [$0] + chart.descendants(of: $0) }.map { chart.states[$0] }.filter {
      !$0.kind.isHistory && seen.insert($0.span).inserted
    }
  }
}

extension State {
  fileprivate var isScript: Bool {
    if case .script = part { true } else { false }
  }
}

extension Bilingual {
  /// Whether one text stands for both languages.
  fileprivate var isOneText: Bool { en == zh }
}

extension String {
  /// Whether any character is a Chinese one.
  fileprivate var hasHan: Bool { unicodeScalars.contains(where: \.properties.isIdeographic) }
}

extension Diagnostic {
  fileprivate static func oneLanguageAlone(
    _ noun: Bilingual, in missing: Language, at span: Span
  ) -> Diagnostic {
    let language =
      missing == .english
      ? Bilingual(en: "English", zh: "英文") : Bilingual(en: "Chinese", zh: "中文")
    return Diagnostic(
      .oneLanguageAlone,
      Bilingual(
        en: "\(noun.en) has no \(language.en), and the rulebook speaks both languages",
        zh: "\(noun.zh)没有\(language.zh)，而规则书是双语的"),
      at: span,
      help: Bilingual(
        en: "write `title: {zh: …, en: …}`, or for what is said `{zh: …, en: …}`",
        zh: "请写 `title: {zh: …, en: …}`；要说的话写 `{zh: …, en: …}`"))
  }
}
