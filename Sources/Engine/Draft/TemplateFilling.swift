package import Model
package import SourceText

/// Finds what the tags of a template stand for in a case. Only what will be seen is read: the
/// inside of a section that is not there asks for nothing.
struct TemplateFilling {
  private var evaluation: Evaluation
  /// Facts that may stay open.
  private let blanks: [ID<Fact>]
  /// Facts without which some of it stays open that may not.
  private(set) var missing: Missing?

  init(_ evaluator: Evaluator, blanks: [ID<Fact>] = []) {
    evaluation = Evaluation(evaluator)
    self.blanks = blanks
  }

  mutating func fill(_ parts: [Template.Part]) throws(Fault) -> [Filled] {
    var filled: [Filled] = []
    for part in parts {
      switch part {
      case .text, .comment: continue
      case .value(.caseID): filled.append(.caseID)
      case .value(.expression(let expression)):
        let value = try evaluation.evaluate(expression)
        if case .unknown(let more) = value { note(more) }
        filled.append(.value(value.value))
      case .section(let section): filled.append(.section(try fill(section)))
      }
    }
    return filled
  }

  private mutating func fill(_ section: Template.Section) throws(Fault) -> [[Filled]] {
    let subject = try evaluation.evaluate(section.subject)
    guard let value = subject.value else { return try fillUnknown(section, subject) }
    let shown: [Value] =
      switch value {
      case .null, .boolean(false): []
      case .list(let elements): elements
      default: [value]
      }
    if section.isInverted { return shown.isEmpty ? [try fill(section.parts)] : [] }
    var copies: [[Filled]] = []
    for element in shown {
      evaluation.bind(.known(element), to: section.slot)
      copies.append(try fill(section.parts))
    }
    return copies
  }

  /// Neither it nor its opposite is there; but a list that may stay open has one element, to be
  /// written in by hand.
  private mutating func fillUnknown(
    _ section: Template.Section, _ subject: Evaluated
  ) throws(Fault) -> [[Filled]] {
    guard case .unknown(let more) = subject, !note(more), !section.isInverted,
      case .list = section.subject.type.unwrapped
    else { return [] }
    evaluation.bind(subject, to: section.slot)
    return [try fill(section.parts)]
  }

  /// Keeps what is missing in mind, but for what may stay open; whether anything is missed.
  @discardableResult private mutating func note(_ more: Missing) -> Bool {
    let missed = Missing(more.facts.filter { !blanks.contains($0) })
    // What is unknown for want of no fact at all is missed, too.
    guard more.facts.isEmpty || !missed.facts.isEmpty else { return false }
    missing = missing?.union(missed) ?? missed
    return true
  }
}

extension Evaluated {
  /// Nil where it is unknown.
  fileprivate var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}

extension Interpreter {
  /// What a template's tags stand for in a case; what is unknown, or meets a fault, is left open.
  /// For words that are shown while a case is under way: nothing is refused for them.
  package func fill(_ template: Template, in state: CaseState) -> [Filled] {
    var filling = TemplateFilling(evaluator(for: state))
    if let filled = try? filling.fill(template.parts) { return filled }
    // One tag meets a fault: the others are filled all the same.
    return template.parts.compactMap { part in
      var filling = TemplateFilling(evaluator(for: state))
      switch part {
      case .text, .comment: return nil
      case .value: return (try? filling.fill([part]))?.first ?? .value(nil)
      case .section: return (try? filling.fill([part]))?.first ?? .section([])
      }
    }
  }

  /// What the tags of a document's template stand for in a case, as an action that drafts it fills
  /// them; nil where it has no template, or cannot be drafted for want of a fact or for a fault.
  package func filled(_ id: ID<Document>, in state: CaseState) -> [Filled]? {
    let paper = program.documents[id]
    guard let template = paper.template, paper.needs.allSatisfy({ state.facts[$0.index] != nil })
    else { return nil }
    var filling = TemplateFilling(evaluator(for: state), blanks: paper.blanks)
    guard let filled = try? filling.fill(template.parts), filling.missing == nil else {
      return nil
    }
    return filled
  }
}
