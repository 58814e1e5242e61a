package import SourceText

/// Reads one YAML file into nodes.
///
/// All faults are reported, several in one run. The node is nil where the file's form is so wrong
/// that no whole tree could be built; where only single nodes are at fault (a key given twice, a
/// tag) the tree is there and they are marked. An empty file is an absent scalar.
package func parseYAML(
  _ file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics,
  limits: YAMLLimits = .default
) -> YAMLNode? {
  let bytes = FileBytes(file, id: id, limits: limits)
  diagnostics.report(contentsOf: bytes.findings)
  guard bytes.isReadable else { return nil }
  var reader = YAMLReader(bytes, id: id, limits: limits)
  let node = reader.read()
  diagnostics.report(contentsOf: reader.findings)
  return bytes.findings.isEmpty ? node : nil
}

/// Reads a file as often as it has faults of form: each is explained and blanked out together with
/// the lines that belong to it, so that the next reading finds the next.
private struct YAMLReader {
  private var bytes: [UInt8]
  private let origin: Int
  private let id: SourceID
  private let limits: YAMLLimits
  private(set) var findings: [Diagnostic] = []
  private var isWhole = true

  init(_ file: FileBytes, id: SourceID, limits: YAMLLimits) {
    bytes = file.bytes
    origin = file.origin
    self.id = id
    self.limits = limits
  }

  /// The tree, if it could be read at the first attempt.
  mutating func read() -> YAMLNode? {
    var root: YAMLNode?
    while attempt(&root), findings.count < limits.faults {}
    return isWhole ? root : nil
  }

  /// Reads once; says whether there is anything left to try.
  private mutating func attempt(_ root: inout YAMLNode?) -> Bool {
    var builder = YAMLTreeBuilder(bytes, from: origin, id: id, limits: limits)
    do {
      root = try builder.document()
      report(builder.diagnostics.all)
      return false
    } catch .fault(let fault) {
      isWhole = false
      let lines = YAMLLines(bytes: bytes)
      let untold = min(builder.toldEnd, fault.place)..<min(fault.place, bytes.count)
      let explained = FaultExplainer(
        lines: lines, id: id, fault: fault, lastScalar: builder.lastScalar,
        openBrackets: builder.openBrackets
          + lines.openBrackets(in: untold, isInside: !builder.openBrackets.isEmpty)
      ).explain()
      // What was found in the lines that are given up may be the fault's own doing.
      let block = YAMLLines(bytes: bytes).line(at: explained.anchor).lowerBound
      report(builder.diagnostics.all.filter { Int($0.primary.span.start) < block })
      report([explained.finding])
      return blank(explained)
    } catch {
      isWhole = false
      report(builder.diagnostics.all)
      return false
    }
  }

  private mutating func report(_ more: [Diagnostic]) {
    for finding in more where !findings.contains(finding) { findings.append(finding) }
  }

  private func isEmpty(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Blanks the faulty lines; says whether there was anything to blank.
  private mutating func blank(_ fault: ExplainedFault) -> Bool {
    let lines = YAMLLines(bytes: bytes)
    var block = lines.block(at: fault.anchor, withSiblings: fault.withSiblings)
    if let through = fault.through, through >= block.upperBound {
      block = block.lowerBound..<lines.block(at: through).upperBound
    }
    var isChanged = false
    for offset in block where offset >= origin && !isEmpty(bytes[offset]) {
      bytes[offset] = UInt8(ascii: " ")
      isChanged = true
    }
    return isChanged
  }
}
