internal import Compiler
internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// A rulebook ready to run, compiled from its files or read from an artefact.
struct LoadedRulebook {
  /// Nil if the rulebook has errors.
  let checked: Program?
  var sources: SourceMap
  let calendar: WorkCalendar
  let diagnostics: [Diagnostic]
  /// The folder that holds it; "" for the working folder.
  let folder: String
  /// What it is made of; an artefact is one whole.
  let layers: RulebookLayers
  /// What its author leaves untried, and why.
  let exceptions: [CoverageException]

  /// The case files that were to be read meanwhile; nil where nothing was compiled.
  let caseTexts: CaseTexts?

  /// - Parameter cases: files that are read while the rulebook is compiled.
  init(path: String, calendarPath: String?, reading cases: [String] = []) throws(ToolFault) {
    let reader = DiskReader()
    if let bytes = try? reader.read(path), Artefact.isArtefact(bytes) {
      let artefact: Artefact
      do { artefact = try Artefact(bytes: bytes) } catch { throw ToolFault(error.message) }
      let calendar = try Self.calendar(calendarPath, reader)
      self = LoadedRulebook(artefact, calendar: calendar)
      return
    }
    let compilation: Compilation
    do {
      compilation = try RulebookCompiler(onDiskFor: path).compile(path: path, reading: cases)
    } catch {
      throw ToolFault(error)
    }
    UntilExit.keep(compilation)
    checked = compilation.program
    sources = compilation.sources
    diagnostics = compilation.diagnostics
    folder = FilePath.folder(of: compilation.path)
    layers = compilation.layers
    exceptions = compilation.exceptions
    caseTexts = compilation.caseTexts
    calendar = try Self.calendar(calendarPath, reader) ?? compilation.calendar
  }

  private init(_ artefact: Artefact, calendar: WorkCalendar?) {
    checked = artefact.program
    sources = artefact.sources
    diagnostics = []
    folder = ""
    layers = RulebookLayers()
    exceptions = []
    caseTexts = nil
    self.calendar = calendar ?? artefact.calendar
  }

  /// `--calendar FILE`, checked.
  private static func calendar(
    _ path: String?, _ reader: DiskReader
  ) throws(ToolFault) -> WorkCalendar? {
    guard let path else { return nil }
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let calendar: WorkCalendar?
    do {
      calendar = try RulebookCompiler(reading: reader).compileCalendar(
        path: path, sources: &sources, into: &diagnostics)
    } catch {
      throw ToolFault(error)
    }
    if let other = diagnostics.all.first(where: { $0.code == .otherKindOfFile }) {
      // `check` would take the file for what it is and find nothing wrong.
      throw ToolFault(
        en: "`\(path.onOneSafeLine)`: \(other.message.en)",
        zh: "`\(path.onOneSafeLine)`：\(other.message.zh)")
    }
    guard let calendar, !diagnostics.hasErrors else {
      throw ToolFault(
        en: "the calendar `\(path)` has errors; see `fengqiao check \(path)`",
        zh: "日历 `\(path)` 有错误；见 `fengqiao check \(path)`")
    }
    return calendar
  }

  /// The program; only where `showFindings` said there is one.
  var program: Program {
    guard let checked else { preconditionFailure("a program is used only after its check") }
    return checked
  }

  var interpreter: Interpreter { Interpreter(program: program, calendar: calendar) }

  /// Shows errors, if there are any; whether there is a program to run.
  func showFindings(_ console: Console, format: OutputFormat) -> Bool {
    guard checked == nil else { return true }
    Findings(console: console, sources: sources, diagnostics: diagnostics).show(format)
    return false
  }
}
