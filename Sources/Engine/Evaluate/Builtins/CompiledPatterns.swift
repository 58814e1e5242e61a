internal import Synchronization

/// Patterns that were compiled before, by their text and flags: compiling one takes many times as
/// long as trying it. Nothing but the time taken depends on what is kept.
final class CompiledPatterns: Sendable {
  static let shared = CompiledPatterns()

  private struct Key: Hashable {
    let pattern: String
    let options: PatternOptions
  }

  /// Rulebooks hold few patterns; only one that computes them comes to more.
  private static let atMost = 512

  private let compiled = Mutex<[Key: Regex<AnyRegexOutput>]>([:])

  /// Nil if the pattern does not parse.
  func pattern(_ source: String, _ options: PatternOptions) -> Regex<AnyRegexOutput>? {
    let key = Key(pattern: source, options: options)
    return compiled.withLock { kept in
      if let pattern = kept[key] { return pattern }
      let pattern = options.compile(source)
      if kept.count >= Self.atMost { kept.removeAll() }
      kept[key] = pattern
      return pattern
    }
  }
}

/// XPath's flags `s`, `m`, `i`, `x` and `q`, in any order.
struct PatternOptions: Hashable {
  private let flags: String

  init?(_ flags: String) {
    guard flags.allSatisfy({ "smixq".contains($0) }) else { return nil }
    self.flags = flags
  }

  /// Nil if the pattern does not parse. Text is read by Unicode scalars, not by characters as seen.
  func compile(_ pattern: String) -> Regex<AnyRegexOutput>? {
    let source =
      flags.contains("q") ? PatternOptions.quoting(pattern) : translated(pattern)
    guard let regex = try? Regex(source) else { return nil }
    return regex.matchingSemantics(.unicodeScalar)
      .ignoresCase(flags.contains("i"))
      .dotMatchesNewlines(flags.contains("s"))
      .anchorsMatchLineEndings(flags.contains("m"))
  }

  /// Every scalar by itself.
  private static func quoting(_ pattern: String) -> String {
    pattern.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
  }

  /// What XPath and Swift write differently: the difference of two character classes
  /// (`[a-z-[aeiou]]` and `[a-z--[aeiou]]`), the text's very end (`$` and `\z`), and blanks that
  /// flag `x` drops.
  private func translated(_ pattern: String) -> String {
    var result = ""
    var depth = 0
    var rest = Substring(pattern).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        result.unicodeScalars.append(scalar)
        if let next = rest.popFirst() { result.unicodeScalars.append(next) }
        continue
      case "[": depth += 1
      case "]" where depth > 0: depth -= 1
      case "-" where depth > 0 && rest.first == "[": result += "-"
      case "$" where depth == 0 && !flags.contains("m"):
        result += "\\z"
        continue
      case " ", "\t", "\n", "\r":
        if flags.contains("x") && depth == 0 { continue }
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
