import Model

/// What a function takes and gives. A function may have several, told apart by how many arguments
/// there are, their names and their types.
struct Signature: Sendable {
  /// A type, or a shape with one type left open (`T`), which the arguments settle.
  indirect enum Shape: Sendable {
    case exactly(ValueType)
    /// T itself.
    case open
    case list(Shape)
    case range(Shape)
    /// T, but a number makes an integer: what rounding to whole units gives.
    case whole
    /// T, but an integer makes a number: what a mean or rounding to some places gives.
    case fraction
    /// T without any lists around it.
    case innermost
  }

  /// What T may be.
  enum Bound: Sendable {
    case anything
    /// anything but null
    case something
    /// number, integer or money
    case numeric
    /// number or integer
    case plainNumber
    /// a type that `<` compares
    case ordered
  }

  struct Parameter: Sendable {
    var name: String
    var shape: Shape
    var isOptional = false
  }

  var function: Builtin
  var parameters: [Parameter]
  var result: Shape
  var bound: Bound = .anything
  /// The last parameter may be given several times.
  var repeats = false
  /// All arguments become one list: `min(a, b)` is `min([a, b])`.
  var gathers = false

  /// How many arguments may be given.
  var counts: ClosedRange<Int> {
    let least = parameters.count { !$0.isOptional }
    return least...(repeats ? .max : parameters.count)
  }

  func parameter(_ index: Int) -> Parameter {
    parameters[min(index, parameters.count - 1)]
  }

  /// The position of each argument, by the names given; nil where names or number are wrong.
  func places(_ names: [String?]) -> [Int]? {
    guard counts.contains(names.count) else { return nil }
    guard names.contains(where: { $0 != nil }) else { return Array(names.indices) }
    var places: [Int] = []
    for name in names {
      guard let name, let place = parameters.firstIndex(where: { $0.name == name }),
        !places.contains(place)
      else { return nil }
      places.append(place)
    }
    // What is left out has to be at the end: arguments are known by position from here on.
    return places.sorted() == Array(0..<places.count) ? places : nil
  }

  /// As a rulebook's author reads it: `substring(string: text, start position: integer, …)`.
  func text(_ wording: TypeWording) -> String {
    let parts = parameters.map { parameter in
      let text = "\(parameter.name): \(self.text(parameter.shape, wording))"
      return parameter.isOptional ? "[\(text)]" : text
    }
    return "\(function.rawValue)(\(parts.joined(separator: ", "))\(repeats ? ", …" : ""))"
  }

  func text(_ shape: Shape, _ wording: TypeWording) -> String {
    switch shape {
    case .exactly(let type): return wording.text(type)
    case .list(let element): return "list of \(text(element, wording))"
    case .range(let bound): return "range of \(text(bound, wording))"
    case .open, .whole, .fraction, .innermost:
      switch bound {
      case .anything, .something: return "anything"
      case .numeric: return "number or money"
      case .plainNumber: return "number"
      case .ordered: return "anything ordered"
      }
    }
  }
}
