internal import ArgumentParser
internal import SourceText
internal import Syntax

/// `fengqiao schema`: the language as a JSON Schema, for editors.
struct SchemaCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: Fengqiao.name,
    abstract: "Print the JSON Schema of rulebooks, case files and calendars, for editors.",
    discussion: """
      Without a kind: the schema of any file, told by its keys. docs/schema.md says how editors \
      use it.
      """)

  @Argument(help: "rulebook, case or calendar.")
  var kind: JSONSchema.File?

  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    output.console.print(JSONSchema.text(of: kind).prettyText())
    return .clean
  }
}

extension JSONSchema.File: ExpressibleByArgument {}
