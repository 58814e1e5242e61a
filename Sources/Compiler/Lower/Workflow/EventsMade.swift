import SourceText

/// Names of events by what a workflow does with them.
struct EventsMade {
  /// Made by `raise` or `send`.
  private(set) var names: Set<String> = []
  /// The same, with fields.
  private(set) var withFields: Set<String> = []
  /// In `on` or `done_by`.
  private(set) var taken: Set<String> = []

  init(_ uses: WorkflowUses) {
    for use in uses.events {
      switch use.kind {
      case .made(let fields):
        names.insert(use.name.value)
        if !fields.isEmpty { withFields.insert(use.name.value) }
      case .handled, .finishesTask: taken.insert(use.name.value)
      }
    }
  }

  /// Whether people fire the event where use alone declares it (docs/language.md): it is handled or
  /// ends a task, unless actions alone make it, or make it with fields.
  func arePeoples(_ name: String) -> Bool {
    taken.contains(name) && !withFields.contains(name)
  }
}
