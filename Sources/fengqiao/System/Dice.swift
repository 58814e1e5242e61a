/// Chance: the only place that throws dice.
enum Dice {
  /// 16 bytes that nobody can guess.
  static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
