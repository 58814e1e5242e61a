package import Model
package import SourceText

extension MigrationPlan {
  /// Names in the plan that mean nothing: in none of the versions that cases come from, or not in
  /// the new one. One sentence each.
  package func strays(from olds: [Program], to new: Program) -> [Bilingual] {
    var found: [Bilingual] = []
    for name in states.keys.sorted() {
      note(name, "states", olds.flatMap(\.statePaths), isOld: true, &found)
      for target in states[name] ?? [] {
        note(target, "states", new.statePaths, isOld: false, &found)
      }
    }
    for section in Section.allCases {
      for (name, target) in (names[section] ?? [:]).sorted(by: { $0.key < $1.key }) {
        note(name, section.rawValue, olds.flatMap { $0.names(of: section) }, isOld: true, &found)
        if let target {
          note(target, section.rawValue, new.names(of: section), isOld: false, &found)
        }
      }
    }
    for name in words.keys.sorted() {
      note(
        name, "words", olds.flatMap { $0.enumerations.elements.map(\.name) }, isOld: true, &found)
    }
    for matter in Matter.allCases {
      for name in (answers[matter]?.named ?? [:]).keys.sorted() {
        note(name, matter.rawValue, olds.flatMap { $0.names(of: matter) }, isOld: true, &found)
      }
    }
    return found
  }

  private func note(
    _ name: String, _ place: String, _ known: [String], isOld: Bool, _ found: inout [Bilingual]
  ) {
    guard !known.contains(name) else { return }
    let near = Suggestion.nearest(to: name, among: known)
    let (whichEn, whichZh) =
      isOld ? ("no version that cases come from", "案件原来的各版") : ("the new rulebook", "新规则书")
    found.append(
      Bilingual(
        en: "`\(name)` under `\(place)` is in \(isOld ? whichEn : "nothing of \(whichEn)")"
          + (near.map { "; write `\($0)`" } ?? ""),
        zh: "`\(place)` 里的 `\(name)` 在\(whichZh)里没有" + (near.map { "；请写 `\($0)`" } ?? "")))
  }
}

extension Program {
  /// Short and full, without the root's.
  fileprivate var statePaths: [String] {
    guard let chart else { return [] }
    return chart.states.ids.filter { $0 != chart.root }
      .flatMap { [chart.states[$0].path, chart.fullPath(of: $0)] }
  }

  fileprivate func names(of section: MigrationPlan.Section) -> [String] {
    switch section {
    case .facts: facts.elements.map(\.name)
    case .variables: variables.elements.map(\.name)
    case .decisions: decisions.elements.map(\.name)
    case .events: events.elements.map(\.name)
    case .documents: documents.elements.map(\.name)
    case .periods: periods.elements.map(\.name)
    }
  }

  /// What a deadline, clock or task of that sort may be called.
  fileprivate func names(of matter: MigrationPlan.Matter) -> [String] {
    switch matter {
    case .periods: return periods.elements.map(\.name)
    case .tasks: return actions.compactMap(\.taskName)
    case .timers:
      return statePaths + actions.compactMap(\.sendName) + events.elements.map(\.name)
    }
  }
}

extension Action {
  fileprivate var taskName: String? {
    if case .task(let order) = kind { order.id } else { nil }
  }

  fileprivate var sendName: String? {
    if case .send(let send) = kind { send.id } else { nil }
  }
}
