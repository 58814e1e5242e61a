import SourceText
import Syntax
import TestSupport
import Testing

/// For made-up scalars of every style and in every surrounding, the text and the place of each of
/// its characters are what the making of them says.
struct ScalarMapTests {
  /// What stands around a scalar, and the column of the collection that holds it.
  struct Surrounding: Sendable {
    var before: String
    var after: String
    var parentIndent: Int
    var path: [Int]
  }

  static let blockSurroundings = [
    Surrounding(before: "", after: "", parentIndent: -1, path: []),
    Surrounding(before: "键: ", after: "", parentIndent: 0, path: [0]),
    Surrounding(before: "\u{FEFF}键: ", after: "", parentIndent: 0, path: [0]),
    Surrounding(before: "甲:\n  乙: ", after: "", parentIndent: 2, path: [0, 0]),
    Surrounding(before: "- ", after: "", parentIndent: 0, path: [0]),
    Surrounding(before: "- - ", after: "", parentIndent: 2, path: [0, 0]),
    Surrounding(before: "甲:\n- 乙: x\n  丙: ", after: "", parentIndent: 2, path: [0, 0, 1]),
    Surrounding(before: "甲: &a ", after: "", parentIndent: 0, path: [0]),
  ]
  static let flowSurroundings =
    blockSurroundings + [
      Surrounding(before: "[字, ", after: "]", parentIndent: -1, path: [1]),
      Surrounding(before: "甲: {乙: 1, 丙: ", after: " , 丁: 2}", parentIndent: 0, path: [0, 1]),
      Surrounding(before: "甲: ", after: " # 注", parentIndent: 0, path: [0]),
    ]

  @Test(arguments: 0..<300)
  func plainText(seed: Int) throws {
    for around in Self.flowSurroundings { try check(seed, around, .plain) { $0.plain() } }
  }

  @Test(arguments: 0..<300)
  func singleQuotes(seed: Int) throws {
    for around in Self.flowSurroundings {
      try check(seed, around, .singleQuoted) { $0.singleQuoted() }
    }
  }

  @Test(arguments: 0..<300)
  func doubleQuotes(seed: Int) throws {
    for around in Self.flowSurroundings {
      try check(seed, around, .doubleQuoted) { $0.doubleQuoted() }
    }
  }

  @Test(arguments: 0..<300)
  func literalBlocks(seed: Int) throws {
    for around in Self.blockSurroundings {
      try check(seed, around, .literal) { $0.block(isFolded: false) }
    }
  }

  @Test(arguments: 0..<300)
  func foldedBlocks(seed: Int) throws {
    for around in Self.blockSurroundings {
      try check(seed, around, .folded) { $0.block(isFolded: true) }
    }
  }

  private func check(
    _ seed: Int, _ around: Surrounding, _ style: ScalarStyle,
    _ make: (inout WrittenScalar) -> Void
  ) throws {
    var written = WrittenScalar(seed: seed, parentIndent: around.parentIndent)
    make(&written)
    let file = around.before + written.source + around.after
    let note = Comment(rawValue: file.debugDescription)
    let (root, findings) = parse(file)
    try #require(findings == [], note)
    let scalar = try #require(root.flatMap { node(at: around.path, in: $0) }?.scalar, note)
    #expect(scalar.style == style, note)
    try #require(scalar.isMapped, note)
    try #require(Array(scalar.text.utf8) == Array(written.text.utf8), note)
    expectPlaces(scalar, written.units, origin: around.before.utf8.count, seed, note)
  }

  /// Each piece alone, and some runs of pieces.
  private func expectPlaces(
    _ scalar: ScalarText, _ units: [WrittenScalar.Unit], origin: Int, _ seed: Int, _ note: Comment
  ) {
    var starts = [0]
    for unit in units { starts.append((starts.last ?? 0) + unit.text.utf8.count) }
    var random = SeededRandom(seed: seed)
    for first in units.indices {
      let last = random.chance(2) ? first : Int.random(in: first..<units.count, using: &random)
      let place = scalar.span(of: starts[first]..<starts[last + 1])
      let source = units[first].source.lowerBound..<units[last].source.upperBound
      let wanted = Span(SourceID(0), origin + source.lowerBound, origin + source.upperBound)
      #expect(place == wanted, note)
      let before = scalar.span(of: starts[first]..<starts[first])
      #expect(before == Span(SourceID(0), Int(wanted.start), Int(wanted.start)), note)
    }
  }

  private func node(at path: [Int], in root: YAMLNode) -> YAMLNode? {
    path.reduce(root) { node, index in
      switch node?.content {
      case .sequence(let items)?: items[index]
      case .mapping(let entries)?: entries[index].value
      default: nil
      }
    }
  }

  @Test(arguments: [
    ("a: 1️⃣x y1️⃣ # c\n", "a"), ("a: 1️⃣'x''y'1️⃣\n", "a"), ("a: 1️⃣\"金额\\n\"1️⃣\nb: c\n", "a"),
    ("a: 1️⃣|+\n  金\n  额1️⃣\n\n\nb: 1\n", "a"), ("a: 1️⃣>1️⃣\nb: c\n", "a"),
    ("a: &x 1️⃣x\n  y1️⃣\nb: 1\n", "a"), ("a: 1️⃣[b, {c: d}]1️⃣\nb: 1\n", "a"),
    ("a:\n  1️⃣b: c\n  d:\n    - e\n    -1️⃣\nb: 1\n", "a"), ("a:1️⃣1️⃣\nb: 1\n", "a"),
    ("a:\n1️⃣- b\n- c: |\n    x1️⃣\n\n# d\nb: 1\n", "a"), ("x: &x {b: c}\na:\n  1️⃣y: *x1️⃣ # z\n", "a"),
    ("a: &x 1️⃣{b: c}1️⃣\n", "a"), ("a: &x\n  1️⃣b: c1️⃣\n", "a"),
  ])
  func nodesSpanExactlyWhatIsWritten(marked: String, key: String) {
    let text = MarkedText(marked)
    let node = parse(text.text).node?[key]
    #expect(node?.span == text.span(1))
  }

  @Test func anInnerPartOfAQuotedScalarLeavesTheQuotesOut() {
    let text = MarkedText("a: \"1️⃣金 \\u989d < 2️⃣x2️⃣1️⃣\"\n")
    let scalar = parse(text.text).node?["a"]?.scalar
    #expect(scalar?.contentSpan == text.span(1))
    #expect(scalar?.text == "金 额 < x")
    #expect(scalar?.span(of: 10..<11) == text.span(2))
  }
}
