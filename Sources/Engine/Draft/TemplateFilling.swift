package import Model
internal import SourceText

/// Finds what the tags of a template stand for in a case. Only what will be seen is read: the
/// inside of a section that is not there asks for nothing.
struct TemplateFilling {
  private var evaluation: Evaluation
  /// Facts without which some of it stays open.
  private(set) var missing: Missing?

  init(_ evaluator: Evaluator) {
    evaluation = Evaluation(evaluator)
  }

  mutating func fill(_ parts: [Template.Part]) throws(Fault) -> [Filled] {
    var filled: [Filled] = []
    for part in parts {
      switch part {
      case .text, .comment: continue
      case .value(.caseID): filled.append(.caseID)
      case .value(.expression(let expression)):
        filled.append(.value(try known(expression)))
      case .section(let section): filled.append(.section(try fill(section)))
      }
    }
    return filled
  }

  private mutating func fill(_ section: Template.Section) throws(Fault) -> [[Filled]] {
    guard let value = try known(section.subject) else { return [] }
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

  private mutating func known(_ expression: Expression) throws(Fault) -> Value? {
    switch try evaluation.evaluate(expression) {
    case .known(let value): return value
    case .unknown(let more):
      missing = missing?.union(more) ?? more
      return nil
    }
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
}
