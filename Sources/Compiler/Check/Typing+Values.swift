import Model
import SourceText
import Syntax

// Value positions: `then`, `set`, `with`, `start` (docs/language.md, "value").
extension Typing {
  mutating func value(_ tree: ValueTree, _ expected: ValueType) -> Expression? {
    switch tree {
    case .scalar(let scalar): return value(scalar, expected)
    case .computed(let scalar, _): return expression(scalar, expected)
    case .list(let elements, let span):
      guard case .list(let element) = expected.unwrapped else {
        report(.notAList(wording.text(expected), at: span))
        return nil
      }
      let items = elements.compactMap { value($0, element) }
      guard items.count == elements.count else { return nil }
      return Expression(.list(items), type: .list(element.withoutFormats), span: span)
    case .record(let entries, let span):
      guard case .record(let record) = expected.unwrapped else {
        report(.notARecord(wording.text(expected), at: span))
        return nil
      }
      return value(entries, record, span)
    }
  }

  private mutating func value(
    _ entries: [(name: Located<String>, value: ValueTree)], _ record: RecordType, _ span: Span
  ) -> Expression? {
    guard areFields(entries.map(\.name), of: record, span) else { return nil }
    var values: [Expression] = []
    for field in record.fields {
      guard let entry = entries.first(where: { $0.name.value == field.name }) else {
        values.append(Expression(.constant(.null), type: .null, span: span))
        continue
      }
      if let value = value(entry.value, field.type) { values.append(value) }
    }
    guard values.count == record.fields.count else { return nil }
    let type = ValueType.record(record).withoutFormats
    return Expression(.record(values), type: type, span: span)
  }

  /// A scalar: the word itself where words are wanted, a day or a duration by its own form, else an
  /// expression.
  private mutating func value(_ scalar: ScalarText, _ expected: ValueType) -> Expression? {
    guard !scalar.isAbsent else {
      report(.nothingWritten(wording.text(expected), at: scalar.span))
      return nil
    }
    let wanted = expected.unwrapped
    if scalar.isNull(expected) {
      let null = Expression(.constant(.null), type: .null, span: scalar.span)
      if expected.isOptional { return null }
      report(.nullLiteral(wording.text(expected), at: scalar.span))
      return nil
    }
    switch wanted {
    case .text: return text(scalar, expected)
    case .formatted(let format):
      guard formatted(scalar, format) else { return nil }
      return Expression(.constant(.text(scalar.text)), type: .text, span: scalar.contentSpan)
    case .enumeration(let enumeration):
      return word(scalar, enumeration).map {
        Expression(.constant($0), type: wanted, span: scalar.contentSpan)
      }
    default:
      return moment(scalar.text, as: wanted, scalar.contentSpan) ?? expression(scalar, expected)
    }
  }

  /// The text itself; one that begins with a double quote is an expression, as DMN has all of them.
  private mutating func text(_ scalar: ScalarText, _ expected: ValueType) -> Expression? {
    if scalar.text.hasPrefix("\"") { return expression(scalar, expected) }
    if scalar.text.contains("\"") {
      if isComputable(scalar) { report(.textNotComputed(scalar)) }
    } else if isPathFromBoundName(scalar.text), isComputable(scalar) {
      report(.nameNotRead(scalar))
    }
    return Expression(.constant(.text(scalar.text)), type: .text, span: scalar.contentSpan)
  }

  /// Whether it is a name that stands for something here, or a path that begins with one: a glance
  /// that spares most texts the reading.
  private func isPathFromBoundName(_ text: String) -> Bool {
    let first = String(text.prefix { $0 != "." })
    return isBound(first) || (first == "event" && scope.payload != nil)
  }

  /// Whether it would be an expression for a text, had it been asked for.
  private func isComputable(_ scalar: ScalarText) -> Bool {
    var trial = self
    trial.diagnostics = Diagnostics()
    guard trial.expression(scalar, .text) != nil else { return false }
    return !trial.diagnostics.hasErrors
  }

  mutating func expression(_ scalar: ScalarText, _ expected: ValueType) -> Expression? {
    let tree = readExpression(scalar, into: &diagnostics)
    guard let expression = require(tree, expected.withoutFormats) else { return nil }
    if let problem = expression.formatProblem(in: expected) {
      report(.brokenFormat(expression.span, problem))
      return nil
    }
    return expression
  }

  /// A word of the enumeration.
  mutating func word(_ scalar: ScalarText, _ enumeration: ID<Enumeration>) -> Value? {
    if let index = scope.index(of: scalar.text, in: enumeration) {
      return .word(enumeration, index)
    }
    let name = Located(scalar.text, at: scalar.contentSpan)
    let isComputable = isBound(String(scalar.text.prefix { $0 != "." }))
    reportUnknown(name, of: enumeration, isComputable: isComputable)
    return nil
  }

  /// A word that the type does not have; of one whose words could not be read nothing is known.
  mutating func reportUnknown(
    _ word: Located<String>, of type: ID<Enumeration>, isComputable: Bool = false
  ) {
    let enumeration = scope.enumerations[type]
    guard !enumeration.words.isEmpty else { return }
    report(.unknownWord(word, of: enumeration, isComputable: isComputable))
  }
}
