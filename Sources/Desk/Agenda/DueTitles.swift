package import Model
package import SourceText

/// What people call that which falls due: not the state in which it is waited for, but the term.
package struct DueTitles: Sendable {
  private let program: Program
  private let sources: SourceMap

  /// - Parameter sources: those of the program.
  package init(_ program: Program, _ sources: SourceMap) {
    self.program = program
    self.sources = sources
  }

  /// The title of the term that a state waits for, by the state's path: that of the setting that
  /// gives its length, or for a level of the ladder that the case is to be settled there. Nil for
  /// all else.
  package func term(of state: String) -> Bilingual? {
    guard let chart = program.chart,
      let id = chart.states.ids.first(where: { chart.states[$0].path == state })
    else { return nil }
    let delayed = chart.states[id].delayed
    guard delayed.count == 1, let only = delayed.first else { return nil }
    let written = sources.text(chart.delayed[only].span)
    if let setting = program.mediation.settings.first(where: { written.isKey($0.name) }) {
      return setting.title
    }
    guard let level = program.mediation.levels.first(where: { $0.name == chart.states[id].name })
    else { return nil }
    return Bilingual(
      en: "to be settled at \(level.title.en)", zh: "在\(level.plainTitle)办结")
  }
}

extension Level {
  /// In Chinese; the name where it has a title in English alone.
  fileprivate var plainTitle: String {
    title.zh == title.en && !name.utf8.allSatisfy { $0 < 0x80 } ? name : title.zh
  }
}

extension String {
  /// Whether it is a key, or begins with it.
  fileprivate func isKey(_ name: String) -> Bool {
    hasPrefix(name)
      && !(dropFirst(name.count).first.map { $0.isLetter || "_-".contains($0) } ?? false)
  }
}
