internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

/// Carries the desk's faults to the tool: what was entered badly is shown as findings.
enum DeskWork {
  /// Runs a piece of work; nil where findings were shown.
  static func run<Result>(
    _ console: Console, _ work: () throws(DeskFault) -> Result
  ) throws(ToolFault) -> Result? {
    do { return try work() } catch {
      switch error {
      case .store(let fault): throw ToolFault(fault)
      case .said(let message): throw ToolFault(message)
      case .unread(let message):
        console.complain(
          console.styled(console.say("error: ", "错误："), .red)
            + message.text(in: console.language).onOneSafeLine)
        return nil
      case .findings(let diagnostics, _):
        for diagnostic in diagnostics { console.complain(Self.line(diagnostic, console)) }
        return nil
      }
    }
  }

  /// A finding about a value that was typed, not written in a file: its place means nothing.
  private static func line(_ diagnostic: Diagnostic, _ console: Console) -> String {
    let help = diagnostic.help?.text(in: console.language) ?? ""
    let message = diagnostic.message.text(in: console.language)
    return console.styled(console.say("error: ", "错误："), .red) + message.onOneSafeLine
      + (help.isEmpty ? "" : console.say("; ", "；") + help.onOneSafeLine)
  }
}

/// `名称=值` on the command line.
enum Assignments {
  /// Values as people type them are read by their declared types.
  static func read(
    _ words: [String], option: String
  ) throws(ToolFault) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    for word in words {
      guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
        throw ToolFault(
          en: "`\(option)` takes `name=value`, not `\(word.onOneSafeLine)`",
          zh: "`\(option)` 要写成 `名称=值`，不是 `\(word.onOneSafeLine)`")
      }
      found.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    return found
  }
}
