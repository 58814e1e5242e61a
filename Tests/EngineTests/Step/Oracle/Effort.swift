import Foundation

/// How much of the big worlds is tried. Usually a sample; with `ORACLE=1` in the environment all
/// small machines and twenty times as many random ones, which takes many minutes.
enum Effort {
  static let isFull = ProcessInfo.processInfo.environment["ORACLE"] == "1"

  /// How many random things are tried.
  static func rounds(_ usual: Int) -> Int { isFull ? usual * 20 : usual }
}
