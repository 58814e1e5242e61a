internal import ArgumentParser
internal import SourceText

/// `fengqiao init`: writes a small rulebook that runs, with a case, to start from.
struct InitCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: Fengqiao.name,
    abstract: "Write a small rulebook that runs, with a case, to start from.")

  @Argument(help: "The new rulebook's name: a word; also the folder's name.")
  var name: String

  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    guard StarterRulebook.isName(name) else {
      throw ToolFault(
        en: "`\(name.onOneSafeLine)` is not a name; use letters, digits, `_` and `-`",
        zh: "`\(name.onOneSafeLine)` 不是名称；请用文字、数字、`_` 和 `-`")
    }
    guard !Disk.exists(name) else {
      throw ToolFault(
        en: "`\(name)` is there already; choose another name or remove it",
        zh: "`\(name)` 已经存在；请换个名称，或先移走它")
    }
    let starter = StarterRulebook(name: name, language: console.language)
    for (path, text) in starter.files {
      try ToolFile.write(Array(text.utf8), to: FilePath.join(name, path))
    }
    for (path, _) in starter.files { console.print(FilePath.join(name, path)) }
    console.print(console.say("try:", "试试："))
    console.print("  fengqiao check \(name)")
    console.print("  fengqiao run \(name) \(name)/cases/\(starter.caseName).yaml")
    return .clean
  }
}
