import Model
import SourceText

/// A place where words leave the case for people to read.
struct Outlet {
  /// What is read there.
  var expression: Expression
  /// The events at hand, whose payload it may read.
  var events: [ID<Event>] = []
  /// Names of roles and organs who read it; nil for all parties.
  var readers: [String]?
  var declassified: [Declassification]
  /// Decisions of release that hold wherever it is reached.
  var released: Set<String>
  /// What it is, for messages.
  var noun: Bilingual

  func isRead(by role: String) -> Bool { readers?.contains(role) ?? true }
}

/// Finds all outlets of a program, in the order of its parts.
struct OutletSearch {
  private let program: Program
  private(set) var outlets: [Outlet] = []
  /// By document: the releases that hold at every place that drafts it.
  private var drafted: [ID<Document>: Set<String>] = [:]

  init(_ program: Program) {
    self.program = program
    for transition in program.chart?.transitions.elements ?? [] {
      let held = transition.condition.map(releases) ?? []
      add(transition.actions, handling: transition.handled, held)
    }
    for state in program.chart?.states.elements ?? [] {
      for actions in [state.initialActions, state.entry, state.exit] {
        add(actions, handling: [], [])
      }
    }
    for id in program.documents.ids { add(id) }
  }

  private mutating func add(
    _ actions: [Action], handling events: [ID<Event>], _ held: Set<String>
  ) {
    for action in actions {
      switch action.kind {
      case .notify(let notice):
        add(notice, to: notice.to, action, events, held, Bilingual(en: "a notice", zh: "通知"))
      case .inform(let notice):
        add(
          notice, to: nil, action, events, held,
          Bilingual(en: "what all parties are told", zh: "告知各方的内容"))
      case .draft(let document):
        drafted[document] = drafted[document].map { $0.intersection(held) } ?? held
      case .choose(let branches):
        for branch in branches {
          let more = branch.condition.map(releases) ?? []
          add(branch.actions, handling: events, held.union(more))
        }
      case .set, .decide, .raise, .send, .cancel, .task: continue
      }
    }
  }

  private mutating func add(
    _ notice: Action.Notice, to readers: [String]?, _ action: Action, _ events: [ID<Event>],
    _ held: Set<String>, _ noun: Bilingual
  ) {
    guard case .computed(let expression) = notice.text else { return }
    outlets.append(
      Outlet(
        expression: expression, events: events, readers: readers,
        declassified: action.declassified, released: held, noun: noun))
  }

  private mutating func add(_ id: ID<Document>) {
    let document = program.documents[id]
    guard let template = document.template else { return }
    add(template.parts, of: document, drafted[id] ?? [])
  }

  private mutating func add(
    _ parts: [Template.Part], of document: Document, _ held: Set<String>
  ) {
    for part in parts {
      switch part {
      case .text, .comment, .value(.caseID): continue
      case .value(.expression(let expression)): add(expression, of: document, held)
      case .section(let section):
        add(section.subject, of: document, held)
        let more = section.isInverted ? [] : releases(section.subject)
        add(section.parts, of: document, held.union(more))
      }
    }
  }

  private mutating func add(
    _ expression: Expression, of document: Document, _ held: Set<String>
  ) {
    outlets.append(
      Outlet(
        expression: expression, readers: document.to + document.signedBy,
        declassified: document.declassified, released: held,
        noun: Bilingual(en: "`\(document.name)`", zh: "`\(document.name)`")))
  }

  /// Decisions that are given where a condition holds: those it names with `.given`, itself or
  /// joined by `and`.
  private func releases(_ condition: Expression) -> Set<String> {
    switch condition.kind {
    case .and(let left, let right): return releases(left).union(releases(right))
    case .field(let base, let index):
      guard case .decision(let id) = base.kind, case .record(let record) = base.type,
        record.fields[index].name == "given"
      else { return [] }
      return [program.decisions[id].name]
    default: return []
    }
  }
}
