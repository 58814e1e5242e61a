import Model
import SourceText

extension Expression {
  /// What is wrong with the form of a text that is written out in it, by the formats of the type
  /// that it goes into.
  func formatProblem(in type: ValueType) -> Bilingual? {
    guard type.hasFormat else { return nil }
    switch (kind, type.unwrapped) {
    case (.constant(let value), let type):
      return value.formatFault(in: type).map { $0.format.problem($0.fault) }
    case (.list(let items), .list(let element)):
      return items.lazy.compactMap { $0.formatProblem(in: element) }.first
    case (.conditional(_, let one, let other), let type):
      return one.formatProblem(in: type) ?? other.formatProblem(in: type)
    case (.record(let items), .record(let record)):
      return zip(items, record.fields).lazy.compactMap { $0.formatProblem(in: $1.type) }.first
    default: return nil
    }
  }
}
