package import Testing

/// Records one issue for each fault, so that a failing test names every place at once.
package func expectNone(
  _ faults: [some CustomStringConvertible], of subject: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for fault in faults {
    let place = subject.isEmpty ? "" : subject + ": "
    Issue.record(Comment(rawValue: place + fault.description), sourceLocation: sourceLocation)
  }
}
