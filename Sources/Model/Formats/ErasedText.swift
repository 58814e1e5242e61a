/// What stands in a case where a text was erased for good (`fengqiao case redact`). It is taken
/// wherever the text was: a case has to be replayed without it.
package enum ErasedText {
  /// Where nothing says which erasure it was.
  package static let words = "（已删除）"

  /// - Parameter number: of the case's erasures, from 1.
  package static func words(_ number: Int) -> String { "（已删除\(number)）" }

  /// Whether a text is what stands for an erased one.
  package static func isOne(_ text: String) -> Bool {
    let (start, end) = ("（已删除", "）")
    guard text.hasPrefix(start), text.hasSuffix(end) else { return false }
    return text.dropFirst(start.count).dropLast(end.count).allSatisfy(\.isDigit)
  }
}
