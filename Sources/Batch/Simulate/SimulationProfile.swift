package import Model

/// What made-up cases are like: how often which answer and which event, how long between entries,
/// what each place can take.
package struct SimulationProfile: Sendable {
  /// Chances under the two settings of a profile, in hundred-thousandths of any whole.
  package struct Weight: Hashable, Sendable {
    /// What weighs 1.
    package static let one = 100_000

    package var reported: Int
    package var stress: Int

    package init(reported: Int, stress: Int) {
      self.reported = reported
      self.stress = stress
    }
  }

  /// How a fact or a field of an event is answered.
  package enum Answer: Hashable, Sendable {
    /// By word, text or truth value: its weight.
    case weights([Weighted])
    /// A whole number between two, small ones as often as large ones.
    case between(Int, Int)
  }

  /// An answer as it is written, and its weight.
  package struct Weighted: Hashable, Sendable {
    package var text: String
    package var weight: Weight

    package init(_ text: String, _ weight: Weight) {
      self.text = text
      self.weight = weight
    }
  }

  /// Which of a profile's two rates holds.
  package enum Setting: String, Sendable, CaseIterable {
    case reported
    case stress
  }

  package var first: CalendarDate
  package var last: CalendarDate
  /// By fact, `FACT.FIELD` of the records it holds, or `EVENT.FIELD`.
  package var answers: [String: Answer] = [:]
  /// By event; one that is not here weighs 1.
  package var events: [String: Weight] = [:]
  /// How many of a hundred cases have their checklist answered at the opening.
  package var checklist = 100
  /// Hours between entries, at least and at most.
  package var pause = 1...72
  /// Cases a workday, by place.
  package var capacities: [String: Int] = [:]
  package var setting = Setting.reported

  package init(first: CalendarDate, last: CalendarDate) {
    self.first = first
    self.last = last
  }

  func amount(_ weight: Weight) -> Int {
    setting == .reported ? weight.reported : weight.stress
  }
}

/// Chance that is the same for the same seed and case, whatever comes before.
struct CaseRandom {
  private var state: UInt64

  init(seed: Int, number: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
    state ^= UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to one less than `count`.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  /// Small numbers as often as large ones: the doublings from the lowest are equally likely.
  mutating func between(_ low: Int, _ high: Int) -> Int {
    guard low < high else { return low }
    var bounds = [low]
    while let last = bounds.last, last < high {
      bounds.append(min(high, max(last + 1, last.multipliedReportingOverflow(by: 2).partialValue)))
    }
    let place = below(bounds.count - 1)
    return bounds[place] + below(bounds[place + 1] - bounds[place] + 1)
  }

  /// The place of one of several weights; nil where none weighs anything.
  mutating func pick(_ weights: [Int]) -> Int? {
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return nil }
    var rest = below(whole)
    return weights.firstIndex { weight in
      rest -= weight
      return rest < 0
    }
  }
}
