internal import Model
internal import SourceText

// Functions of lists (DMN 1.5, 10.3.4.4). Positions count from 1, from the end if negative; one
// where no element stands is outside the function's domain.
extension Call {
  func handleList() throws(Fault) -> Value {
    switch function {
    case .listContains: return .boolean(try list(0).contains(arguments[1]))
    case .all: return .boolean(try truths().allSatisfy(\.self))
    case .any: return .boolean(try truths().contains(true))
    case .sublist: return .list(try sublist())
    case .append: return .list(try list(0) + arguments.dropFirst())
    case .concatenate: return .list(try joined())
    case .insertBefore, .remove, .listReplace: return .list(try edited())
    case .reverse: return .list(try list(0).reversed())
    case .indexOf:
      let places = try list(0).enumerated().filter { $0.element == arguments[1] }
      return .list(places.map { .number(Number($0.offset + 1)) })
    case .union: return .list(distinct(try joined()))
    case .distinctValues: return .list(distinct(try list(0)))
    case .flatten: return .list(Call.flattened(try list(0)))
    case .sort: return .list(try sorted(try list(0)))
    default: preconditionFailure("a function of lists")
    }
  }

  private func truths() throws(Fault) -> [Bool] {
    var truths: [Bool] = []
    for value in try values() {
      guard case .boolean(let truth) = value else {
        try value.requireNotNull(at: span(0))
        preconditionFailure("types were checked: booleans")
      }
      truths.append(truth)
    }
    return truths
  }

  /// `sublist(list, start, length)`; the length must be there.
  private func sublist() throws(Fault) -> [Value] {
    let values = try list(0)
    let rest = values[try index(1, in: values)...]
    guard optional(2) != nil else { return Array(rest) }
    let length = try whole(2)
    guard length >= 0, length <= rest.count else { throw outside(2) }
    return Array(rest.prefix(length))
  }

  private func joined() throws(Fault) -> [Value] {
    var result: [Value] = []
    for position in arguments.indices { result += try list(position) }
    return result
  }

  private func edited() throws(Fault) -> [Value] {
    var values = try list(0)
    let index = try index(1, in: values)
    switch function {
    case .insertBefore: values.insert(arguments[2], at: index)
    case .listReplace: values[index] = arguments[2]
    default: values.remove(at: index)
    }
    return values
  }

  private func index(_ position: Int, in values: [Value]) throws(Fault) -> Int {
    let place = try whole(position)
    let index = place > 0 ? place - 1 : values.count + place
    guard place != 0, values.indices.contains(index) else { throw outside(position) }
    return index
  }

  /// Each value where it first occurs.
  private func distinct(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func flattened(_ values: [Value]) -> [Value] {
    values.flatMap { value in
      if case .list(let inner) = value { flattened(inner) } else { [value] }
    }
  }
}
