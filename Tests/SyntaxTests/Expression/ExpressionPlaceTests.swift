import SourceText
import Syntax
import TestSupport
import Testing

/// The scalar under the key `x` of a YAML file.
private func scalar(inYAML text: String) throws -> ScalarText {
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "test.yaml", text: text)
  let node = parseYAML(file, id: SourceID(0), into: &diagnostics)
  return try #require(node?["x"]?.scalar)
}

struct ExpressionPlaceTests {
  @Test(arguments: [
    ("x: a 1️⃣b1️⃣", "missing-operator"),
    ("x: '金额 1️⃣＝1️⃣ ''y'''", "full-width-sign"),
    ("x: \"\\u91d1 1️⃣==1️⃣ \\\"y\\\"\"", "foreign-sign"),
    ("x: \"a = \\\"b\\\" 1️⃣\\\"c\\\"1️⃣\"", "missing-operator"),
    ("x: >\n  a and\n  b 1️⃣c1️⃣\n", "missing-operator"),
    ("x: |\n  a and\n\n    b 1️⃣c1️⃣\n", "missing-operator"),
    ("x: a and\n  b and\n  1️⃣c-d1️⃣ and e", "hyphen-without-blanks"),
    ("x: |\n  a and // b\n    c 1️⃣d1️⃣\n", "missing-operator"),
    ("x: >\n  a and 1️⃣// b\n  and c1️⃣\n", "comment-swallows-lines"),
    ("x: \"a /* 金\\n */ 1️⃣&&1️⃣ b\"", "foreign-sign"),
  ])
  func faultsAreShownAtTheFilesCharacter(text: String, code: String) throws {
    let marked = MarkedText(text)
    var diagnostics = Diagnostics()
    _ = parseExpression(try scalar(inYAML: marked.text), into: &diagnostics)
    let found = try #require(diagnostics.all.first { $0.code.name == code })
    #expect(found.primary.span == marked.span(1))
  }

  @Test func anEmptyScalarIsFaultedWhereItStands() throws {
    let marked = MarkedText("x: 1️⃣''1️⃣")
    var diagnostics = Diagnostics()
    _ = parseExpression(try scalar(inYAML: marked.text), into: &diagnostics)
    #expect(diagnostics.all.map(\.primary.span) == [marked.span(1)])
  }

  @Test func everyNodeHoldsItsOwnText() {
    let marked = MarkedText("1️⃣a.b1️⃣ 2️⃣+2️⃣ 3️⃣string length(4️⃣\"é\"4️⃣)3️⃣")
    let tree = Reading(marked.text).tree
    guard case .binary(let sum, let left, let right) = tree.kind,
      case .call(_, let arguments) = right.kind
    else {
      Issue.record("\(shape(tree)) is no sum")
      return
    }
    #expect(left.span == marked.span(1))
    #expect(sum.span == marked.span(2))
    #expect(right.span == marked.span(3))
    #expect(arguments.map(\.value.span) == [marked.span(4)])
  }

  @Test func bracketsBelongToTheSpanOfWhatTheyHold() {
    let marked = MarkedText("a * 1️⃣(b + c)1️⃣")
    guard case .binary(_, _, let right) = Reading(marked.text).tree.kind else {
      Issue.record("no product")
      return
    }
    #expect(right.span == marked.span(1))
  }

  @Test func aTextStartsWhereTheCallerSays() {
    var diagnostics = Diagnostics()
    let scalar = ScalarText.verbatim("a == b", in: SourceID(3), at: 100)
    let tree = parseExpression(scalar, into: &diagnostics)
    #expect(tree.span == Span(SourceID(3), 100, 106))
    #expect(diagnostics.all.map(\.primary.span) == [Span(SourceID(3), 102, 104)])
  }

  @Test func tokensAreDumpedOneALine() {
    #expect(
      dumpTokens(.verbatim("金额 >= .5 and x-1 = \"a\\n\"")) == """
        0..<6 name 金额
        7..<9 sign >=
        10..<12 number .5
        13..<16 keyword and
        17..<20 hyphenated x-1
        21..<22 sign =
        23..<28 text "a\\n"
        28..<28 end

        """)
  }
}
