import Compiler
import Engine
import Model
import SourceText
import TestSupport

/// A sample's rulebook and what is printed of its core, both compiled.
struct CoreTwins {
  /// The core as printed.
  var text: String
  var program: Program
  var calendar: WorkCalendar
  /// Codes of what the compiler says of the rulebook.
  var findings: [String]
  var printed: Program?
  var printedFindings: [String]
  private let sample: RulebookSample

  /// Nil where the rulebook does not compile.
  init?(_ sample: RulebookSample) throws {
    let compilation = try compile(like: sample)
    guard let program = compilation.program, let text = compilation.coreText else { return nil }
    let again = try compile(text, like: sample)
    (self.sample, self.text, self.program) = (sample, text, program)
    calendar = compilation.calendar
    findings = compilation.diagnostics.map(\.code.id).sorted()
    printed = again.program
    printedFindings = again.diagnostics.map(\.code.id).sorted()
  }

  /// What comes of a case file: its play in words, or the codes of what is wrong with it.
  func outcomes(of path: String, against program: Program) throws -> [String] {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let cases = try RulebookCompiler(reading: SampleReader(files: sample.files)).compileCases(
      path: path, against: ProgramNames(program), sources: &sources, into: &diagnostics)
    if diagnostics.hasErrors { return diagnostics.sorted.map(\.code.id) }
    let interpreter = Interpreter(program: program, calendar: calendar)
    return cases.flatMap { storyLines(of: $0, interpreter) }
  }
}
