import SourceText

/// Which form of mediation a part of the core came from, told by its place: what a form makes has
/// the form's own.
struct FormOrigins {
  private struct Form {
    var span: Span
    var name: String
  }

  private var forms: [Form] = []

  init(_ tree: MediationTree) {
    add("settings", tree.settings.map { ($0.name, $0.span) })
    add("consents", tree.consents.map { ($0.name, $0.span) })
    add("rights", tree.rights.map { ($0.name, $0.span) })
    add("slots", tree.slots.map { ($0.name, $0.span) })
    add("fill", tree.fills.map { ($0.slot, $0.span) })
    add("scripts", tree.scripts.map { ($0.name, $0.span) })
    add("scales", tree.scales.map { ($0.name, $0.span) })
    add("measures", tree.measures.map { ($0.name, $0.span) })
    if let parties = tree.parties { forms.append(Form(span: parties.span, name: "parties")) }
    if let screen = tree.screen {
      forms.append(Form(span: screen.span, name: "screen"))
      add("screen", screen.lines.map { ($0.name, $0.span) })
    }
    if let ladder = tree.ladder {
      forms.append(Form(span: ladder.span, name: "ladder"))
      add("ladder", ladder.levels.map { ($0.id, $0.span) })
    }
  }

  private mutating func add(_ section: String, _ named: [(name: Located<String>, span: Span)]) {
    for (name, span) in named {
      forms.append(Form(span: span.covering(name.span), name: "\(section): \(name.value)"))
    }
  }

  /// The innermost form that holds a place; nil where it is the author's own, or where what stands
  /// around it (`outer`) came from that form already.
  func form(at place: Span, within outer: Span?) -> String? {
    let form = innermost(place)
    return form == outer.flatMap(innermost) ? nil : form
  }

  private func innermost(_ place: Span) -> String? {
    forms.filter { $0.span.holds(place) }.min { $0.span.length < $1.span.length }?.name
  }
}

extension Span {
  fileprivate var length: UInt32 { end - start }

  fileprivate func holds(_ other: Span) -> Bool {
    source == other.source && start <= other.start && other.end <= end
  }

  /// With the name that stands before it in the same file.
  fileprivate func covering(_ name: Span) -> Span {
    name.source == source ? union(name) : self
  }
}
