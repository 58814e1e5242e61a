/// What the library says of misuse, in Chinese: by the kind of fault, whatever the words.
struct MisuseText {
  let chinese: String

  init(_ english: String) {
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    chinese = lines.map { Self.line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if line.hasPrefix("Error: ") { return "错误：" + fault(String(line.dropFirst(7))) }
    if line.hasPrefix("   or: ") { return "  或者：" + fault(String(line.dropFirst(7))) }
    if line.hasPrefix("Usage: ") { return "用法：" + line.dropFirst(7) }
    if let words = Self.words(of: line, in: "Help:  %  %") {
      return "说明：\(words[0])  \(ChineseHelp.text(of: words[1]) ?? words[1])"
    }
    if let words = Self.words(of: line, in: "  See '%' for more information.") {
      return "  更多说明：`\(words[0])`"
    }
    return line
  }

  private static func fault(_ message: String) -> String {
    for (english, chinese) in faults {
      guard let words = words(of: message, in: english) else { continue }
      return filled(chinese, words.map(listed))
    }
    return message
  }

  /// What stands in a message for each `%` of a pattern; nil where it is another kind of message.
  private static func words(of message: String, in pattern: String) -> [String]? {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
    guard message.hasPrefix(parts[0]) else { return nil }
    var rest = message.dropFirst(parts[0].count)
    var words: [String] = []
    for (place, part) in parts.enumerated().dropFirst() {
      if place == parts.count - 1 {
        guard rest.hasSuffix(part) else { return nil }
        words.append(String(rest.dropLast(part.count)))
        rest = ""
      } else if let end = rest.firstRange(of: part) {
        words.append(String(rest[..<end.lowerBound]))
        rest = rest[end.upperBound...]
      } else {
        return nil
      }
    }
    return rest.isEmpty ? words : nil
  }

  private static func filled(_ pattern: String, _ words: [String]) -> String {
    var parts = pattern.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
    for (index, word) in words.enumerated() where index + 1 < parts.count {
      parts[index + 1] = word + parts[index + 1]
    }
    return parts.joined()
  }

  /// `'a', 'b' or 'c'` as `a、b、c`.
  private static func listed(_ words: String) -> String {
    guard words.contains("'") else { return words }
    return words.replacing("', '", with: "、").replacing("' and '", with: "、")
      .replacing("' or '", with: "、").replacing("'", with: "")
  }

  /// What the library says, and what we say of values that do not go together; the more
  /// particular first.
  private static let faults: [(String, String)] = [
    ("Missing expected argument '%'", "少了 `%`"),
    ("Missing one of: '%'", "这几个里要写一个：%"),
    ("Missing value for '%' in '%'", "`%` 没有写值（在 `%` 里）"),
    ("Missing value for '%'", "`%` 没有写值"),
    ("Unknown option '%'. Did you mean '%'?", "没有选项 `%`；请写 `%`"),
    ("Unknown option '%'", "没有选项 `%`"),
    ("Invalid option: %", "没有选项 `%`"),
    ("Unexpected argument '%'", "多写了 `%`"),
    ("% unexpected arguments: '%'", "多写了 % 个：%"),
    ("The option '%' does not take any value, but '%' was specified.", "选项 `%` 不带值，却写了 `%`"),
    ("The value '%' is invalid for '%'. Please provide one of %.", "`%` 不能作 `%` 的值；可以写 %"),
    ("The value '%' is invalid for '%': %", "`%` 不能作 `%` 的值：%"),
    ("The value '%' is invalid for '%'", "`%` 不能作 `%` 的值"),
    ("Value to be set with % had already been set with %", "% 和 % 只能写一个"),
    ("Missing required subcommand.", "少了命令"),
    (
      "name the cases, or a store of them with --store", "请写明案件文件，或者用 --store 写明案件库"
    ),
    (
      "cases come from files or from --store, not from both", "案件文件和 --store 只能写一个"
    ),
    ("--mutate is shown as human or json.", "--mutate 只能显示为 human 或 json"),
    ("--matrix is shown as human or json.", "--matrix 只能显示为 human 或 json"),
    ("--longest goes with --matrix.", "--longest 要和 --matrix 一起写"),
    ("--write-baseline needs --baseline FILE.", "--write-baseline 要和 --baseline 文件 一起写"),
    ("--fail-over is a share such as 5%", "--fail-over 是 5% 这样的比例"),
    ("--from-line counts from 1", "--from-line 从 1 数起"),
    ("% is a number from % to %", "% 是 % 到 % 的整数"),
    ("% is a number from %", "% 是不小于 % 的整数"),
  ]
}
