import Model
import SourceText
import Syntax

// The screen, consents and rights, led to the core that they became.
extension Lowering {
  mutating func addForms(to mediation: inout Mediation, in program: Program) {
    let screen = tree.mediation.screen
    mediation.redLines = (screen?.lines ?? []).compactMap { redLine($0) }
    mediation.screen = screen == nil ? nil : decisionNamed("screen")
    mediation.told = screen == nil ? nil : variableNamed("screen_told")
    mediation.checklist = tree.checklist.map { checklist($0, program) }
    mediation.consents = tree.mediation.consents.compactMap { consent($0) }
    mediation.rights = tree.mediation.rights.compactMap { right in
      eventIDs[right.name.value].map { Right(event: $0, basis: bases(right.basis)) }
    }
    let own = screen == nil ? [] : ["screen", "screen_act", "screen_lines"]
    let parties = tree.mediation.parties == nil ? [] : ["parties"]
    mediation.decisions =
      mediation.redLines.map(\.decision) + mediation.consents.map(\.decision)
      + (own + parties).compactMap { decisionNamed($0) }
  }

  /// Its facts are those of type boolean that its decisions read.
  private mutating func checklist(_ checklist: ChecklistTree, _ program: Program) -> Checklist {
    let read = checklist.of.compactMap { name -> ID<Decision>? in
      if let id = decisionNamed(name.value) { return id }
      let known = tree.decisions.map(\.name.value)
      diagnostics.report(.undeclared(.decision, name.value, among: known, at: name.span))
      return nil
    }
    return Checklist(
      question: checklist.question?.bilingual ?? Bilingual(""),
      facts: program.flags(readBy: read))
  }

  private mutating func redLine(_ line: RedLineTree) -> RedLine? {
    guard let decision = decisionNamed(line.name.value), let act = line.act else { return nil }
    return RedLine(
      name: line.name.value, title: title(line.title, line.name), act: act.value,
      tell: line.tell.map(\.value), basis: bases(line.basis), decision: decision,
      span: line.name.span)
  }

  private mutating func consent(_ consent: ConsentTree) -> Consent? {
    guard let decision = decisionNamed(consent.name.value),
      let answers = variableNamed(consent.answers)
    else { return nil }
    return Consent(
      name: consent.name.value, title: title(consent.title, consent.name),
      question: consent.question?.bilingual, decision: decision, answers: answers,
      before: consent.before.compactMap { role in
        roles.elements.firstIndex { $0.name == role.value }.map { ID($0) }
      },
      basis: bases(consent.basis))
  }

  private func variableNamed(_ name: String) -> ID<Variable>? {
    variables.elements.firstIndex { $0.name == name }.map { ID($0) }
  }

  private func decisionNamed(_ name: String) -> ID<Decision>? {
    decisions.elements.firstIndex { $0.name == name }.map { ID($0) }
  }
}

extension Program {
  /// The facts of type boolean that some decisions read, by themselves or through others, in
  /// declared order.
  fileprivate func flags(readBy decisions: [ID<Decision>]) -> [ID<Fact>] {
    var seen: Set<ID<Decision>> = []
    var found: Set<ID<Fact>> = []
    var open = decisions
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      for expression in self.decisions[next].expressions {
        expression.walk { part in
          switch part.kind {
          case .fact(let fact): found.insert(fact)
          case .decision(let decision): open.append(decision)
          default: break
          }
        }
      }
    }
    return facts.ids.filter { found.contains($0) && facts[$0].type.unwrapped == .boolean }
  }
}
