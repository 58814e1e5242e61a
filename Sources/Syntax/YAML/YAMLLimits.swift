/// What a file may cost the reader; beyond it the file is refused with a message, never read on.
package struct YAMLLimits: Sendable {
  /// Longest file, in bytes.
  package var fileBytes: Int
  /// Deepest nesting of lists and mappings, aliases followed.
  package var depth: Int
  /// Most nodes that aliases may stand for, all together.
  package var aliasedNodes: Int
  /// Most faults of form that are looked for before the reader gives up.
  package var faults: Int

  package init(
    fileBytes: Int = 8 << 20, depth: Int = 100, aliasedNodes: Int = 10_000, faults: Int = 20
  ) {
    self.fileBytes = fileBytes
    self.depth = depth
    self.aliasedNodes = aliasedNodes
    self.faults = faults
  }

  /// Room for any rulebook or case file that people write.
  package static let `default` = YAMLLimits()
}
