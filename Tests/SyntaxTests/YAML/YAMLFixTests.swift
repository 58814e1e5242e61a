import SourceText
import Syntax
import TestSupport
import Testing

/// A mend that a tool can make leaves the file better than it was: what was told of is gone, and no
/// more is wrong than before.
struct YAMLFixTests {
  @Test(arguments: [
    "- {id: q, when: {a: >= 5}, then: true}\n", "- {when: {a: @\"2026-01-01\", b: 3}, then: 1}\n",
    "- {inform: @x}\n", "x: {when: {a: > 5}, b: [1, 2]}\n", "- {a: > min(1, 2), b: 3}\n",
    "- {a: >= [1, 2][1], b: 3}\n", "- {a: %x y, b: \"c, d\"}\n", "- [a, {b: `x`}, c]\n",
    "- {a: [? > 5, 3]}\n", "a: [? = 10, 3]\n", "a: [?=10, 3]\n", "a:\n  - ? > 5\n",
    "a:\n  - ? = 10\n", "a: {?b: 5}\n", "a: ? > 5\n", "- {id: 'q}', a: > 5}\n", "- {a: @it's}\n",
    "{\"rulebook\"\n: \"x\"}\n", "{\"a\": 1\n, \"language\"\n :1}\n", "\"a\"\n: 1\n",
    "a:\n  登记：{on: {受理: 调解}}\n", "a:\n  登记：{on: 受理}\n", "a: {层级：[村, 镇]}\n",
    "a:\n  - 登记：{on: {受理: 调解}, to: x}\n", "a:\n  登记：[村, 镇]\n",
    "a:\n  rules: |\n    | x |\n  | y |\n", "a:\n  rules: |\n  | x |\n  | y |\n",
    "a: 楼: 三\n", "a: x]1..5[\nb: ]1..5[\n", "- {a: > 5, b: @y}\n- {c: > 6}\n",
    "- {a: min(1, 2) > 3, b: 4}\n", "a: \"甲\" = x\n", "a:\n  b:1\n", "a:\n  -甲\n",
  ])
  func aFileIsReadOnceItsMendsAreMade(text: String) {
    var bytes = Array(text.utf8)
    for _ in 0..<4 {
      let fixes = findings(bytes).compactMap(\.fix)
      guard !fixes.isEmpty else { break }
      bytes = applied(fixes, to: bytes)
    }
    #expect(findings(bytes).map(\.code.id) == [], "\(String(decoding: bytes, as: UTF8.self))")
  }

  private static let rows = [
    "- {id: q, when: {a: 5, b: [x, 3]}, then: {r: true, s: \"t, u\"}}\n",
    "a: {b: [1, 2], c: {d: 'e', f: g(h, 1)}}\nk:\n  - {l: m}\n  - n\n",
    "登记: {on: {受理: {to: 调解}}}\n调解: {type: final}\n",
  ]

  /// A sign put before every value, one at a time.
  @Test(arguments: rows, [">= ", "@", "? > ", "? ", "%", "`", "* ", "| ", "& ", "> "])
  func aSignBeforeAValueIsMended(row: String, sign: String) {
    for place in row.indices where row[place].isLetter || row[place].isNumber {
      let before = row[..<place].suffix(2)
      guard before.hasSuffix("{") || before.hasSuffix("[") || before.hasSuffix(" ") else {
        continue
      }
      expectBetter(Array((row[..<place] + sign + row[place...]).utf8))
    }
  }

  private func expectBetter(_ bytes: [UInt8]) {
    let told = findings(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    guard let first = told.first(where: { $0.fix != nil }), let fix = first.fix else { return }
    let mended = applied([fix], to: bytes)
    let rest = findings(mended)
    #expect(mended != bytes, "\(text)")
    #expect(rest.count <= told.count, "\(text.debugDescription) \(first.code.id)")
    #expect(!rest.contains(first), "\(text.debugDescription) \(first.code.id)")
  }

  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "x.yaml", bytes: bytes)
    _ = parseYAML(file, id: SourceID(0), into: &diagnostics)
    return diagnostics.sorted
  }

  private func applied(_ fixes: [Fix], to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var end = bytes.count
    for fix in fixes.sorted(by: { $0.span.start > $1.span.start }) where Int(fix.span.end) <= end {
      bytes.replaceSubrange(Int(fix.span.start)..<Int(fix.span.end), with: fix.replacement.utf8)
      end = Int(fix.span.start)
    }
    return bytes
  }
}
