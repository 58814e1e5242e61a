import SourceText
import Syntax
import TestSupport
import Testing

/// A grid, what was found on the way, and the bytes it came from.
struct GridRun {
  var grid: GridTree?
  var findings: [Diagnostic]
  var bytes: [UInt8]

  /// A CSV file.
  init(csv bytes: [UInt8]) {
    var diagnostics = Diagnostics()
    grid = readCSV(SourceFile(name: "t.csv", bytes: bytes), id: SourceID(0), into: &diagnostics)
    findings = diagnostics.sorted
    self.bytes = bytes
  }

  init(csv text: String) {
    self.init(csv: Array(text.utf8))
  }

  /// The value of the only key of a YAML file.
  init(pipes text: String) throws {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.yaml", text: text)
    let node = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    let scalar = try #require(node.mapping?.first?.value.scalar)
    grid = readPipeTable(scalar, into: &diagnostics)
    findings = diagnostics.sorted
    bytes = Array(text.utf8)
  }

  /// The cells' texts, the header first.
  var texts: [[String]]? {
    grid.map { grid in ([grid.header] + grid.rows).map { $0.map(\.text.text) } }
  }

  /// The rows' numbers, the header first.
  var numbers: [Int]? {
    grid.map { grid in ([grid.header] + grid.rows).map { $0.first?.row ?? 0 } }
  }

  var codes: [String] { findings.map(\.code.name) }

  func source(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// The grid keeps what its type says: every row as long as the header, columns counted, every
  /// place within the file.
  var faults: [String] {
    guard let grid else { return findings.isEmpty ? ["no grid and no word about it"] : [] }
    return ([grid.header] + grid.rows).flatMap { row -> [String] in
      let columns = row.map(\.column) == Array(1...grid.header.count)
      let places = row.allSatisfy { Int($0.text.span.end) <= bytes.count }
      return (columns ? [] : ["columns \(row.map(\.column))"]) + (places ? [] : ["a place outside"])
    }
  }
}
