import Foundation
import Model
import Testing

/// Vectors that Python's `decimal` computed (Scripts/number-vectors.py): an implementation that
/// shares nothing with ours.
@Suite struct NumberVectorTests {
  struct Vector {
    var line: Int
    var operation: String
    var operands: [String]
    var result: String
  }

  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Vectors/numbers.txt")
    guard let text = try? String(contentsOf: file, encoding: .ascii) else { return [] }
    return text.split(separator: "\n").enumerated().compactMap { index, line in
      let sides = line.split(separator: " = ").map(String.init)
      guard !line.hasPrefix("#"), sides.count == 2 else { return nil }
      var words = sides[0].split(separator: " ").map(String.init)
      let operation = words.removeFirst()
      return Vector(line: index + 1, operation: operation, operands: words, result: sides[1])
    }
  }()

  /// The operation and how many vectors there are of it at least, so that none is skipped unseen.
  @Test(arguments: [
    ("add", 1000), ("sub", 1000), ("mul", 1000), ("div", 1000), ("cmp", 1000), ("mod", 500),
    ("pow", 1000), ("sqrt", 300), ("exp", 300), ("ln", 200), ("round", 1000), ("text", 200),
    ("cut", 100),
  ])
  func everyOperationAgreesWithDecimal(operation: String, least: Int) throws {
    let vectors = Self.vectors.filter { $0.operation == operation }
    #expect(vectors.count >= least)
    for vector in vectors {
      let result = try Self.result(of: vector)
      if result != Self.expected(vector) {
        let call = vector.operands.joined(separator: " ")
        Issue.record(
          "line \(vector.line): \(operation) \(call) is \(vector.result), not \(result)")
      }
    }
  }

  @Test func everyVectorIsOfAnOperationThatIsTested() {
    let known: Set = [
      "add", "sub", "mul", "div", "cmp", "mod", "pow", "sqrt", "exp", "ln", "round", "text", "cut",
    ]
    #expect(Set(Self.vectors.map(\.operation)) == known)
  }

  /// The vector's result as our own text, so that only the value is compared.
  private static func expected(_ vector: Vector) -> String {
    if vector.operation == "text" { return vector.result }
    return Number(literal: vector.result, exponentAllowed: true)?.description ?? vector.result
  }

  private static func result(of vector: Vector) throws -> String {
    let operands = vector.operands
    switch vector.operation {
    case "text": return try number(operands[0]).description
    case "cut":
      #expect(Number(literal: operands[0]) == nil, "line \(vector.line) loses digits")
      return Number(literal: operands[0], roundingAllowed: true)?.description ?? "none"
    case "round":
      let mode = try #require(Rounding(rawValue: operands[0]))
      let scale = try #require(Int(operands[2]))
      return try outcome { try number(operands[1]).rounded(mode, scale: scale) }
    case "cmp": return try order(number(operands[0]), number(operands[1]))
    default: return try outcome { try compute(vector.operation, operands.map(number)) }
    }
  }

  private static func compute(_ operation: String, _ operands: [Number]) throws -> Number {
    switch operation {
    case "add": try operands[0] + operands[1]
    case "sub": try operands[0] - operands[1]
    case "mul": try operands[0] * operands[1]
    case "div": try operands[0] / operands[1]
    case "mod": try operands[0].modulo(operands[1])
    case "pow": try operands[0].raised(to: operands[1])
    case "sqrt": try operands[0].squareRoot()
    case "exp": try operands[0].exponential()
    case "ln": try operands[0].logarithm()
    default: try #require(nil as Number?, "no such operation: \(operation)")
    }
  }

  private static func order(_ left: Number, _ right: Number) -> String {
    let isEqual = left == right
    #expect(isEqual == (right == left))
    #expect((left < right) == (right > left))
    if isEqual { #expect(left.hashValue == right.hashValue) }
    return isEqual ? "=" : left < right ? "<" : left > right ? ">" : "none"
  }

  private static func number(_ literal: String) throws -> Number {
    try #require(Number(literal: literal, exponentAllowed: true), "\(literal)")
  }

  private static func outcome(_ compute: () throws -> Number) throws -> String {
    do {
      return try compute().description
    } catch NumberFault.divisionByZero {
      return "!zero"
    } catch NumberFault.overflow {
      return "!overflow"
    } catch NumberFault.domain {
      return "!domain"
    }
  }
}
