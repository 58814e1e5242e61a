import SourceText

extension Reading where Value == ValueTree {
  /// A scalar, computed text (`{is: EXPR}`), a list or a record of such.
  static var value: Reading {
    Reading(.value) { slot, diagnostics in readValue(slot, &diagnostics) }
  }
}

extension Reading where Value == [(name: Located<String>, value: ValueTree)] {
  /// `{name: value}`.
  static var values: Reading {
    .entries(by: .name, of: .value) { (name: $0, value: $1) }
  }
}

/// A value as written.
private func readValue(_ slot: Slot, _ diagnostics: inout Diagnostics) -> ValueTree? {
  switch slot.node.content {
  case .scalar:
    return slot.scalar(.value, mayBeEmpty: true, into: &diagnostics).map(ValueTree.scalar)
  case .sequence(let items):
    return .list(items.compactMap { readValue(slot.item($0), &diagnostics) }, slot.node.span)
  case .mapping(let entries):
    if let computed = slot.node.entry(named: "is") {
      return readComputed(computed, among: entries, slot.node.span, &diagnostics)
    }
    let fields = Reading<[(name: Located<String>, value: ValueTree)]>.values
    return fields.read(slot, &diagnostics).map { .record($0, slot.node.span) }
  }
}

private func readComputed(
  _ computed: YAMLEntry, among entries: [YAMLEntry], _ span: Span, _ diagnostics: inout Diagnostics
) -> ValueTree? {
  for other in entries where other.key.text != "is" {
    diagnostics.report(.besideComputed(other, computed))
  }
  let expression = Reading<ScalarText>.expression.read(Slot(computed), &diagnostics)
  return expression.map { .computed($0, span) }
}

extension Reading where Value == MessageTree {
  /// Words for people, or computed ones: `{is: EXPR}`.
  static var message: Reading {
    let shape = Shape.either([.text, .form(FormReference { Forms.computed.outline })])
    let text = Reading<TitleTree>.text
    let computed = Reading<ScalarText?>.form(Forms.computed)
    return Reading(shape) { slot, diagnostics in
      if slot.node["is"] != nil {
        return computed.read(slot, &diagnostics)?.map(MessageTree.computed)
      }
      return text.read(slot, &diagnostics).map(MessageTree.fixed)
    }
  }
}

extension Reading where Value == TestTree {
  /// A cell: tests in one scalar, or a YAML list of alternatives.
  static var test: Reading {
    Reading(.test) { slot, diagnostics in
      guard let items = slot.node.sequence else {
        return slot.scalar(.test, into: &diagnostics).map(TestTree.scalar)
      }
      if let range = items.first?.scalar, items.count == 1, slot.node.isFlow,
        range.style == .plain, range.text.contains("..")
      {
        diagnostics.report(.listForRange(slot, range))
      }
      let tests = items.compactMap { slot.item($0).scalar(.test, into: &diagnostics) }
      if items.isEmpty { slot.refuse(.test, into: &diagnostics) }
      return tests.isEmpty ? nil : .alternatives(tests, slot.node.span)
    }
  }
}
