import SourceText

extension Forms {
  /// `uncovered: {分流.治安: 此类案件另有系统办理}` (docs/coverage.md).
  static let uncoveredKey: Key<RulebookTree> = Key(
    "uncovered", .untried, not: ["not_covered", "coverage", "未覆盖"],
    en: "rows and transitions that no case tries, and why", zh: "没有案件验证的行和转移，及原因"
  ) { $0.uncovered = $1 }
}

extension Reading where Value == [UncoveredTree] {
  /// Names with arrows and blanks in them, as the coverage report gives them.
  fileprivate static var untried: Reading {
    .entries(by: .word("route.minor"), of: .text) { UncoveredTree(name: $0, reason: $1) }
  }
}
