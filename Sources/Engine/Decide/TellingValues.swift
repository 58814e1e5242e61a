internal import Model
internal import SourceText

/// Values of a fact of which one, at least, goes with every value it may have: all of them where
/// they are few, else one for each stretch between the constants it is compared with.
struct TellingValues {
  private let known: KnownCase

  init(_ known: KnownCase) {
    self.known = known
  }

  /// Nil if they are more than the limit, or the decision does more with the fact than compare it
  /// with constants.
  func of(_ fact: ID<Fact>, in decision: ID<Decision>, limit: Int) -> [Value]? {
    let declared = known.program.facts[fact]
    guard
      var values = all(of: declared.type.unwrapped) ?? stretches(of: fact, declared, in: decision)
    else { return nil }
    if let minimum = declared.minimum { values.removeAll { $0.precedes(minimum) == true } }
    if let maximum = declared.maximum { values.removeAll { maximum.precedes($0) == true } }
    if declared.type.isOptional { values.append(.null) }
    return values.isEmpty || values.count > limit ? nil : values
  }

  private func all(of type: ValueType) -> [Value]? {
    switch type {
    case .boolean: return [.boolean(false), .boolean(true)]
    case .enumeration(let id):
      return known.program.enumerations[id].words.indices.map { .word(id, $0) }
    case .null, .nothing: return []
    default: return nil
    }
  }

  private func stretches(
    of fact: ID<Fact>, _ declared: Fact, in decision: ID<Decision>
  ) -> [Value]? {
    var search = ConstantSearch(fact: fact, known: known)
    search.visit(decision)
    guard !search.isOpaque else { return nil }
    var constants = search.constants
    for bound in [declared.minimum, declared.maximum] {
      if let bound { constants.append(bound) }
    }
    return Stretches(constants, type: declared.type.unwrapped, isOrderRead: search.isOrderRead)
      .values
  }
}
