import Model
import SourceText
import Syntax

// Legal clocks that live on the case.
extension Lowering {
  mutating func lowerPeriods() {
    var names = DeclaredNames()
    for tree in tree.periods {
      names.declare(tree.name, as: .period, into: &diagnostics)
      lower(tree)
    }
  }

  private mutating func lower(_ tree: PeriodTree) {
    let starts = tree.starts.compactMap { start($0) }
    let longer = self.longer(tree)
    let pauses = tree.pausedIn.compactMap { state($0, from: nil) }
    let bases = self.bases(tree.basis)
    let length = tree.length.flatMap { term($0) }
    guard let length, let expiry = eventIDs["expired.\(tree.name.value)"] else { return }
    _ = periods.add(
      Period(
        name: tree.name.value, title: title(tree.title, tree.name), starts: starts,
        choice: tree.choice?.value == "earliest" ? .earliest : .latest, length: length,
        extension: longer, pausedIn: pauses, expiry: expiry, basis: bases,
        span: tree.name.span))
  }

  /// A date or a moment, which may be null.
  private mutating func start(_ scalar: ScalarText) -> Expression? {
    guard let expression = expression(scalar) else { return nil }
    switch expression.type.unwrapped {
    case .date, .dateTime: return expression
    default:
      diagnostics.report(.notAStart(scalar))
      return nil
    }
  }

  private mutating func longer(_ tree: PeriodTree) -> Period.Extension? {
    let agreed = tree.extendWhen.flatMap { condition($0) }
    guard let until = tree.extendUntil else { return nil }
    return expression(until, expecting: .optional(.date)).map {
      Period.Extension(condition: agreed, until: $0)
    }
  }
}

extension Diagnostic {
  fileprivate static func notAStart(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .notADate,
      Bilingual(
        en: "`\(scalar.text)` is neither a date nor a moment",
        zh: "`\(scalar.text)` 既不是日期也不是时刻"),
      at: scalar.span,
      help: Bilingual(
        en: "name a fact of type date or date-time that starts the period",
        zh: "请写开始期间的日期或时刻事实"))
  }
}
