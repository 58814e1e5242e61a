internal import Model
internal import SourceText

// Functions that make one value of a list's (DMN 1.5, 10.3.4.4). They take a list or its elements.
// Of an empty list only `count` and `mode` have a value.
extension Call {
  func summarize() throws(Fault) -> Value {
    let values = try values()
    switch function {
    case .count: return .number(Number(try list(0).count))
    case .min: return try require(try sorted(values).first)
    case .max: return try require(try sorted(values).last)
    case .sum: return .number(try sum(try numbers(values)))
    case .mean: return .number(try mean(try numbers(values)))
    case .median: return .number(try median(try numbers(values)))
    case .mode: return .list(try mode(try numbers(values)))
    case .stddev: return .number(try deviation(try numbers(values)))
    case .product:
      return .number(
        try folded(try numbers(values)) { left, right throws(NumberFault) in try left * right })
    default: preconditionFailure("a summary")
    }
  }

  /// In ascending order; equal values stay in the order they were.
  func sorted(_ values: [Value]) throws(Fault) -> [Value] {
    for value in values { try value.requireNotNull(at: span(0)) }
    return values.enumerated().sorted { left, right in
      if left.element.precedes(right.element) == true { return true }
      return right.element.precedes(left.element) == false && left.offset < right.offset
    }.map(\.element)
  }

  private func numbers(_ values: [Value]) throws(Fault) -> [Number] {
    var numbers: [Number] = []
    numbers.reserveCapacity(values.count)
    for value in values { numbers.append(try value.number(at: span(0))) }
    return numbers
  }

  private func folded(
    _ numbers: [Number], _ combine: (Number, Number) throws(NumberFault) -> Number
  ) throws(Fault) -> Number {
    var result = try require(numbers.first)
    for number in numbers.dropFirst() {
      result = try computing { () throws(NumberFault) in try combine(result, number) }
    }
    return result
  }

  private func sum(_ numbers: [Number]) throws(Fault) -> Number {
    try folded(numbers) { left, right throws(NumberFault) in try left + right }
  }

  private func mean(_ numbers: [Number]) throws(Fault) -> Number {
    let sum = try sum(numbers)
    return try computing { () throws(NumberFault) in try sum / Number(numbers.count) }
  }

  /// The middle one, or the mean of the two in the middle.
  private func median(_ numbers: [Number]) throws(Fault) -> Number {
    let sorted = numbers.sorted()
    if sorted.isEmpty { throw outside() }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? try mean([sorted[middle - 1], sorted[middle]]) : sorted[middle]
  }

  /// The numbers that occur most often, in ascending order.
  private func mode(_ numbers: [Number]) throws(Fault) -> [Value] {
    var runs: [(number: Number, length: Int)] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.number == number {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((number, 1))
      }
    }
    let longest = runs.map(\.length).max()
    return runs.filter { $0.length == longest }.map { .number($0.number) }
  }

  /// The sample's standard deviation: of at least two numbers.
  private func deviation(_ numbers: [Number]) throws(Fault) -> Number {
    guard numbers.count > 1 else { throw outside() }
    let mean = try mean(numbers)
    return try computing { () throws(NumberFault) in
      var squares = Number.zero
      for number in numbers {
        let distance = try number - mean
        squares = try squares + distance * distance
      }
      return try (squares / Number(numbers.count - 1)).squareRoot()
    }
  }
}
