import SourceText
import Syntax

// `scales`: an abstract one is an ordered type and a fact; where another is `of` it, that one is
// the fact, and the abstract one the decision that says what each word stands for.
extension FormsLowering {
  mutating func lowerScales() {
    let scales = tree.mediation.scales
    for scale in scales {
      add(type(of: scale), of: "scales")
      let mapping = mappings(onto: scale, among: scales).first
      if let mapping {
        add(decision(scale, by: mapping), of: "scales")
      } else {
        add(fact(scale), of: "scales")
      }
      check(scale, among: scales)
    }
  }

  private func mappings(onto scale: ScaleTree, among scales: [ScaleTree]) -> [ScaleTree] {
    scales.filter { $0.of?.value == scale.name.value }
  }

  private func type(of scale: ScaleTree) -> EnumerationTree {
    EnumerationTree(
      name: scale.name, title: scale.title, isOrdered: scale.of == nil,
      words: scale.words.map { NamedTree(name: $0.name, title: $0.title) })
  }

  private func fact(_ scale: ScaleTree) -> FactTree {
    var fact = FactTree(name: scale.name)
    fact.title = scale.title
    fact.type = .named(.made(scale.name.value, at: scale.name.span))
    fact.question = scale.question
    return fact
  }

  /// The table of what each word of the mapping scale stands for.
  private func decision(_ scale: ScaleTree, by mapping: ScaleTree) -> DecisionTree {
    let type = TypeTree.made(scale.name.value, at: scale.name.span)
    var decision = DecisionTree(name: scale.name, span: scale.span)
    decision.title = scale.title
    decision.hit = .made("unique", at: mapping.name.span)
    decision.inputs = [
      InputTree(name: mapping.name, expression: nil, span: mapping.name.span)
    ]
    decision.outputs = [OutputTree(name: scale.name, type: type)]
    let rows = mapping.words.compactMap { word in
      word.standsFor.map { row(word, $0, of: mapping) }
    }
    decision.rows = .list(rows, mapping.span)
    return decision
  }

  private func row(
    _ word: ScaleTree.Word, _ meaning: Located<String>, of mapping: ScaleTree
  ) -> RowTree {
    var row = RowTree(span: word.name.span)
    row.id = word.name
    let test = TestTree.scalar(.made(word.name.value, at: word.name.span))
    row.condition = .cells([(input: mapping.name, test: test)], word.name.span)
    row.result = .made(meaning.value, at: meaning.span)
    return row
  }
}

// Whether a mapping is whole.
extension FormsLowering {
  private mutating func check(_ scale: ScaleTree, among scales: [ScaleTree]) {
    let mappings = mappings(onto: scale, among: scales)
    for other in mappings.dropFirst() {
      diagnostics.report(.mappedTwice(scale, other, earlier: mappings[0]))
    }
    guard let of = scale.of else {
      for word in scale.words {
        if let meaning = word.standsFor {
          diagnostics.report(.standsForNothing(scale, word, meaning))
        }
      }
      return
    }
    guard let abstract = scales.first(where: { $0.name.value == of.value }) else {
      let known = scales.filter { $0.of == nil }.map(\.name.value)
      diagnostics.report(.undeclared(.scale, of.value, among: known, at: of.span))
      return
    }
    checkWords(of: scale, onto: abstract)
  }

  /// Each word stands for one of the abstract scale, and each of those is stood for.
  private mutating func checkWords(of scale: ScaleTree, onto abstract: ScaleTree) {
    let known = abstract.words.map(\.name.value)
    for word in scale.words {
      guard let meaning = word.standsFor else {
        diagnostics.report(.standsForNone(word, abstract))
        continue
      }
      if !known.contains(meaning.value) {
        diagnostics.report(.undeclared(.word, meaning.value, among: known, at: meaning.span))
      }
    }
    let meant = Set(scale.words.compactMap(\.standsFor?.value))
    // With a word that means nothing, what seems to be missing may be that one misspelt.
    guard meant.isSubset(of: known), scale.words.allSatisfy({ $0.standsFor != nil }) else { return }
    for word in abstract.words where !meant.contains(word.name.value) {
      diagnostics.report(.notStoodFor(word, abstract, scale))
    }
  }
}

extension Diagnostic {
  fileprivate static func mappedTwice(
    _ scale: ScaleTree, _ later: ScaleTree, earlier: ScaleTree
  ) -> Diagnostic {
    Diagnostic(
      .scaleMappedTwice,
      Bilingual(
        en:
          "`\(later.name.value)` and `\(earlier.name.value)` both stand for `\(scale.name.value)`",
        zh: "`\(later.name.value)` 和 `\(earlier.name.value)` 都对应 `\(scale.name.value)`"),
      at: later.of?.span ?? later.name.span,
      labels: [
        Label(earlier.of?.span ?? earlier.name.span, Bilingual(en: "the other one", zh: "另一个在此"))
      ],
      help: Bilingual(en: "keep one of them", zh: "请只留一个"))
  }

  fileprivate static func standsForNothing(
    _ scale: ScaleTree, _ word: ScaleTree.Word, _ meaning: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .mappingWithoutScale,
      Bilingual(
        en: "`\(word.name.value)` stands for `\(meaning.value)`, and "
          + "`\(scale.name.value)` does not say of which scale",
        zh: "`\(word.name.value)` 对应 `\(meaning.value)`，但 `\(scale.name.value)` 没有写明对应哪个等级"),
      at: meaning.span, labels: [Label(scale.name.span)],
      help: Bilingual(
        en: "name the scale under `of`, or leave `stands_for` out",
        zh: "请在 `of` 下写明所对应的等级，或去掉 `stands_for`"))
  }

  fileprivate static func standsForNone(
    _ word: ScaleTree.Word, _ abstract: ScaleTree
  ) -> Diagnostic {
    let name = word.name.value
    let words = abstract.words.map { "`\($0.name.value)`" }
    return Diagnostic(
      .scaleNotTotal,
      Bilingual(
        en: "`\(name)` stands for no word of `\(abstract.name.value)`",
        zh: "`\(name)` 没有对应 `\(abstract.name.value)` 的取值"),
      at: word.name.span,
      labels: [Label(abstract.name.span, Bilingual(en: "the scale", zh: "所对应的等级"))],
      help: Bilingual(
        en: "write `{id: \(name), stands_for: …}` with one of \(words.joined(separator: ", "))",
        zh: "请写 `{id: \(name), stands_for: …}`，可用：\(words.joined(separator: "、"))"))
  }

  fileprivate static func notStoodFor(
    _ word: ScaleTree.Word, _ abstract: ScaleTree, _ scale: ScaleTree
  ) -> Diagnostic {
    Diagnostic(
      .scaleNotTotal,
      Bilingual(
        en: "no word of `\(scale.name.value)` stands for `\(word.name.value)`",
        zh: "`\(scale.name.value)` 没有取值对应 `\(word.name.value)`"),
      at: scale.name.span,
      labels: [
        Label(
          word.name.span,
          Bilingual(en: "a word of `\(abstract.name.value)`", zh: "`\(abstract.name.value)` 的取值"))
      ],
      help: Bilingual(
        en: "add a word with `stands_for: \(word.name.value)`",
        zh: "请加一个 `stands_for: \(word.name.value)` 的取值"))
  }
}
