import Model

extension Signature {
  /// What the arguments make of `T`: nil as long as none has settled it.
  struct Binding {
    var type: ValueType?

    /// Takes the type in; false if there is nothing it has in common with what came before.
    mutating func settle(_ type: ValueType) -> Bool {
      guard let joined = (self.type ?? .nothing).joined(type) else { return false }
      self.type = joined
      return true
    }
  }

  /// Whether an argument's type suits a parameter, settling T on the way.
  func accepts(_ type: ValueType, as shape: Shape, _ binding: inout Binding) -> Bool {
    switch (shape, type) {
    case (.exactly(let expected), _): type.fits(expected)
    case (.list, .nothing): true
    case (.list(let shape), .list(let element)): accepts(element, as: shape, &binding)
    case (.range(let shape), .range(let bound)): accepts(bound, as: shape, &binding)
    case (.list, _), (.range, _): false
    case (.open, _), (.whole, _), (.fraction, _), (.innermost, _): binding.settle(type)
    }
  }

  /// Whether what T came to is within its bound. Nothing but empty lists is within any.
  func allows(_ type: ValueType?, isOrdered: (ValueType) -> Bool) -> Bool {
    guard let type, type != .nothing else { return true }
    switch bound {
    case .anything: return true
    case .something: return !type.isOptional
    case .numeric: return type.isNumeric
    case .plainNumber: return type == .number || type == .integer
    case .ordered: return isOrdered(type)
    }
  }

  /// The type of a shape once T is settled; nil while it is not and matters.
  func type(_ shape: Shape, _ binding: Binding) -> ValueType? {
    switch shape {
    case .exactly(let type): type
    case .list(let shape): type(shape, binding).map { .list($0) }
    case .range(let shape): type(shape, binding).map { .range($0) }
    case .open: binding.type
    case .whole: binding.type.map { $0 == .money ? .money : .integer }
    case .fraction: binding.type.map { $0 == .integer ? .number : $0 }
    case .innermost: binding.type?.innermost
    }
  }

  /// What the call gives.
  func resultType(_ binding: Binding) -> ValueType {
    type(result, Binding(type: binding.type ?? .nothing)) ?? .nothing
  }
}
