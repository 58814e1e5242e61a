import SourceText
import Syntax
import Testing

/// Files that are no text, no UTF-8 or too much.
struct FileBytesTests {
  private func parse(_ bytes: [UInt8], limits: YAMLLimits = .default) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "x.yaml", bytes: bytes)
    let node = parseYAML(file, id: SourceID(0), into: &diagnostics, limits: limits)
    #expect(node != nil || diagnostics.hasErrors)
    return diagnostics.sorted
  }

  /// `规则: 调解` and `金额：5000` in GBK, and a character of four bytes in GB18030.
  private static let gbk: [[UInt8]] = [
    [0xB9, 0xE6, 0xD4, 0xF2, 0x3A, 0x20, 0xB5, 0xF7, 0xBD, 0xE2, 0x0A],
    [0xBD, 0xF0, 0xB6, 0xEE, 0xA3, 0xBA, 0x35, 0x30, 0x30, 0x30],
    [0x61, 0x3A, 0x20, 0xB5, 0xF7, 0xBD, 0xE2, 0x81, 0x30, 0x81, 0x36, 0x0A],
  ]

  @Test(arguments: gbk)
  func filesInGBKAreNamed(bytes: [UInt8]) {
    let findings = parse(bytes)
    #expect(findings.map(\.code.id) == ["FQ0101"])
    #expect(findings.first?.message.zh.contains("GB18030") == true)
  }

  @Test func oneBadByteInUTF8IsShownAtItsPlace() {
    let text = Array("规则: 调解调解调解调解调解调解\nb: 一二三四五六七八九十".utf8)
    for cut in text.indices where text[cut] >= 0x80 {
      var broken = text
      broken.remove(at: cut)
      let findings = parse(broken)
      #expect(findings.map(\.code.id) == ["FQ0101"])
      #expect(findings.first?.message.en == "these bytes are not UTF-8")
      let place = Int(findings.first?.primary.span.start ?? 0)
      #expect(cut - 2...cut + 1 ~= place, "\(cut)")
    }
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
    ([0x61, 0x00, 0x3A, 0x00, 0x20, 0x00], "UTF-16"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16"),
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
  ])
  func wideEncodingsAreNamed(bytes: [UInt8], name: String) {
    #expect(parse(bytes).map(\.message.en) == ["the file looks like \(name), not UTF-8"])
  }

  @Test func latinLettersAreNotTakenForGBK() {
    #expect(
      parse(Array("caf".utf8) + [0xE9] + Array(": 1".utf8)).map(\.message.en)
        == ["these bytes are not UTF-8"])
  }

  @Test(arguments: [
    0x00, 0x01, 0x08, 0x0B, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E,
    0x2066,
    0xFEFF, 0xFFFE, 0xFFFF,
  ])
  func charactersThatNobodySeesAreRefused(code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let text = "a: x\(Character(scalar))y\nb: # \(Character(scalar))\nc: {d: e, f}\n"
    let findings = parse(Array(text.utf8))
    #expect(findings.map(\.code.id) == ["FQ0102", "FQ0102", "FQ0116"])
    let length = String(Character(scalar)).utf8.count
    #expect(findings.first?.primary.span == Span(SourceID(0), 4, 4 + length))
    #expect(findings.first?.fix?.replacement == "")
  }

  @Test func loneCarriageReturnsAreRefusedOnce() {
    let findings = parse(Array("a: 1\rb: 2\r\nc: 3\n".utf8))
    #expect(findings.map(\.code.id) == ["FQ0102"])
    #expect(findings.first?.message.en.contains("a lone carriage return") == true)
  }

  @Test func limitsStopWhatWouldCostTooMuch() {
    let size = YAMLLimits(fileBytes: 10)
    #expect(parse(Array("a: 1234567".utf8), limits: size).map(\.code.id) == [])
    #expect(parse(Array("a: 12345678".utf8), limits: size).map(\.code.id) == ["FQ0114"])
    let depth = YAMLLimits(depth: 3)
    #expect(parse(Array("[[[1]]]".utf8), limits: depth).map(\.code.id) == [])
    #expect(parse(Array("a:\n  b:\n    - - 1".utf8), limits: depth).map(\.code.id) == ["FQ0113"])
    #expect(parse(Array("- &a [[1]]\n- [*a]".utf8), limits: depth).map(\.code.id) == ["FQ0113"])
    let aliases = YAMLLimits(aliasedNodes: 6)
    #expect(parse(Array("[&a [1, 2], *a, *a]".utf8), limits: aliases).map(\.code.id) == [])
    #expect(
      parse(Array("[&a [1, 2], *a, *a, *a]".utf8), limits: aliases).map(\.code.id) == ["FQ0112"])
    #expect(
      parse(Array("[&a [1, 2], &b [*a], *b]".utf8), limits: aliases).map(\.code.id) == ["FQ0112"])
  }

  @Test func manyFaultsEndInABoundedList() {
    let tags = Array(String(repeating: "- !x\n", count: 5000).utf8)
    #expect(parse(tags).count == 100)
    let quotes = Array(String(repeating: "- \"a\" b\n", count: 5000).utf8)
    #expect(parse(quotes).count == 20)
    let nuls = Array("a: ".utf8) + [UInt8](repeating: 0, count: 5)
    #expect(parse(nuls).count == 5)
  }

  @Test func deepAndLongFilesAreReadWithoutHarm() {
    for text in ["[", "{a: ", "- ", "? ", "[{a: "] {
      let findings = parse(Array(String(repeating: text, count: 50_000).utf8))
      #expect(!findings.isEmpty)
    }
    let line = "[" + String(repeating: "甲, 'b', \"c\", ", count: 20_000) + "d]"
    #expect(parse(Array(line.utf8)) == [])
  }
}
