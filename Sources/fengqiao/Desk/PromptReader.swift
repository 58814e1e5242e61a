internal import SourceText

/// Reads lines that a person types.
struct PromptReader {
  /// The next line without blanks at its ends; nil at the end of input (Ctrl-D).
  func line(_ prompt: String) -> String? {
    Console.write(prompt, to: .output)
    guard let line = readLine() else { return nil }
    // A terminal shows what is typed; elsewhere the talk is to read the same.
    if !StandardStream.inputIsTerminal {
      Console.write(line.strippingTerminalControls + "\n", to: .output)
    }
    var rest = Substring(line.strippingTerminalControls)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
