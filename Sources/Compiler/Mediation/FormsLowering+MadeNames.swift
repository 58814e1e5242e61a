import SourceText
import Syntax

// What forms declare, so that no author's name is silently taken. Where one is, the form's stands
// in its place from there on, so that one mistake is one finding.
extension FormsLowering {
  mutating func add(_ type: EnumerationTree, madeBy maker: Bilingual) {
    if !refuse(tree.types.map(\.name), taking: type.name, maker) {
      tree.types.removeAll { $0.name.value == type.name.value }
    }
    tree.types.append(type)
  }

  mutating func add(_ variable: VariableTree, madeBy maker: Bilingual) {
    let spoken =
      tree.facts.map(\.name) + tree.variables.map(\.name) + tree.decisions.map(\.name)
    if refuse(spoken, taking: variable.name, maker) { tree.variables.append(variable) }
  }

  /// An event; where the rulebook has no section of events, they go on declaring themselves.
  mutating func add(_ event: EventTree, madeBy maker: Bilingual) {
    if tree.events == nil { tree.eventsStayOpen = true }
    let events = tree.events ?? []
    if refuse(events.map(\.name), taking: event.name, maker) { tree.events = events + [event] }
  }

  /// Reports names that an author gave away though a form makes them; whether there is none.
  private mutating func refuse(
    _ names: [Located<String>], taking made: Located<String>, _ maker: Bilingual
  ) -> Bool {
    let taken = names.filter { $0.value == made.value }
    for name in taken { diagnostics.report(.nameOfForm(name, maker, madeAt: made.span)) }
    return taken.isEmpty
  }

  /// Reports names of an author's states that a form's states bear.
  mutating func reserveNames(
    of names: [Located<String>], against made: [String], at span: Span, maker: Bilingual
  ) {
    for name in names where made.contains(name.value) {
      diagnostics.report(.nameOfForm(name, maker, madeAt: span))
    }
  }
}

extension VariableTree {
  /// A variable that a form makes.
  static func made(
    _ name: String, _ type: String, start: String, title: TitleTree, at span: Span
  ) -> VariableTree {
    var variable = VariableTree(name: .made(name, at: span))
    variable.title = title
    variable.type = .made(type, at: span)
    variable.start = .made(start, at: span)
    return variable
  }
}
