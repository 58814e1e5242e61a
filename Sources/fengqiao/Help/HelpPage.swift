internal import ArgumentParser
internal import Desk
internal import SourceText

/// A command's help in Chinese, made from what the commands declare about themselves.
struct HelpPage {
  /// Columns of a page, and of the names at its left.
  private static let (width, margin) = (80, 26)

  private let command: JSONValue
  private let usage: String

  /// The page in place of the library's English one; nil where that text is no help.
  static func chinese(insteadOf english: String, asked words: [String]) -> String? {
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("USAGE: ") }),
      var command = JSONValue(reading: Fengqiao._dumpHelp())?["command"]
    else { return nil }
    for word in words {
      let next = command["subcommands"]?.items?.first { $0["commandName"]?.text == word }
      if let next, word != "help" { command = next }
    }
    let usage = lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
    return HelpPage(command: command, usage: "用法：" + usage.dropFirst("USAGE: ".count)).text
  }

  private var text: String {
    var blocks = [said(command["abstract"]), usage, said(command["discussion"])].filter {
      !$0.isEmpty
    }
    let arguments = (command["arguments"]?.items ?? []).filter {
      $0["shouldDisplay"] == .bool(true)
    }
    let named = arguments.filter { $0["kind"]?.text != "positional" }
    let placed = arguments.filter { $0["kind"]?.text == "positional" }
    for (title, arguments) in [("参数：", placed), ("选项：", named)] where !arguments.isEmpty {
      blocks.append(([title] + arguments.flatMap(lines)).joined(separator: "\n"))
    }
    let verbs = (command["subcommands"]?.items ?? []).filter {
      $0["commandName"]?.text != "help" && $0["shouldDisplay"] == .bool(true)
    }
    if !verbs.isEmpty {
      let rows = verbs.flatMap { verb in
        row(verb["commandName"]?.text ?? "", ChineseHelp.text(of: verb["abstract"]?.text ?? ""))
      }
      blocks.append((["命令："] + rows).joined(separator: "\n"))
      let name = command["commandName"]?.text ?? ""
      let path = name == Fengqiao.name ? name : "\(Fengqiao.name) \(name)"
      blocks.append("  某个命令的帮助：\(path) <命令> --help")
    }
    return blocks.joined(separator: "\n\n")
  }

  /// An abstract or discussion in Chinese, wrapped.
  private func said(_ text: JSONValue?) -> String {
    guard let english = text?.text, !english.isEmpty else { return "" }
    let lines = WrappedText(ChineseHelp.text(of: english) ?? english, width: Self.width).lines
    return lines.joined(separator: "\n")
  }

  private func lines(_ argument: JSONValue) -> [String] {
    let english = argument["abstract"]?.text ?? ""
    var text = ChineseHelp.text(of: english) ?? english
    if let value = argument["defaultValue"]?.text { text += "（默认：\(value)）" }
    return row(label(argument), text)
  }

  /// `--with <with>`, `-o, --output <file>`, `<id>`.
  private func label(_ argument: JSONValue) -> String {
    let value = "<\(argument["valueName"]?.text ?? "")>"
    guard argument["kind"]?.text != "positional" else { return value }
    let names = (argument["names"]?.items ?? []).compactMap { name in
      name["name"]?.text.map { (name["kind"]?.text == "long" ? "--" : "-") + $0 }
    }
    let label = names.joined(separator: ", ")
    return argument["kind"]?.text == "option" ? "\(label) \(value)" : label
  }

  /// What it means stands beside a name, or below a long one.
  private func row(_ name: String, _ text: String?) -> [String] {
    let label = "  " + name
    guard let text, !text.isEmpty else { return [label] }
    let body = WrappedText(text, width: Self.width - Self.margin).lines
    let space = String(repeating: " ", count: Self.margin)
    let isLong = label.displayWidth >= Self.margin - 1
    let rows = body.map { space + $0 }
    guard !isLong, let first = body.first else { return [label] + rows }
    let gap = String(repeating: " ", count: Self.margin - label.displayWidth)
    return [label + gap + first] + rows.dropFirst()
  }
}
