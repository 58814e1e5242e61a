import Model

/// What a plain table comes to for all that its facts may be.
struct PlainOutcomes {
  private let table: PlainTable
  private var results: [PlainTable.Result] = []

  init(_ table: PlainTable) {
    self.table = table
    var count = 1
    for _ in 0..<table.factCount { count *= table.size }
    for number in 0..<count {
      var rest = number
      var facts: [Int] = []
      for _ in 0..<table.factCount {
        facts.append(rest % table.size)
        rest /= table.size
      }
      results.append(table.result(facts))
    }
  }

  /// What may be said while some facts are unknown, by trying all they may be.
  func prediction(_ facts: [Int?]) -> PlainPrediction {
    var completions = [0]
    var places: [(fact: Int, place: Int)] = []
    var place = 1
    for (fact, value) in facts.enumerated() {
      if let value {
        completions = completions.map { $0 + value * place }
      } else {
        places.append((fact, place))
        completions = completions.flatMap { base in
          (0..<table.size).map { base + $0 * place }
        }
      }
      place *= table.size
    }
    let allowed = completions.filter(isAllowed)
    var prediction = PlainPrediction(isBroken: allowed.count < completions.count)
    guard let first = allowed.first else { return prediction }
    if allowed.allSatisfy({ results[$0] == results[first] }) {
      prediction.result = results[first]
    } else {
      prediction.questions = places.filter { matters($0.place, allowed) }.map(\.fact)
    }
    return prediction
  }

  /// A unique table promises that no two rows match together: what breaks the promise is not taken
  /// to happen.
  private func isAllowed(_ completion: Int) -> Bool {
    table.policy != .unique || results[completion] != .conflict
  }

  private func matters(_ place: Int, _ allowed: [Int]) -> Bool {
    allowed.contains { one in
      let value = one / place % table.size
      return (0..<table.size).contains { other in
        let neighbour = one + (other - value) * place
        return isAllowed(neighbour) && results[neighbour] != results[one]
      }
    }
  }
}

struct PlainPrediction {
  /// For some values of the unknown facts the policy's promise is broken.
  var isBroken: Bool
  /// The one result of all completions; nil if they differ, or none is allowed.
  var result: PlainTable.Result?
  /// Unknown facts on which, for some values of the others, the result depends.
  var questions: [Int] = []
}
