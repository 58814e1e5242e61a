/// Makes the choices of whoever builds something: all in turn, or at random.
protocol Choices {
  /// A number from 0 up to, not including, `count`.
  mutating func pick(_ count: Int) -> Int
}

extension Choices {
  mutating func pick<Element>(among elements: [Element]) -> Element {
    elements[pick(elements.count)]
  }

  /// True in one of so many cases.
  mutating func isLucky(oneIn count: Int) -> Bool { pick(count) == 0 }
}

/// Random choices that a seed fixes (SplitMix64).
struct RandomChoices: Choices {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func pick(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(count))
  }
}

/// Every sequence of choices, one after the other, like the wheels of an odometer: what is built
/// from them is then everything that can be built.
struct EveryChoice: Choices {
  private var wheels: [(value: Int, count: Int)] = []
  private var place = 0

  mutating func pick(_ count: Int) -> Int {
    defer { place += 1 }
    if place < wheels.count { return wheels[place].value }
    wheels.append((0, count))
    return 0
  }

  /// Turns on to the next sequence; false if that was the last.
  mutating func next() -> Bool {
    wheels.removeSubrange(place...)
    place = 0
    while let last = wheels.popLast() {
      if last.value + 1 < last.count {
        wheels.append((last.value + 1, last.count))
        return true
      }
    }
    return false
  }

  /// Visits everything that `make` can make.
  static func all<Made>(
    _ make: (inout EveryChoice) -> Made?, _ visit: (Made) throws -> Void
  ) rethrows {
    var choices = EveryChoice()
    repeat {
      if let made = make(&choices) { try visit(made) }
    } while choices.next()
  }
}
