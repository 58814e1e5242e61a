internal import Engine
internal import Model
internal import Runtime
internal import SourceText
internal import Store

/// What a step leaves to be done in the world: notices and tasks for the outbox, and papers.
struct MadeEffects {
  private(set) var effects: [Store.Effect] = []
  private(set) var papers: [Paper] = []

  init(_ fold: CaseFold, _ result: StepResult) {
    let program = fold.program
    for effect in result.effects {
      switch effect.kind {
      case .task(let order, let due, let lastDay):
        add(
          "task",
          [
            .init("task", .string(order.id)), .init("title", .string(order.title.zh)),
            .init("to", .array(order.to.map(JSONText.string))),
          ] + Self.end(due, lastDay, program))
      case .notify(let to, let text, let textZh, _, let due, let lastDay):
        add(
          "notice",
          [
            .init("to", .array(to.map(JSONText.string))), .init("text", .string(text)),
            .init("text_zh", .string(textZh)),
          ] + Self.end(due, lastDay, program))
      case .inform: break
      case .draft(let id, let filled): add(id, filled, fold)
      }
    }
  }

  /// Adds the papers drafted before in which the newest entry lets something else stand; each bears
  /// the day on which it was drafted first, and the older one stays on file.
  mutating func redraft(in fold: CaseFold) {
    guard !fold.state.isFinished else { return }
    let drafted = Set(papers.map(\.name))
    for id in fold.state.drafted where !drafted.contains(fold.program.documents[id].name) {
      let versions = PaperVersions(of: id, in: fold)
      if versions.isChangedByNewest, let filled = versions.newest { add(id, filled, fold) }
    }
  }

  private mutating func add(_ kind: String, _ members: [JSONText.Member]) {
    effects.append(
      Store.Effect(kind: kind, payload: Array(JSONText.object(members).text().utf8)))
  }

  private mutating func add(_ id: ID<Document>, _ filled: [Filled]?, _ fold: CaseFold) {
    let document = fold.program.documents[id]
    guard let filled, let template = document.template else { return }
    let words = TemplateText(template, program: fold.program)
    let isPage = template.format == .page
    let text =
      isPage
      ? words.page(of: filled, caseID: fold.id, title: document.title.zh)
      : words.text(of: filled, caseID: fold.id)
    let made = "\(fold.pinned.hash)\n\(document.name)\n\(filled)"
    papers.append(
      Paper(
        name: document.name, mediaType: isPage ? "text/html" : "text/plain",
        madeFrom: Fingerprint(of: Array(made.utf8)).description, bytes: Array(text.utf8)))
  }

  private static func end(
    _ due: DateTime?, _ lastDay: CalendarDate?, _ program: Program
  ) -> [JSONText.Member] {
    guard let due else { return [] }
    return [
      .init("due", .string(due.text(in: program.offset))),
      .init("date", lastDay.map { .string($0.description) } ?? .null),
    ]
  }
}
