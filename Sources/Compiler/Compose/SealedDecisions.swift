import SourceText
import Syntax

/// Decisions of a base that a place cannot change, because the base says so or because its course
/// rests on them: what the red lines of the screen read, and what its workflow and periods read.
///
/// What is read is told by the words of expressions and tables, so that no decision which could
/// matter is missed; a word that means something else by chance seals one too many, never too few.
struct SealedDecisions {
  /// Why a decision is sealed, and where that is written.
  enum Reason {
    /// `local: sealed`, of the decision or of one that reads it.
    case said(Span)
    /// A red line reads it.
    case screen(Span)
    /// The workflow or a period reads it.
    case course(Span)
  }

  private var reasons = NameTable<Reason>()
  private var decisions = NameTable<DecisionTree>()
  private let loader: SourceLoader

  init(of base: RulebookTree, _ loader: SourceLoader) {
    self.loader = loader
    for decision in base.decisions where decisions[decision.name.value] == nil {
      decisions[decision.name.value] = decision
    }
    for line in base.mediation.screen?.lines ?? [] {
      line.condition.map { seal($0.text.words, .screen($0.span)) }
    }
    for decision in base.decisions {
      if let local = decision.local, local.value == "sealed" {
        seal([decision.name.value], .said(local.span))
      }
    }
    for text in base.courseTexts { seal(text.text.words, .course(text.span)) }
  }

  /// Why a decision cannot be changed; nil where it can. What the course alone reads may be opened
  /// by the base, with `local: any`.
  func reason(against decision: DecisionTree) -> Reason? {
    switch reasons[decision.name.value] {
    case .course where decision.local?.value == "any": nil
    case let reason: reason
    }
  }

  /// Seals the decisions among some words, and all that they read.
  private mutating func seal(_ words: [String], _ reason: Reason) {
    var open = words
    while let word = open.popLast() {
      guard let decision = decisions[word], reasons[word] == nil else { continue }
      reasons[word] = reason
      for text in decision.texts(loader) { open += text.words }
    }
  }
}

extension RulebookTree {
  /// The expressions by which the workflow and the periods go on.
  fileprivate var courseTexts: [ScalarText] {
    let states = workflow?.withDescendants ?? []
    let conditions = states.flatMap(\.allTransitions).compactMap(\.condition)
    let delays = states.flatMap(\.after).compactMap { after in
      if case .expression(let scalar) = after.length { scalar } else { nil }
    }
    let branches = states.flatMap(\.allActions).flatMap(\.branches).compactMap(\.condition)
    let periods = periods.flatMap {
      $0.starts + [$0.extendWhen, $0.extendUntil].compactMap(\.self)
    }
    return conditions + delays + branches + periods
  }
}

extension DecisionTree {
  /// All texts by which the decision comes to its result.
  fileprivate func texts(_ loader: SourceLoader) -> [String] {
    let inputs = inputs.flatMap { [$0.name.value, $0.expression?.text ?? ""] }
    let values = (otherwise ?? []).map(\.value) + [otherwiseValue].compactMap(\.self)
    let rows = ([rows].compactMap(\.self) + further).flatMap { $0.texts(loader) }
    return [expression?.text ?? ""] + inputs + rows + values.flatMap(\.texts)
  }
}

extension RowsTree {
  fileprivate func texts(_ loader: SourceLoader) -> [String] {
    switch self {
    case .pipes(let scalar): [scalar.text]
    case .file(let path): [loader.peek(path) ?? ""]
    case .list(let rows, _): rows.flatMap(\.texts)
    }
  }
}

extension RowTree {
  fileprivate var texts: [String] {
    let results = (results.map(\.value) + [result].compactMap(\.self)).flatMap(\.texts)
    switch condition {
    case nil: return results
    case .expression(let scalar): return results + [scalar.text]
    case .cells(let cells, _): return results + cells.flatMap(\.test.texts)
    }
  }
}

extension TestTree {
  fileprivate var texts: [String] {
    switch self {
    case .scalar(let scalar): [scalar.text]
    case .alternatives(let scalars, _): scalars.map(\.text)
    }
  }
}

extension ValueTree {
  fileprivate var texts: [String] {
    switch self {
    case .scalar(let scalar), .computed(let scalar, _): [scalar.text]
    case .list(let values, _): values.flatMap(\.texts)
    case .record(let fields, _): fields.flatMap(\.value.texts)
    }
  }
}

extension String {
  /// The words in it that could be names.
  fileprivate var words: [String] {
    unicodeScalars.split { !CharacterClass.continuesName($0) }.map(String.init)
  }
}
