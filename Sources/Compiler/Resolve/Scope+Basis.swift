package import Model
package import SourceText

extension Scope {
  /// What `because` and `law` refer to: laws by id, `reported`, `local`. Unknown ones are reported
  /// and left out.
  package func basis(
    _ names: [Located<String>], into diagnostics: inout Diagnostics
  ) -> [Basis] {
    names.compactMap { name in
      if let law = laws[name.value] { return .law(law) }
      switch name.value {
      case "reported": return .reported
      case "local": return .local
      default:
        diagnostics.report(.unknownLaw(name, among: lawNames))
        return nil
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownLaw(
    _ name: Located<String>, among laws: [String]
  ) -> Diagnostic {
    let mend = near(name, laws + ["reported", "local"])
    return Diagnostic(
      .unknownLaw,
      Bilingual(en: "no law is called `\(name.value)`", zh: "没有名为 `\(name.value)` 的法条"),
      at: name.span,
      help: mend?.help
        ?? Bilingual(
          en: "declare it under `laws`, or write `reported` or `local`",
          zh: "请在 `laws` 下声明，或写 `reported` 或 `local`"),
      fix: mend?.fix)
  }
}
