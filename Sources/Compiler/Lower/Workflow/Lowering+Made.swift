import Model
import SourceText
import Syntax

// Actions that make events: `raise`, `send`, and tasks that become overdue.
extension Lowering {
  /// The event that a `raise` or `send` makes and its whole payload, in order of the fields.
  mutating func made(
    _ name: Located<String>, _ fields: [(name: Located<String>, value: ValueTree)]
  ) -> (ID<Event>, [Expression])? {
    if Event.isMadeByWorkflow(name.value) {
      diagnostics.report(.specialName(name, .internalEvent))
      return nil
    }
    guard let id = eventIDs[name.value] else {
      diagnostics.report(unknownEvent(name))
      return nil
    }
    if faultyPayloads.contains(id) {
      for field in fields { _ = value(field.value) }
      return nil
    }
    return payload(of: id, name, fields).map { (id, $0) }
  }

  private mutating func payload(
    of id: ID<Event>, _ name: Located<String>,
    _ written: [(name: Located<String>, value: ValueTree)]
  ) -> [Expression]? {
    let fields = events[id].payload
    diagnostics.report(contentsOf: fieldFaults(written.map(\.name), of: name, fields))
    let values = fields.map { field in
      if let own = written.first(where: { $0.name.value == field.name }) {
        // A type that was found by reading expressions is that of these expressions.
        let value = inferredPayloads.contains(id) ? own.value.allComputed : own.value
        return checker.checkValue(value, expecting: field.type, into: &diagnostics)
      }
      return field.type.isOptional
        ? Expression(.constant(.null), type: .null, span: name.span) : nil
    }
    let known = values.compactMap(\.self)
    return known.count == fields.count ? known : nil
  }

  mutating func send(
    _ event: Located<String>, _ fields: [(name: Located<String>, value: ValueTree)],
    _ length: AfterTree.Length?, _ id: Located<String>?
  ) -> Action.Kind? {
    let made = made(event, fields)
    let delay = length.flatMap { self.delay($0) }
    guard let made else { return nil }
    return .send(Action.Send(event: made.0, payload: made.1, delay: delay, id: id?.value))
  }
}

// Tasks.
extension Lowering {
  mutating func order(_ tree: TaskTree, at span: Span) -> Action.TaskOrder {
    let id = tree.id.value
    if let first = uses.tasks.first(where: { $0.tree.id.value == id }), !first.tree.isAlike(tree) {
      diagnostics.report(.taskOfTwoKinds(tree.id, first.tree.id.span))
    }
    return Action.TaskOrder(
      id: id, title: title(tree.title, tree.id), to: tree.to.map(\.value),
      within: tree.within.flatMap { term($0) }, doneBy: tree.doneBy.flatMap { taskEvent($0) },
      overdue: tree.within == nil ? nil : eventIDs["overdue.\(id)"])
  }

  private mutating func taskEvent(_ name: Located<String>) -> ID<Event>? {
    if let id = eventIDs[name.value], !events[id].origin.isInternal { return id }
    diagnostics.report(unknownEvent(name))
    return nil
  }
}

extension ValueTree {
  /// The same with every scalar read as an expression, whatever type is wanted.
  fileprivate var allComputed: ValueTree {
    switch self {
    case .scalar(let scalar): .computed(scalar, scalar.span)
    case .computed: self
    case .list(let items, let span): .list(items.map(\.allComputed), span)
    case .record(let fields, let span):
      .record(fields.map { (name: $0.name, value: $0.value.allComputed) }, span)
    }
  }
}

extension TaskTree {
  /// Whether two places give one and the same task.
  fileprivate func isAlike(_ other: TaskTree) -> Bool {
    title?.bilingual == other.title?.bilingual && to.map(\.value) == other.to.map(\.value)
      && within?.text == other.within?.text && doneBy?.value == other.doneBy?.value
  }
}

/// What is wrong with the names of a payload's fields. Those that may be null may be left out; a
/// field that is missing under its own name only because it was misspelt is told about once.
func fieldFaults(
  _ written: [Located<String>], of event: Located<String>, _ fields: [Event.Field]
) -> [Diagnostic] {
  let unknown = written.filter { name in !fields.contains { $0.name == name.value } }
  let missing = fields.filter { field in
    !field.type.isOptional && !written.contains { $0.value == field.name }
  }
  let faults = unknown.map {
    Diagnostic.unknownField($0, of: event.value, among: fields.map(\.name))
  }
  guard missing.count > unknown.count else { return faults }
  return faults + [.missingFields(missing.map(\.name), of: event)]
}

extension Diagnostic {
  /// A field that an event does not have.
  fileprivate static func unknownField(
    _ name: Located<String>, of event: String, among fields: [String]
  ) -> Diagnostic {
    Diagnostic(
      .payloadMismatch,
      Bilingual(
        en: "`\(event)` has no field called `\(name.value)`",
        zh: "`\(event)` 没有名为 `\(name.value)` 的字段"),
      at: name.span,
      help: Suggestion.help(for: name.value, among: fields)
        ?? Bilingual(
          en: "declare the field under `events: \(event): with:`",
          zh: "请在 `events: \(event): with:` 下声明这个字段"))
  }

  /// Fields that an event has and that it is made without.
  fileprivate static func missingFields(_ missing: [String], of event: Located<String>)
    -> Diagnostic
  {
    let listed = missing.map { "`\($0)`" }
    return Diagnostic(
      .payloadMismatch,
      Bilingual(
        en: "`\(event.value)` lacks \(listed.joined(separator: " and "))",
        zh: "`\(event.value)` 缺少 \(listed.joined(separator: "、"))"),
      at: event.span,
      help: Bilingual(
        en: "add `with: {\(missing.map { "\($0): …" }.joined(separator: ", "))}`",
        zh: "请加上 `with: {\(missing.map { "\($0): …" }.joined(separator: ", "))}`"))
  }

  fileprivate static func taskOfTwoKinds(_ id: Located<String>, _ first: Span) -> Diagnostic {
    Diagnostic(
      .taskOfTwoKinds,
      Bilingual(
        en: "`\(id.value)` is already the id of a task that differs from this one",
        zh: "`\(id.value)` 已是另一项不同任务的标识"),
      at: id.span, labels: [Label(first, Bilingual(en: "the other one", zh: "另一项在此"))],
      help: Bilingual(en: "give this task an id of its own", zh: "请给这项任务另取标识"))
  }
}
