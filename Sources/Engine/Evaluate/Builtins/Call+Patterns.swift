internal import Model
internal import SourceText

// Functions of text with patterns, XPath's regular expressions (DMN 1.5, 10.3.4.3; XPath Functions
// and Operators 5.6).
extension Call {
  func handlePattern() throws(Fault) -> Value {
    switch function {
    case .matches:
      let pattern = try pattern(flags: 2)
      return .boolean(try text(0).firstMatch(of: pattern) != nil)
    case .replace: return .text(try replace())
    case .split: return .list(try split())
    default: preconditionFailure("a function with a pattern")
    }
  }

  /// `replace(text, pattern, replacement, flags)`: every match gives way to the replacement, in
  /// which `$1` is what the first group matched and `$0` all of it.
  private func replace() throws(Fault) -> String {
    let text = try text(0)
    let pattern = try consumingPattern(flags: 3)
    guard let template = ReplacementTemplate(try self.text(2)) else { throw outside(2) }
    var result = ""
    var end = text.startIndex
    for match in text.matches(of: pattern) {
      result += text[end..<match.range.lowerBound]
      result += template.filled(from: match.output)
      end = match.range.upperBound
    }
    return result + text[end...]
  }

  /// `split(text, delimiter pattern)`: what stands between the matches, empty parts included.
  private func split() throws(Fault) -> [Value] {
    let text = try text(0)
    let pattern = try consumingPattern(flags: 2)
    var parts: [Value] = []
    var end = text.startIndex
    for match in text.matches(of: pattern) {
      parts.append(.text(String(text[end..<match.range.lowerBound])))
      end = match.range.upperBound
    }
    parts.append(.text(String(text[end...])))
    return parts
  }

  /// The second argument as a pattern, under the flags at that position if they are given.
  private func pattern(flags position: Int) throws(Fault) -> Regex<AnyRegexOutput> {
    let source = try text(1)
    let flags = try optional(position) == nil ? "" : text(position)
    guard let options = PatternOptions(flags) else { throw outside(position) }
    guard let pattern = CompiledPatterns.shared.pattern(source, options) else {
      throw Fault(.badPattern(source), at: span(1))
    }
    return pattern
  }

  /// A pattern that does not match the empty text: XPath has no result for one that does.
  private func consumingPattern(flags position: Int) throws(Fault) -> Regex<AnyRegexOutput> {
    let pattern = try pattern(flags: position)
    if "".firstMatch(of: pattern) != nil { throw outside(1) }
    return pattern
  }
}

/// A replacement with places for what groups matched. `\$` and `\\` stand for `$` and `\`.
private struct ReplacementTemplate {
  private enum Part {
    case text(Unicode.Scalar)
    /// Digits after `$`.
    case group([Int])
  }

  private var parts: [Part] = []

  /// Nil where a `$` has no number or a `\` nothing to escape.
  init?(_ text: String) {
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.popFirst(), next == "\\" || next == "$" else { return nil }
        parts.append(.text(next))
      case "$":
        var digits: [Int] = []
        while let next = rest.first, ("0"..."9").contains(next) {
          digits.append(Int(next.value) - 48)
          rest.removeFirst()
        }
        if digits.isEmpty { return nil }
        parts.append(.group(digits))
      default: parts.append(.text(scalar))
      }
    }
  }

  func filled(from match: AnyRegexOutput) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let scalar): result.unicodeScalars.append(scalar)
      case .group(let digits): result += ReplacementTemplate.group(digits, of: match)
      }
    }
    return result
  }

  /// As many digits as name a group are its number; the others are text (XPath `fn:replace`). A
  /// group that matched nothing, or that the pattern does not have, is empty.
  private static func group(_ digits: [Int], of match: AnyRegexOutput) -> String {
    var number = digits[0]
    var taken = 1
    while taken < digits.count, number * 10 + digits[taken] < match.count {
      number = number * 10 + digits[taken]
      taken += 1
    }
    let matched = number < match.count ? match[number].substring ?? "" : ""
    return matched + digits.dropFirst(taken).map(String.init).joined()
  }
}
