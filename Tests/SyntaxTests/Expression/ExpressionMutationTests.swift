import SourceText
import Syntax
import Testing

/// Whether all spans of a tree lie in the text and each part's in its whole's.
private func isWellPlaced(_ tree: ExpressionTree, within outer: Span) -> Bool {
  let span = tree.span
  if tree.kind == .invalid, span.isEmpty { return true }
  guard span.start >= outer.start, span.end <= outer.end else { return false }
  return parts(of: tree).allSatisfy { isWellPlaced($0, within: span) }
}

private func isWellPlaced(_ test: TestNode, within outer: Span) -> Bool {
  test.span.start >= outer.start && test.span.end <= outer.end
    && parts(of: test).allSatisfy { isWellPlaced($0, within: test.span) }
}

private func parts(of tree: ExpressionTree) -> [ExpressionTree] {
  switch tree.kind {
  case .unary(_, let operand): [operand]
  case .binary(_, let left, let right): [left, right]
  case .between(let value, let low, let high): [value, low, high]
  case .membership(let value, let tests): [value] + tests.flatMap(parts)
  case .conditional(let condition, let yes, let no): [condition, yes, no]
  case .quantified(_, let bindings, let body): bindings.map(\.domain) + [body]
  case .forEach(let bindings, let body): bindings.map(\.domain) + [body]
  case .call(_, let arguments): arguments.map(\.value)
  case .field(let base, _): [base]
  case .filter(let base, let condition): [base, condition]
  case .list(let items): items
  case .record(let entries): entries.map(\.value)
  case .range(let range): [range.low, range.high].compactMap { $0 }
  default: []
  }
}

private func parts(of test: TestNode) -> [ExpressionTree] {
  switch test.kind {
  case .any: []
  case .compare(_, let operand): [operand]
  case .range(let range): [range.low, range.high].compactMap { $0 }
  case .not(let tests): tests.flatMap(parts)
  case .expression(let tree): [tree]
  }
}

private func holdsInvalid(_ tree: ExpressionTree) -> Bool {
  tree.kind == .invalid || parts(of: tree).contains(where: holdsInvalid)
}

/// What must be true of every text whatever: places lie in it, and what could not be read was said.
private func check(_ text: String) {
  let whole = Span(SourceID(0), 0, text.utf8.count)
  let reading = Reading(text)
  let cell = TestsReading(text)
  for finding in reading.findings + cell.findings {
    let spans =
      [finding.primary.span] + finding.labels.map(\.span) + (finding.fix.map { [$0.span] } ?? [])
    for span in spans where span.end > whole.end {
      Issue.record("\(finding.code.name) of `\(text)` stands outside of it")
    }
    if finding.help == nil { Issue.record("\(finding.code.name) of `\(text)` has no help") }
  }
  if !isWellPlaced(reading.tree, within: whole)
    || !cell.tests.allSatisfy({ isWellPlaced($0, within: whole) })
  {
    Issue.record("`\(text)` gives parts outside of their whole")
  }
  if holdsInvalid(reading.tree), reading.findings.isEmpty {
    Issue.record("`\(text)` fails without a word")
  }
  if cell.tests.flatMap(parts).contains(where: holdsInvalid), cell.findings.isEmpty {
    Issue.record("the cell `\(text)` fails without a word")
  }
}

struct ExpressionMutationTests {
  static let samples = [
    "金额 < 5000 and not(有伤)", "if a then b else c + 1", "x in (1, < 5, [6..7], not(8))",
    "some x in a, y in b satisfies x.c = y[1].d", "for i in 1..5 return {a: i, \"b c\": [i, -i]}",
    "date and time(\"2026-01-01T10:00:00\") + @\"P3D\" > now()", "a between 1 and 5 or in(办理.调解)",
    "substring(string: a, start position: 2) != \"é\\\"\"", "]1..b[1][",
    "(..5], [a..b), not(c, 1..2)",
    "? > 2 and odd(?)", "a ** -b / (c - d) // end", "list[item.x >= 3 and f(item)][1].y",
    "x in (xs)[1] and x in (1..5[", "not(a) = not b", "is known(金额) or 金额 = null",
  ]

  private static func tokens(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return dumpTokens(.verbatim(text)).split(separator: "\n").dropLast().compactMap { line in
      let bounds = line.prefix { $0 != " " }.split(separator: "..<").compactMap { Int($0) }
      return String(decoding: bytes[bounds[0]..<bounds[1]], as: UTF8.self)
    }
  }

  @Test(arguments: samples)
  func aTokenDroppedDoubledSwappedOrReplacedNeverMisleads(sample: String) {
    let tokens = Self.tokens(of: sample)
    #expect(tokens.count > 4)
    let strangers = [
      "(", ")", "]", "[", "}", ",", "..", "not", "else", "in", "?", "x", "=", "“", "\\",
    ]
    for place in tokens.indices {
      check((tokens[..<place] + tokens[(place + 1)...]).joined(separator: " "))
      check((tokens[...place] + tokens[place...]).joined(separator: " "))
      check(tokens[..<place].joined(separator: " "))
      check(tokens[place...].joined())
      for other in tokens.indices.dropFirst(place + 1) {
        var swapped = tokens
        swapped.swapAt(place, other)
        check(swapped.joined(separator: " "))
      }
      for stranger in strangers {
        var replaced = tokens
        replaced[place] = stranger
        check(replaced.joined(separator: " "))
      }
    }
  }

  @Test func textsOfRandomPiecesNeverMislead() {
    var dice = Dice(state: 7)
    let pieces =
      Self.samples.flatMap(Self.tokens) + [
        "（", "，", "”", "“", "'", "\"", "\\", "/*", "*/", "//", "\n", "2026-01-01", "5元", "a-b", "…",
        "@",
        "\u{0}", "≥", "e\u{301}", "👩‍👩‍👧", "１", "=>", "&&", "instance", "of", "function",
      ]
    for _ in 0..<2_000 {
      let words = dice.several(0...12) { $0.pick(pieces) }
      check(words.joined(separator: dice.toss() ? " " : ""))
    }
  }

  @Test func everyPrefixOfASampleIsRead() {
    for sample in Self.samples {
      for end in sample.indices { check(String(sample[..<end])) }
    }
  }
}

struct ExpressionDepthTests {
  @Test(arguments: [
    ("(", "a", ")"), ("[", "a", "]"), ("{a: ", "1", "}"), ("f(", "a", ")"), ("not(", "a", ")"),
    ("not ", "a", ""), ("-", "a", ""), ("a and ", "b", ""), ("a + ", "b", ""), ("a ** ", "b", ""),
    ("", "a", "[1]"), ("", "f()", ".b"), ("a[", "1", "]"), ("if a then ", "b", " else c"),
    ("if a then b else ", "c", ""), ("for x in ", "a", " return x"),
    ("some x in a satisfies ", "b", ""),
    ("x in (", "a", ")"), ("x in (not(", "a", "))"), ("[1..", "5", "]"),
    ("a-b(", "c", ")"), ("function(x) ", "a", ""), ("a.f(", "b", ")"), ("", "a", " = b"),
    ("a between 1 and ", "b", ""),
  ])
  func whatIsTooDeepIsSaidOnce(before: String, core: String, after: String) {
    for levels in [90, 10_000] {
      let text =
        String(repeating: before, count: levels) + core + String(repeating: after, count: levels)
      let codes = Reading(text).codes.count { $0 == "expression-too-deep" }
      #expect(codes == (levels > 200 ? 1 : 0), "\(levels) levels of \(before)…\(after)")
    }
  }

  @Test(arguments: [
    "(", "[", "{", "5 (", "5 [", "f(", "x in (", "not(", "[1, ", "{a: ", "if ", "][", "]1..", "a)",
    "not not ", ", ",
  ])
  func endlessBeginningsAreRefused(piece: String) {
    let text = String(repeating: piece, count: 10_000)
    #expect(!Reading(text).findings.isEmpty)
    #expect(!TestsReading(text).findings.isEmpty)
  }

  @Test func anOrdinaryChainIsNotTooDeep() {
    let chain = (1...200).map { "a\($0)" }.joined(separator: " or ")
    #expect(Reading(chain).findings == [])
    #expect(Reading(chain + " or b").codes == ["expression-too-deep"])
  }

  @Test func manyAlternativesAreNotDeep() {
    let cell = (1...5_000).map { "< \($0)" }.joined(separator: ", ")
    #expect(TestsReading(cell).tests.count == 5_000)
    #expect(TestsReading(cell).findings == [])
    #expect(Reading("x in (\(cell))").findings == [])
    let list = (1...5_000).map { "\($0) + 1" }.joined(separator: ", ")
    #expect(Reading("[\(list)]").findings == [])
  }
}
