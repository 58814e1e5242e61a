internal import Model
internal import SourceText

// Functions of text (DMN 1.5, 10.3.4.3). Positions and lengths count Unicode scalars, and what is
// searched is compared scalar by scalar.
extension Call {
  func handleText() throws(Fault) -> Value {
    switch function {
    case .substring: return .text(try substring())
    case .stringLength: return .number(Number(try text(0).unicodeScalars.count))
    case .upperCase: return .text(try text(0).uppercased())
    case .lowerCase: return .text(try text(0).lowercased())
    case .substringBefore:
      return .text(try found { $0[..<$1.lowerBound] } ?? "")
    case .substringAfter:
      return .text(try found { $0[$1.upperBound...] } ?? "")
    case .contains: return .boolean(try found { text, _ in text } != nil)
    case .startsWith:
      return .boolean(try text(0).unicodeScalars.starts(with: try text(1).unicodeScalars))
    case .endsWith:
      let ending = try text(1).unicodeScalars.reversed()
      return .boolean(try text(0).unicodeScalars.reversed().starts(with: ending))
    case .stringJoin: return .text(try join())
    default: preconditionFailure("a function of text")
    }
  }

  /// `substring(text, start, length)`: the start is counted from 1, from the end if negative.
  /// Beyond the end there is nothing; before the beginning there is no position.
  private func substring() throws(Fault) -> String {
    let scalars = try text(0).unicodeScalars
    let start = try whole(1)
    let skipped = start > 0 ? start - 1 : scalars.count + start
    guard start != 0, skipped >= 0 else { throw outside(1) }
    let rest = scalars.dropFirst(skipped)
    guard optional(2) != nil else { return String(rest) }
    let length = try whole(2)
    guard length > 0 else { throw outside(2) }
    return String(rest.prefix(length))
  }

  /// A part of the first text told from where the second first occurs in it; nil if it does not.
  private func found(
    _ part: (String.UnicodeScalarView, Range<String.Index>) -> some Sequence<Unicode.Scalar>
  ) throws(Fault) -> String? {
    let scalars = try text(0).unicodeScalars
    guard let range = scalars.firstRange(of: try text(1).unicodeScalars) else { return nil }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: part(scalars, range))
    return String(result)
  }

  /// `string join(list, delimiter, prefix, suffix)`; null elements are left out.
  private func join() throws(Fault) -> String {
    var texts: [String] = []
    for value in try list(0) where value != .null { texts.append(try value.text(at: span(0))) }
    let delimiter = try optional(1) == nil ? "" : text(1)
    let prefix = try optional(2) == nil ? "" : text(2)
    let suffix = try optional(3) == nil ? "" : text(3)
    return prefix + texts.joined(separator: delimiter) + suffix
  }
}
