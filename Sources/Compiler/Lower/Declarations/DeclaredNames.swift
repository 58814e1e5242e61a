import SourceText

/// The names declared in one namespace, to find names given twice and names that look the same.
///
/// Facts, variables and decisions share a namespace, because expressions name them alike; states,
/// events, roles and so on have each their own.
struct DeclaredNames {
  fileprivate struct Declaration {
    var kind: NameKind
    var name: Located<String>
  }

  private var byName = NameTable<Declaration>()
  private var byLook = NameTable<Declaration>()

  /// Takes the next name; reports it where it is taken, or looks like one that is.
  mutating func declare(
    _ name: Located<String>, as kind: NameKind, into diagnostics: inout Diagnostics
  ) {
    let declaration = Declaration(kind: kind, name: name)
    if let earlier = byName[name.value] {
      if earlier.kind != kind { diagnostics.report(.nameTaken(declaration, earlier)) }
      return
    }
    byName[name.value] = declaration
    let look = SameLook.folded(name.value)
    if let earlier = byLook[look] {
      diagnostics.report(.lookAlikeNames(name, earlier.name))
    } else {
      byLook[look] = declaration
    }
  }
}

extension Diagnostic {
  fileprivate static func nameTaken(
    _ later: DeclaredNames.Declaration, _ earlier: DeclaredNames.Declaration
  ) -> Diagnostic {
    let name = later.name.value
    return Diagnostic(
      .nameTaken,
      Bilingual(
        en: "`\(name)` is already the name of a \(earlier.kind.noun.en)",
        zh: "`\(name)` 已经是一个\(earlier.kind.noun.zh)的名称"),
      at: later.name.span,
      labels: [Label(earlier.name.span, Bilingual(en: "declared here", zh: "在此声明"))],
      help: Bilingual(
        en: "give the \(later.kind.noun.en) another name",
        zh: "请给这个\(later.kind.noun.zh)另取名称"))
  }

  fileprivate static func lookAlikeNames(
    _ later: Located<String>, _ earlier: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .lookAlikeNames,
      Bilingual(
        en: "`\(later.value)` and `\(earlier.value)` are two names that look like one",
        zh: "`\(later.value)` 与 `\(earlier.value)` 是两个看起来一样的名称"),
      at: later.span,
      labels: [Label(earlier.span, Bilingual(en: "the other one", zh: "另一个在此"))],
      help: Bilingual(
        en: "write them alike if one thing is meant, else give one another name",
        zh: "同指一物请统一写法，否则请改掉其中一个"))
  }
}
