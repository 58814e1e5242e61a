internal import SourceText

/// The option that the library names for one that is not there: it names the nearest of all,
/// however far, and who reads `--color` for `--foo` is sent the wrong way.
enum OptionGuess {
  /// The message without a guess that is not at all like what was written.
  static func withoutFarOnes(_ message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { String(line($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring) -> Substring {
    let (start, middle) = ("Error: Unknown option '", "'. Did you mean '")
    guard line.hasPrefix(start), let place = line.firstRange(of: middle) else { return line }
    let written = line[..<place.lowerBound].dropFirst(start.count)
    let guess = line[place.upperBound...].prefix { $0 != "'" }
    return isLike(bare(written), bare(guess)) ? line : line[..<place.lowerBound] + "'"
  }

  private static func bare(_ option: Substring) -> String { String(option.drop { $0 == "-" }) }

  /// A slip of the hand, or a part of the option's name.
  private static func isLike(_ written: String, _ option: String) -> Bool {
    let (shorter, longer) = written.count < option.count ? (written, option) : (option, written)
    return Suggestion.nearest(to: written, among: [option]) != nil
      || shorter.count >= 3 && (longer.hasPrefix(shorter) || longer.hasSuffix(shorter))
  }

  /// What to say where an option stands before the verb it belongs to; nil where none does.
  static func beforeItsVerb(_ words: [String], verbs: [String]) -> ToolFault? {
    guard let first = words.first, first.hasPrefix("--"),
      !["--help", "--version"].contains(first), !first.hasPrefix("--generate-completion"),
      !first.hasPrefix("--experimental"),
      let verb = words.dropFirst().first(where: verbs.contains)
    else { return nil }
    let option = words.prefix { $0 != verb }.joined(separator: " ").onOneSafeLine
    return ToolFault(
      en: "options stand behind the verb; write `fengqiao \(verb) … \(option)`",
      zh: "选项写在命令之后：请写 `fengqiao \(verb) … \(option)`")
  }
}
