import Model
import SourceText
import Syntax

// What forms make joins the core sections here. A name that a form makes cannot be declared again:
// names of one section are compared on the spot, where what was made is kept, so that nothing
// follows from the fault; names across sections are compared when they are resolved.
extension FormsLowering {
  mutating func add(_ type: EnumerationTree, of form: String) {
    Self.add(type, to: &tree.types, as: .type, of: form, \.name, into: &diagnostics)
  }

  mutating func add(_ role: NamedTree, of form: String) {
    Self.add(role, to: &tree.roles, as: .role, of: form, \.name, into: &diagnostics)
  }

  mutating func add(_ fact: FactTree, of form: String) {
    Self.add(fact, to: &tree.facts, as: .fact, of: form, \.name, into: &diagnostics)
  }

  mutating func add(_ variable: VariableTree, of form: String) {
    Self.add(variable, to: &tree.variables, as: .variable, of: form, \.name, into: &diagnostics)
  }

  mutating func add(_ decision: DecisionTree, of form: String) {
    Self.add(decision, to: &tree.decisions, as: .decision, of: form, \.name, into: &diagnostics)
  }

  /// What a form makes takes the place of what was declared under its name.
  private static func add<Tree>(
    _ made: Tree, to section: inout [Tree], as kind: NameKind, of form: String,
    _ name: (Tree) -> Located<String>, into diagnostics: inout Diagnostics
  ) {
    let own = name(made)
    if let earlier = section.first(where: { name($0).value.hasBytes(of: own.value) }) {
      diagnostics.report(.madeNameTaken(own, kind, form, name(earlier)))
      section.removeAll { name($0).value == own.value }
    }
    section.append(made)
  }

  mutating func add(_ event: EventTree, of form: String) {
    let isSame = { (known: EventTree) in known.name.value.hasBytes(of: event.name.value) }
    if let earlier = tree.events?.first(where: isSame) ?? madeEvents.first(where: isSame) {
      diagnostics.report(.madeNameTaken(event.name, .event, form, earlier.name))
      tree.events?.removeAll { $0.name.value == event.name.value }
    }
    madeEvents.append(event)
  }

  /// Puts the events that forms make beside the declared ones. Where the rulebook declares none,
  /// those that are declared by use are written out, so that they stay what they were.
  mutating func finishEvents() {
    guard !madeEvents.isEmpty else { return }
    if tree.events == nil, let root = tree.workflow {
      var made = Set(madeEvents.map(\.name.value))
      tree.events = root.eventsOfPeople.filter { made.insert($0.value).inserted }.map {
        EventTree(name: $0)
      }
    }
    tree.events = (tree.events ?? []) + madeEvents
    narrowWildcards()
  }

  /// No `*` or `otherwise` further inside takes an event that the root or a right takes: it comes
  /// to stand for all others. (A handler put before it would act again in each parallel region.)
  private mutating func narrowWildcards() {
    guard var root = tree.workflow else { return }
    var all = (tree.events ?? []).map(\.name.value)
    for name in root.eventsMade where !all.contains(name) { all.append(name) }
    let (anywhere, rights) = (eventsAnywhere, eventsOfRights)
    root.change { state, place in
      guard !place.isEmpty, state.on.contains(where: \.isWildcard) else { return }
      let hidden =
        anywhere
        + rights.filter { place.count > $0.path.count && place.starts(with: $0.path) }.map(\.event)
      if !hidden.isEmpty { state.narrowWildcards(to: all.filter { !hidden.contains($0) }) }
    }
    tree.workflow = root
  }
}

extension EventTree {
  /// An event that a form makes.
  static func made(
    _ name: String, title: TitleTree?, by roles: [Located<String>] = [],
    with payload: KeyValuePairs<String, String>, at span: Span
  ) -> EventTree {
    var event = EventTree(name: .made(name, at: span))
    event.title = title
    event.roles = roles
    event.payload = payload.map {
      (name: .made($0.key, at: span), type: .made($0.value, at: span), title: nil)
    }
    return event
  }
}

extension DecisionTree {
  /// `{is: EXPR}`.
  static func made(
    _ name: Located<String>, is expression: ScalarText, title: TitleTree? = nil,
    type: String? = nil
  ) -> DecisionTree {
    var decision = DecisionTree(name: name, span: name.span)
    decision.title = title
    decision.expression = expression
    decision.type = type.map { .made($0, at: name.span) }
    return decision
  }
}

extension VariableTree {
  /// A variable that a form makes.
  static func made(
    _ name: String, type: TypeTree, start: ValueTree, title: TitleTree? = nil, at span: Span
  ) -> VariableTree {
    var variable = VariableTree(name: .made(name, at: span))
    variable.title = title
    variable.type = type
    variable.start = start
    return variable
  }
}

extension StateTree {
  /// Names of events that actions make.
  fileprivate var eventsMade: [String] {
    WorkflowUses(withDescendants).events.compactMap { use in
      if case .made = use.kind { use.name.value } else { nil }
    }
  }

  /// Events that people fire, where use alone declares them, each once.
  fileprivate var eventsOfPeople: [Located<String>] {
    let uses = WorkflowUses(withDescendants)
    let made = EventsMade(uses)
    var seen: Set<String> = []
    return uses.events.compactMap { use in
      if case .made = use.kind { return nil }
      let name = use.name.value
      guard Event.isPlain(name), !Event.isMadeByWorkflow(name), made.arePeoples(name),
        seen.insert(name).inserted
      else { return nil }
      return use.name
    }
  }
}

extension Diagnostic {
  fileprivate static func madeNameTaken(
    _ name: Located<String>, _ kind: NameKind, _ form: String, _ earlier: Located<String>
  ) -> Diagnostic {
    let noun = kind.noun
    return Diagnostic(
      .madeNameTaken,
      Bilingual(
        en: "`\(name.value)` is the name of the \(noun.en) that `\(form)` makes",
        zh: "`\(name.value)` 是 `\(form)` 生成的\(noun.zh)的名称"),
      at: earlier.span, labels: [Label(name.span, Bilingual(en: "made here", zh: "在此生成"))],
      help: Bilingual(
        en: "use the one that is made and take this one out, or give it another name",
        zh: "请直接使用生成的那个并去掉这一个，或另取名称"))
  }
}
