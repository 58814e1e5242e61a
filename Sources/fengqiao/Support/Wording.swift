internal import Engine
internal import Model
internal import SourceText

/// Names and moments of one program, in the reader's language, safe to print.
struct Wording {
  let program: Program
  let sources: SourceMap
  let language: Language

  /// A name, with its title where that says more: `登记 (registration)`.
  func titled(_ name: String, _ title: Bilingual) -> String {
    // A title in the other language alone tells a Chinese reader nothing new.
    let isForeign = language == .chinese && title.en == title.zh
    let title = title.text(in: language)
    let isNeeded = !title.isEmpty && title != name && !isForeign
    return (isNeeded ? "\(name) (\(title))" : name).onOneSafeLine
  }

  /// The title alone, or the name where there is none: for headings, which people read.
  func heading(_ name: String, _ title: Bilingual) -> String {
    let isForeign = language == .chinese && title.en == title.zh
    let title = title.text(in: language)
    return (title.isEmpty || isForeign ? name : title).onOneSafeLine
  }

  func state(_ id: ID<State>) -> String {
    guard let state = program.chart?.states[id] else { return "" }
    return titled(state.path, state.title)
  }

  func event(_ id: ID<Event>) -> String {
    titled(program.events[id].name, program.events[id].title)
  }

  func fact(_ id: ID<Fact>) -> String {
    titled(program.facts[id].name, program.facts[id].title)
  }

  func decision(_ id: ID<Decision>) -> String {
    titled(program.decisions[id].name, program.decisions[id].title)
  }

  func document(_ id: ID<Document>) -> String {
    titled(program.documents[id].name, program.documents[id].title)
  }

  func facts(_ missing: Missing) -> String {
    missing.facts.map(fact).joined(separator: ", ")
  }

  func value(_ value: Value?) -> String {
    (value?.text(in: program) ?? say("unknown", "未知")).onOneSafeLine
  }

  /// A value of a type: records, and lists of these, with the names of their fields; null is left
  /// out.
  func value(_ value: Value?, of type: ValueType) -> String {
    switch (value, type.unwrapped) {
    case (.list(let items)?, .list(let element)):
      guard case .record = element.unwrapped else { return self.value(value) }
      let shown = items.map { self.value($0, of: element) }
      return "[" + shown.joined(separator: ", ") + "]"
    case (.record(let fields)?, .record(let record)):
      let known = zip(record.fields, fields).filter { $1 != .null }
      let shown = known.map { "\($0.name.onOneSafeLine): \(self.value($1, of: $0.type))" }
      return "{" + shown.joined(separator: ", ") + "}"
    default: return self.value(value)
    }
  }

  func moment(_ moment: DateTime) -> String { moment.text(in: program.offset) }

  /// `because: …` of a rule, or nothing.
  func basis(_ basis: [Basis]) -> String {
    basis.map { one in
      switch one {
      case .law(let id):
        let law = program.laws[id]
        let title = law.title.text(in: language)
        return (title.isEmpty ? law.name : title).onOneSafeLine + doubt(law.certainty)
      case .reported: return say("reported practice", "据报道的做法")
      case .local: return say("local choice", "本地规定")
      }
    }.joined(separator: "; ")
  }

  /// What a reader should know where the words of the law itself were not at hand.
  private func doubt(_ certainty: Law.Certainty?) -> String {
    switch certainty {
    case .secondary: say(" [second-hand]", "［转引］")
    case .memory: say(" [from memory]", "［凭记忆］")
    case .local: say(" [local rule]", "［本地规定］")
    case .text, nil: ""
    }
  }

  /// `  (row a, b)` behind a result, or nothing; a row without an id is called `row 2` already.
  func fired(_ rows: [String]) -> String {
    guard !rows.isEmpty else { return "" }
    let names = rows.map { $0.hasPrefix("row ") ? String($0.dropFirst(4)) : $0 }
    return "  (\(say("row", "规则行")) \(names.joined(separator: ", ").onOneSafeLine))"
  }

  /// What the rows that fired rest on, each basis once.
  func basis(of decision: ID<Decision>, rows: [String]) -> String {
    basis(program.decisions[decision].basis(ofRows: rows))
  }

  /// An expression as the author wrote it, on one line.
  func source(_ span: Span) -> String {
    let words = sources.text(span).split { $0.isWhitespace || $0.isNewline }
    return words.joined(separator: " ").onOneSafeLine
  }

  /// `file:line` of a rule.
  func place(_ span: Span) -> String {
    let place = sources.place(span)
    return String(place[..<(place.lastIndex(of: ":") ?? place.endIndex)]).onOneSafeLine
  }

  func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

  func say(_ text: Bilingual) -> String { text.text(in: language) }

  /// A decision's result: `孝和`, or `脚本 = 孝和, 难易 = 简单`.
  func result(_ id: ID<Decision>, _ value: Value) -> String {
    guard case .record(let fields) = value,
      case .record(let type) = program.decisions[id].type.unwrapped
    else { return self.value(value, of: program.decisions[id].type) }
    return zip(type.fields, fields).map { "\($0.name) = \(self.value($1, of: $0.type))" }
      .joined(separator: ", ")
  }
}
