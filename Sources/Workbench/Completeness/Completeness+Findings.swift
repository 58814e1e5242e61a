internal import Engine
internal import Model
package import SourceText

extension Completeness {
  /// What is missing, each thing once; nothing of what a base says.
  package var findings: [Diagnostic] {
    let own = matrices.filter { isOwn($0.span) }
    let missing = own.flatMap { matrix in
      classesWithoutWay(matrix) + waysWithoutDeadline(matrix) + outcomesWithoutPaper(matrix)
    }
    return missing + textsInOneLanguage
  }

  /// One finding a class, whatever else does not fit with it.
  private func classesWithoutWay(_ matrix: WayMatrix) -> [Diagnostic] {
    var told: Set<[Value]> = []
    return matrix.ways.compactMap { way in
      let lacks = way.script == .nothing ? Lack.script : way.level == .nothing ? .level : nil
      guard let lacks, told.insert(way.words).inserted else { return nil }
      return .classWithoutWay(words(of: way, in: matrix), lacks, at: matrix.span)
    }
  }

  /// What cannot be had.
  fileprivate enum Lack {
    case script
    case level

    var noun: Bilingual {
      switch self {
      case .script: Bilingual(en: "script", zh: "脚本")
      case .level: Bilingual(en: "level", zh: "层级")
      }
    }
  }

  /// `纠纷类型 = 物业`.
  private func words(of way: WayMatrix.Way, in matrix: WayMatrix) -> String {
    zip(matrix.classes, way.words).map { fact, word in
      "\(program.facts[fact].name) = \(word.text(in: program))"
    }.joined(separator: ", ")
  }

  /// Only where disputes are told apart: a rulebook without classes is no model.
  private func waysWithoutDeadline(_ matrix: WayMatrix) -> [Diagnostic] {
    guard !matrix.classes.isEmpty, matrix.periods.isEmpty, let chart = program.chart,
      let contents = SlotContents(matrix.slot, in: chart)
    else { return [] }
    guard contents.levels.isEmpty else {
      return contents.levels.map { chart.states[$0] }.filter { $0.delayed.isEmpty }.map {
        .wayWithoutDeadline(
          Bilingual(en: "the level `\($0.name)`", zh: "层级 `\($0.name)`"), at: $0.span)
      }
    }
    let slot = chart.states[matrix.slot].name
    return [
      .wayWithoutDeadline(
        Bilingual(en: "the script in `\(slot)`", zh: "`\(slot)` 里的脚本"), at: matrix.span)
    ]
  }

  /// Only where the rulebook has documents at all.
  private func outcomesWithoutPaper(_ matrix: WayMatrix) -> [Diagnostic] {
    guard !matrix.classes.isEmpty, program.documents.count > 0, let chart = program.chart else {
      return []
    }
    return matrix.papers.filter(\.documents.isEmpty).map { papers in
      .outcomeWithoutPaper(
        chart.states[papers.outcome].name, chart.states[matrix.slot], at: matrix.span)
    }
  }
}

extension Diagnostic {
  fileprivate static func classWithoutWay(
    _ words: String, _ lack: Completeness.Lack, at span: Span
  ) -> Diagnostic {
    let noun = lack.noun
    return Diagnostic(
      .classWithoutWay,
      Bilingual(
        en: words.isEmpty
          ? "nothing chooses a \(noun.en)" : "where `\(words)` nothing chooses a \(noun.en)",
        zh: words.isEmpty ? "选不出\(noun.zh)" : "`\(words)` 时选不出\(noun.zh)"),
      at: span,
      help: Bilingual(
        en: "add a row for it, or `otherwise`, to the decision that chooses",
        zh: "请在作出选择的决策里为它加一行，或写上 `otherwise`"))
  }

  fileprivate static func wayWithoutDeadline(_ noun: Bilingual, at span: Span) -> Diagnostic {
    Diagnostic(
      .wayWithoutDeadline,
      Bilingual(
        en: "\(noun.en) has no deadline, and no period of the course ends it",
        zh: "\(noun.zh)没有时限，流程里也没有届满即结束它的期限"),
      at: span,
      help: Bilingual(
        en: "write `within` for the level, or take `expired.PERIOD` where the slot stands",
        zh: "请给层级写上 `within`，或在接口所在的状态处理 `expired.期限`"))
  }

  fileprivate static func outcomeWithoutPaper(
    _ outcome: String, _ slot: State, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .outcomeWithoutPaper,
      Bilingual(
        en: "no document is drafted after `\(outcome)` of `\(slot.name)`",
        zh: "`\(slot.name)` 得出 `\(outcome)` 之后没有任何文书"),
      at: span, labels: [Label(slot.span)],
      help: Bilingual(
        en: "draft one where the outcome leads: `do: [{draft: DOCUMENT}]`",
        zh: "请在结果的去向写上 `do: [{draft: 文书}]`"))
  }
}
