internal import ArgumentParser
internal import SourceText
internal import Verifier

/// `fengqiao diff`: what two versions of a rulebook decide otherwise, each with a case.
struct DiffCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: Fengqiao.name,
    abstract: "Tell what two versions of a rulebook mean differently, one case a difference.",
    discussion: """
      Decisions and guards are compared for all facts there may be, so that one that is only \
      written otherwise is proved to mean the same. Exit code 0 the same meaning, 1 not, 2 cannot \
      run, as where a version has errors. See docs/diff.md.
      """)

  @Argument(help: "The old version: a rulebook, its folder or what `compile` made.")
  var old: String

  @Argument(help: "The new version.")
  var new: String

  @Option(help: "human, json, or markdown for a pull request.")
  var format: DiffFormat = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let (before, after) = (try load(old), try load(new))
    let plain: OutputFormat = format == .json ? .json : .human
    // With errors there is nothing to compare: that is not the answer that they differ.
    guard before.showFindings(console, format: plain), after.showFindings(console, format: plain)
    else { return .cannotRun }
    let found = difference(
      from: before.program, before.calendar, to: after.program, after.calendar)
    DiffReport(difference: found, old: before, new: after, console: console).show(format)
    return found.isSame ? .clean : .findings
  }

  private func load(_ path: String) throws(ToolFault) -> LoadedRulebook {
    try LoadedRulebook(path: path, calendarPath: input.calendar)
  }
}

/// `--format human|json|markdown`.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case human
  case json
  case markdown
}
