internal import Model
internal import SourceText

/// A line's case.
struct CaseLine {
  /// As it was written: a string, a number, or null where there is none.
  var id: JSONText
  var file: CaseFile
}

/// A case that was read, or why it was not.
enum ReadLine {
  case read(CaseLine)
  case faulty(id: JSONText, LineFault)
}
