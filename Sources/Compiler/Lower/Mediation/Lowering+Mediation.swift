import Model
import SourceText
import Syntax

// What the forms of mediation say, kept for those who tell about a case in its own words.
extension Lowering {
  mutating func mediation(in program: Program) -> Mediation {
    var mediation = Mediation()
    mediation.settings = settings()
    mediation.measures = measures
    mediation.outcomes = outcomes
    addForms(to: &mediation, in: program)
    mediation.levels = levels
    return mediation
  }

  /// Settings, and periods whose length a place has set.
  private func settings() -> [Setting] {
    let settings = tree.mediation.settings.compactMap { tree in
      tree.value.map { setting(tree.name, tree.title, $0, declared: tree.declaredValue) }
    }
    let periods = tree.periods.compactMap { tree -> Setting? in
      guard let declared = tree.declaredLength, let length = tree.length else { return nil }
      return setting(tree.name, tree.title, length, declared: declared)
    }
    return settings + periods
  }

  private func setting(
    _ name: Located<String>, _ title: TitleTree?, _ value: ScalarText, declared: ScalarText?
  ) -> Setting {
    Setting(
      name: name.value, title: self.title(title, name), value: value.text, span: value.span,
      declaredValue: declared?.text, declaration: name.span)
  }
}
