internal import Engine
internal import Model
internal import SourceText

/// What stands in a paper as its case goes on, since it was drafted last.
///
/// While the case is at the step at which it was drafted, all that changes counts. Once that step
/// is left the paper is taken for signed: then only what was left open in it is filled in, and
/// nothing that stands there becomes anything else.
struct PaperVersions {
  /// Nil where it was not drafted under the version of the rulebook that counts now.
  private(set) var newest: [Filled]?
  /// Whether the newest entry made it another one.
  private(set) var isChangedByNewest = false

  init(of id: ID<Document>, in fold: CaseFold) {
    let first = fold.earlier.last?.last ?? 0
    let lines = fold.lines.filter { $0.sequence > first && $0.result != nil && !$0.isTakenBack }
    guard let start = lines.lastIndex(where: { $0.drafts(id) }), let drafting = lines[start].result
    else { return }
    let leaves = fold.program.activeLeafStates(of: drafting.state.configuration)
    newest = drafting.filled(id)
    var before = drafting.state
    for line in lines[(start + 1)...] {
      guard let state = line.result?.state else { continue }
      // The day that it bears is the one on which it was drafted.
      var then = state
      then.clock = drafting.state.clock
      let isThere = leaves.allSatisfy(
        fold.program.activeLeafStates(of: before.configuration).contains)
      before = state
      isChangedByNewest = false
      guard let old = newest, let now = fold.interpreter.filled(id, in: then), now != old,
        isThere || now.onlyFillsIn(old)
      else { continue }
      newest = now
      isChangedByNewest = line.sequence == fold.length
    }
  }
}

extension CaseFold.Line {
  /// Whether it drafted the document.
  fileprivate func drafts(_ id: ID<Document>) -> Bool { result?.filled(id) != nil }
}

extension StepResult {
  /// What a document that it drafted says; nil where it drafted none, or one without words.
  fileprivate func filled(_ id: ID<Document>) -> [Filled]? {
    for effect in effects.reversed() {
      if case .draft(id, let filled) = effect.kind { return filled }
    }
    return nil
  }
}

extension [Filled] {
  /// Whether it says all that an older one says, and besides only what was left open there.
  fileprivate func onlyFillsIn(_ older: [Filled]) -> Bool {
    count == older.count
      && zip(self, older).allSatisfy { now, old in
        switch (now, old) {
        case (_, .value(nil)), (.caseID, .caseID): true
        case (.value(let now), .value(let old)): now == old
        case (.section(let now), .section(let old)):
          now.count == old.count && zip(now, old).allSatisfy { $0.onlyFillsIn($1) }
        default: false
        }
      }
  }
}
