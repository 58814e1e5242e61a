internal import Compiler
internal import Model
internal import SourceText

// Stand-ins until Compiler/Cases lands.
extension Compiler {
  func compileCases(
    path: String, against: Program, sources: inout SourceMap, into: inout Diagnostics
  ) throws(SourceReadingError) -> [CaseFile] { [] }
  func compileCalendar(path: String, sources: inout SourceMap, into: inout Diagnostics)
    throws(SourceReadingError) -> WorkCalendar?
  { nil }
}
