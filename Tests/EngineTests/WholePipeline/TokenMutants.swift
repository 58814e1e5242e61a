import TestSupport

/// A text's tokens, and the texts that come of dropping, doubling or swapping one.
struct TokenMutants {
  private let tokens: [String]

  init(of text: String) {
    var tokens: [String] = []
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        tokens.append(String(character))
      }
    }
    if !word.isEmpty { tokens.append(word) }
    self.tokens = tokens
  }

  func sampled(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    var mutants: [String] = []
    for kind in 0..<3 {
      let places = (0..<tokens.count).shuffled(using: &generator).prefix(count)
      mutants += places.map { mutant(kind, at: $0) }
    }
    return mutants
  }

  private func mutant(_ kind: Int, at place: Int) -> String {
    var changed = tokens
    switch kind {
    case 0: changed.remove(at: place)
    case 1: changed.insert(tokens[place], at: place)
    default: changed.swapAt(place, (place + 1) % tokens.count)
    }
    return changed.joined()
  }
}
