import Model
import SourceText
import Syntax

// Contexts, `{a: 1, b: a + 1}`. An entry sees the entries before it, under their names (DMN 1.5,
// 10.3.2.6). What it sees is written out where the name stands: expressions have no effects, so
// that a name and what it stands for are the same thing to all who read them.
extension Typing {
  mutating func typeRecord(
    _ entries: [ExpressionTree.Entry], _ span: Span, hint: ValueType?
  ) -> Expression? {
    if case .record(let record)? = hint?.unwrapped {
      return typeRecord(entries, span, as: record)
    }
    let outside = locals
    defer { locals = outside }
    var fields: [RecordType.Field] = []
    var values: [Expression] = []
    for entry in entries {
      let value = type(entry.value)
      locals.append(Local(name: entry.name.value, entry: value))
      guard let value else { continue }
      fields.append(RecordType.Field(name: entry.name.value, type: value.type))
      values.append(value)
    }
    guard values.count == entries.count else { return nil }
    return Expression(.record(values), type: .record(RecordType(fields: fields)), span: span)
  }

  /// A record of a known type: its fields in the type's order, an optional one left out is null.
  private mutating func typeRecord(
    _ entries: [ExpressionTree.Entry], _ span: Span, as record: RecordType
  ) -> Expression? {
    guard areFields(entries.map(\.name), of: record, span) else { return nil }
    let outside = locals
    defer { locals = outside }
    var values: [String: Expression] = [:]
    for entry in entries {
      guard let index = record.index(of: entry.name.value) else { continue }
      let value = require(entry.value, record.fields[index].type)
      locals.append(Local(name: entry.name.value, entry: value))
      values[entry.name.value] = value
    }
    guard values.count == entries.count else { return nil }
    let parts = record.fields.map {
      values[$0.name] ?? Expression(.constant(.null), type: .null, span: span)
    }
    return Expression(.record(parts), type: .record(record), span: span)
  }

  /// What an entry's name stands for, written out where the name is. Nil where the entry has a
  /// fault, and with a finding where more would come out than any reader should have to follow.
  mutating func writtenOut(_ entry: Local, at name: Located<String>) -> Expression? {
    guard let kind = entry.kind, writtenOut <= Self.partsAtMost else { return nil }
    let value = Expression(kind, type: entry.type, span: name.span)
    let size = value.size
    writtenOut += size.parts
    guard size.levels <= Self.levelsAtMost, writtenOut <= Self.partsAtMost else {
      report(.contextTooLarge(name, levels: Self.levelsAtMost, parts: Self.partsAtMost))
      return nil
    }
    return narrowed(value)
  }

  /// How deep the expression behind a name may be nested: as deep as one that is written.
  private static let levelsAtMost = 200
  /// How much may be written out in one expression: each entry that names the one before it twice
  /// doubles it.
  private static let partsAtMost = 10_000
}

extension Expression {
  /// How many expressions it is made of, itself among them, and how deep they are nested.
  fileprivate var size: (parts: Int, levels: Int) {
    children.reduce(into: (parts: 1, levels: 1)) { whole, child in
      let size = child.size
      whole = (whole.parts + size.parts, max(whole.levels, size.levels + 1))
    }
  }
}

extension Diagnostic {
  fileprivate static func contextTooLarge(
    _ name: Located<String>, levels: Int, parts: Int
  ) -> Diagnostic {
    Diagnostic(
      .expressionTooDeep,
      Bilingual(
        en:
          "`\(name.value)` stands for more than \(levels) levels, or for more than \(parts) parts "
          + "with the other entries that are read here",
        zh: "`\(name.value)` 展开后超过 \(levels) 层，或与此处用到的其他项合计超过 \(parts) 个部分"),
      at: name.span,
      help: Bilingual(
        en: "make a decision of the entry, and name that instead",
        zh: "请把该项写成单独的决策，再引用该决策"))
  }
}
