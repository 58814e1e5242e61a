package import Engine
package import Model

/// A case file played, in words: after each entry all that a user could see of the case. Two
/// programs that behave alike give the same lines.
package func storyLines(of file: CaseFile, _ interpreter: Interpreter) -> [String] {
  interpreter.replay(file).steps.enumerated().flatMap { index, step in
    ["step \(index) of \(file.id)"] + CaseSnapshot(interpreter, step.result).lines
  }
}
