internal import Model
internal import SourceText

/// An expression whose value rows test, and its values cut where tests can tell them apart.
struct Column: Sendable {
  let expression: Expression
  /// As the author would name it.
  let name: String
  let regions: Regions

  /// The fact that the column shows as it is; nil where it is computed.
  var fact: ID<Fact>? {
    if case .fact(let fact) = expression.kind { fact } else { nil }
  }
}

/// For each column the regions that are meant.
typealias Box = [Bits]
