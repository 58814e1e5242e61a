/// The language as data: every mapping it has, with its keys, for the JSON Schema and for docs.
package enum LanguageForms {
  /// What a whole file may be: a rulebook, a further file of one, a case, several cases, a
  /// calendar.
  package static let files: [FormOutline] = [
    Forms.rulebook.outline, Forms.part.outline, Forms.caseFile.outline, Forms.caseList.outline,
    Forms.calendar.outline,
  ]

  /// The files' forms and all that stand in them, each once, outer ones first.
  package static let all = all(from: files)

  /// Some forms and all that stand in them, each once, outer ones first.
  static func all(from forms: [FormOutline]) -> [FormOutline] {
    var found = forms
    var next = 0
    while next < found.count {
      for form in found[next].mentioned where !found.contains(where: { $0.name == form.name }) {
        found.append(form)
      }
      next += 1
    }
    return found
  }
}

extension FormOutline {
  /// The forms that its keys and its short form lead to.
  fileprivate var mentioned: [FormOutline] {
    (keys.map(\.shape) + [short].compactMap { $0 }).flatMap(\.mentioned)
  }
}

extension Shape {
  fileprivate var mentioned: [FormOutline] {
    switch self {
    case .form(let form): [form.outline]
    case .list(let one), .oneOrMore(let one): one.mentioned
    case .entries(let key, let value): key.mentioned + value.mentioned
    case .either(let shapes): shapes.flatMap(\.mentioned)
    case .text: [Forms.title.outline]
    case .type: [Forms.compositeType.outline, Forms.enumWord.outline]
    case .value: [Forms.computed.outline]
    default: []
    }
  }
}
