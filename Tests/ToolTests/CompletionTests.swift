internal import Foundation
internal import TestSupport
internal import Testing

/// The completions as bash asks for them: the script is loaded into a bash of its own.
@Suite struct CompletionTests {
  /// What bash would offer for the last word.
  private func offered(for words: [String]) throws -> [String] {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("village/cases"), withIntermediateDirectories: true)
      try Data().write(to: folder.appendingPathComponent("village/rulebook.yaml"))
      // bash calls a completion function with the command, the word and the word before it.
      let script = """
        source <(fengqiao --generate-completion-script bash)
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        [[ "$(complete -p fengqiao)" =~ -F\\ ([^ ]+) ]]
        "${BASH_REMATCH[1]}" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """
      let result = try Command(
        "bash", ["--norc", "-c", script, "bash"] + words, in: folder,
        environment: Console().environment(home: folder)
      ).run()
      guard result.status == 0 else { throw CommandFailure(result) }
      return result.output.split(separator: "\n").map(String.init)
    }
  }

  @Test(arguments: [
    (["fengqiao", "ru"], ["run"]),
    (["fengqiao", "g"], ["graph"]),
    (["fengqiao", "check", "--str"], ["--strict"]),
    (
      ["fengqiao", "check", "--format", ""], ["human", "json", "sarif", "github", "junit"]
    ),
    (["fengqiao", "graph", "village", "--format", "s"], ["svg"]),
    (["fengqiao", "run", "village", "x.yaml", "--lang", ""], ["en", "zh"]),
    (["fengqiao", "run", "vil"], ["village"]),
    (["fengqiao", "check", "village/ru"], ["village/rulebook.yaml"]),
    (["fengqiao", "du"], []),
  ])
  func bashOffersWhatFits(words: [String], offers: [String]) throws {
    #expect(try offered(for: words) == offers)
  }
}
