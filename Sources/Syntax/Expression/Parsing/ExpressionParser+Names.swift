import SourceText

extension ExpressionParser {
  /// A name, a path, or a call of a function, whose name may be several words.
  mutating func named(_ first: String) -> ExpressionTree {
    let start = index
    if let words = functionWords() { return call(words) }
    if first == "function", kind(1) == .sign(.openParenthesis) { return lambda() }
    advance()
    var path = [Located(first, at: span(at: start))]
    while kind == .sign(.dot) {
      let dot = index
      advance()
      guard let part = fieldName() else {
        reportExpected(.fieldName)
        return invalid(from: start)
      }
      if kind == .sign(.openParenthesis) { return methodCall(part, from: start, dot) }
      path.append(part)
    }
    return node(.name(path), from: start)
  }

  /// How many tokens from here on are a function's name: a run of names that `(` follows.
  ///
  /// Only these names hold a word of FEEL's own, so that `a and count(b)` is no call of
  /// `a and count`.
  private func functionWords() -> Int? {
    switch kind(1) {
    case .name, .keyword, .sign(.openParenthesis): break
    default: return nil
    }
    if matches(["date", "and", "time"]) { return 3 }
    if matches(["years", "and", "months", "duration"]) { return 4 }
    if matches(["workdays", "between"]) { return 2 }
    var count = 0
    while case .name(let word) = kind(count) {
      if count == 0, word == "function" { return nil }
      count += 1
    }
    return kind(count) == .sign(.openParenthesis) ? count : nil
  }

  private func matches(_ words: [String]) -> Bool {
    for (distance, word) in words.enumerated() {
      switch kind(distance) {
      case .name(let name) where name.hasBytes(of: word): continue
      case .keyword(let keyword) where keyword.rawValue == word: continue
      default: return false
      }
    }
    return kind(words.count) == .sign(.openParenthesis)
  }

  private mutating func call(_ words: Int) -> ExpressionTree {
    let start = index
    let name = (start..<start + words).map { written($0) }.joined(separator: " ")
    for _ in 0..<words { advance() }
    let function = Located(name, at: span(from: start))
    guard let arguments = arguments() else { return invalid(from: start) }
    return node(.call(function, arguments), from: start)
  }

  /// From `(` to behind `)`; nil where it is never closed.
  private mutating func arguments() -> [ExpressionTree.Argument]? {
    let opener = open()
    let arguments = bracketed { parser in
      parser.list(until: .closeParenthesis) { $0.argument() }
    }
    let isClosed = close(opener, with: [.closeParenthesis]) != nil
    reportMixture(arguments)
    reportRepeated(arguments.compactMap(\.name))
    return isClosed ? arguments : nil
  }

  private mutating func argument() -> ExpressionTree.Argument {
    let start = index
    var count = 0
    while case .name = kind(count) { count += 1 }
    guard count > 0, kind(count) == .sign(.colon) else {
      return ExpressionTree.Argument(name: nil, value: delimited(by: []))
    }
    let name = (start..<start + count).map { written($0) }.joined(separator: " ")
    for _ in 0..<count { advance() }
    let located = Located(name, at: span(from: start))
    advance()
    return ExpressionTree.Argument(name: located, value: delimited(by: []))
  }

  private mutating func reportMixture(_ arguments: [ExpressionTree.Argument]) {
    let isNamed = arguments.contains { $0.name != nil }
    guard isNamed, let odd = arguments.first(where: { $0.name == nil }) else { return }
    report(.mixedArguments(at: odd.value.span))
  }

  /// Reports each name that stands a second time.
  mutating func reportRepeated(_ names: [Located<String>]) {
    var first: [String: Span] = [:]
    for name in names {
      if let earlier = first[name.value] {
        report(.repeatedEntry(name.value, at: name.span, first: earlier))
      } else {
        first[name.value] = name.span
      }
    }
  }

  /// `x.f(…)`, which FEEL does not have.
  mutating func methodCall(
    _ name: Located<String>, from start: Int, _ dot: Int
  ) -> ExpressionTree {
    let base = text(tokens[start].start..<tokens[dot].start)
    let isEmpty = kind(1) == .sign(.closeParenthesis)
    let arguments = isEmpty ? [base] : [base, "…"]
    let foreign = ForeignFunction.mends(of: name.value, arguments)
    let own = "\(name.value)(\(arguments.joined(separator: ", ")))"
    report(.methodCall(name.value, mends: foreign.isEmpty ? [own] : foreign, at: name.span))
    skipArguments()
    return invalid(from: start)
  }

  /// `function(x) …`, which this language does not have.
  private mutating func lambda() -> ExpressionTree {
    let start = index
    report(.lambda(at: span(at: start)), about: start)
    advance()
    skipArguments()
    _ = expression()
    return invalid(from: start)
  }

  /// Reads arguments behind what cannot take any, for the faults in them.
  mutating func skipArguments() {
    if kind == .sign(.openParenthesis) { _ = arguments() }
  }
}
