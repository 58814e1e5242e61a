package import SourceText

/// What a YAML file of ours is, told by its first words: so that one given in place of another is
/// said to be that, once, and not searched for a hundred unknown keys.
enum FileKind {
  case rulebook
  /// A further file of a rulebook.
  case part
  case cases
  case calendar

  /// Nil where the keys do not tell.
  init?(of node: YAMLNode) {
    if node["case"] != nil || node["cases"] != nil {
      self = .cases
    } else if node["calendar"] != nil, node["years"] != nil {
      self = .calendar
    } else if node["rulebook"] != nil, node["journal"] == nil, node["expect"] == nil {
      self = .rulebook
    } else {
      return nil
    }
  }

  var noun: Bilingual {
    switch self {
    case .rulebook: Bilingual(en: "a rulebook", zh: "规则书")
    case .part: Bilingual(en: "a file of a rulebook", zh: "规则书的一个文件")
    case .cases: Bilingual(en: "a case file", zh: "案件文件")
    case .calendar: Bilingual(en: "a calendar", zh: "日历")
    }
  }

  /// Whether a file is plainly of another kind than the one that is needed, which is reported.
  static func isOther(
    than needed: FileKind, _ node: YAMLNode, into diagnostics: inout Diagnostics
  ) -> Bool {
    guard let kind = FileKind(of: node), kind != needed, let key = node.mapping?.first?.key else {
      return false
    }
    let (found, wanted) = (kind.noun, needed.noun)
    diagnostics.report(
      Diagnostic(
        .otherKindOfFile,
        Bilingual(
          en: "the file is \(found.en), where \(wanted.en) is needed",
          zh: "此处需要\(wanted.zh)，而这个文件是\(found.zh)"),
        at: key.span,
        help: Bilingual(
          en: "name \(wanted.en) here, or look at the order of the files",
          zh: "请指定\(wanted.zh)，或检查文件的先后次序")))
    return true
  }
}

/// What a file of ours is, where its keys tell: `a case file`; for readers of files of other kinds.
package func kindOfFile(_ node: YAMLNode) -> Bilingual? { FileKind(of: node)?.noun }
