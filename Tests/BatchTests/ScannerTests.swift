import CJSONLines
import TestSupport
import Testing

/// The scanner in C, by itself: which lines are JSON, and what they hold.
@Suite struct ScannerTests {
  /// Statuses of a text's lines, and their tokens, read with or without wide instructions.
  private func scan(_ text: [UInt8], isWide: Bool) -> [String] {
    let words: [UInt8] = Array("idfactsevents".utf8)
    guard let scanner = jl_scanner_make(words, [2, 5, 6], 3, isWide) else { return [] }
    defer { jl_scanner_free(scanner) }
    let padded = text + [10] + [UInt8](repeating: 34, count: Int(JL_PADDING))
    var found: [String] = []
    var start: UInt32 = 0
    while start <= text.count {
      let line = jl_scan(scanner, padded, start)
      var words = ["\(line.start)..<\(line.end) \(line.status)"]
      for index in 0..<Int(line.count) where line.status == JL_FINE {
        let token = line.tokens[index]
        words.append("\(token.kind) \(token.start)+\(token.length) \(token.end) \(token.word)")
      }
      found.append(words.joined(separator: ", "))
      start = line.end + 1
    }
    return found
  }

  private func status(_ text: String) -> Int {
    let found = scan(Array(text.utf8), isWide: true)
    return found.count == 1
      ? Int(found[0].split(separator: " ")[1].prefix { $0 != "," }) ?? -1 : -1
  }

  @Test(arguments: [
    "{}", "[]", "0", "-0", "\"\"", "null", "true", "false", " { \"a\" : [ 1 , { } , [ ] ] } ",
    "-12.50e+3", "1E-2", "\"\\u4e2d\\ud83d\\ude00\\\\\\\"\\/\\b\\f\\n\\r\\t\"", "{\"\":\"\"}\r",
    "[[[[[[[[]]]]]]]]", "\"\u{7F}\"", "\"\u{10FFFF}\"", "[1,\"a\\\\\",2]",
  ])
  func whatIsJSONPasses(text: String) {
    #expect(status(text) == JL_FINE)
  }

  @Test(arguments: [
    "{", "}", "[", "]", ",", ":", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1 \"b\":2}",
    "{a:1}", "[1,]", "[,1]", "[1 2]", "[1:2]", "{\"a\",1}", "{]", "[}", "{\"a\":1]", "1 2", "{}{}",
    "{} 1", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "1a", "--1", "NaN", "Infinity", "tru",
    "truex", "nulll", "True", "'a'", "\"a\"b", "a\"b\"", "{\"a\":1}}", "[1]]", "\\\"", "/**/1",
    "\u{FEFF}{}", "{1:2}", "{null:1}", "\"a\"\"b\"", "[\"a\"1]", "\u{1}",
  ])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(status(text) == JL_MALFORMED)
  }

  @Test(arguments: [
    ("\"\\x\"", JL_BAD_ESCAPE), ("\"\\u12\"", JL_BAD_ESCAPE), ("\"\\ud800\"", JL_BAD_ESCAPE),
    ("\"\\udc00\"", JL_BAD_ESCAPE), ("\"\\ud800\\u0041\"", JL_BAD_ESCAPE),
    ("\"a", JL_UNCLOSED), ("{\"id\":\"x", JL_UNCLOSED), ("\"a\\\"", JL_UNCLOSED),
    ("\"\u{1}\"", JL_CONTROL), ("\"a\u{0}b\"", JL_CONTROL), ("\"\t\"", JL_CONTROL),
    ("", JL_BLANK), (" \t\r", JL_BLANK),
  ])
  func everyOtherFaultHasItsName(text: String, wanted: Int) {
    #expect(status(text) == wanted)
  }

  @Test func depthHasALimit() {
    let limit = Int(JL_DEPTH)
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(status(nested(limit)) == JL_FINE)
    #expect(status(nested(limit + 1)) == JL_TOO_DEEP)
  }

  /// What stands before a sequence and after it, so that it lies across the borders of blocks.
  @Test(arguments: [0, 29, 61])
  func wideAndPlainAgreeOnEveryKindOfPair(before: Int) {
    for first in UInt8.min...UInt8.max {
      for second: UInt8 in [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE4] {
        for tail in [[], [0x80], [0x80, 0xBF], [0x41]] as [[UInt8]] {
          let text =
            [34] + [UInt8](repeating: 97, count: before) + [first, second] + tail + [34]
          #expect(scan(text, isWide: true) == scan(text, isWide: false), "\(text)")
        }
      }
    }
  }

  @Test func plainUTF8IsThatOfTheStandardLibrary() {
    var random = SeededRandom(seed: 7)
    let heads: [UInt8] = [0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5]
    let tails: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    for _ in 0..<50_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        text.append(random.pick(heads))
        for _ in 0..<Int.random(in: 0...3, using: &random) { text.append(random.pick(tails)) }
      }
      let isValid = String(validating: text, as: UTF8.self) != nil
      #expect(jl_is_utf8(text, text.count) == isValid, "\(text)")
    }
  }

  @Test func wideAndPlainAgreeOnBrokenLines() {
    let whole = Array(
      """
      {"id":"甲-1","facts":{"金额":-12.5e3,"note":"a\\"b\\\\","list":[1,true,null]},"events":[]}
      {"id":2,"facts":{},"events":[{"event":"accept","at":"2026-05-06T10:00","set":{"x":"\\u4e2d"}}]}

      """.utf8)
    var random = SeededRandom(seed: 3)
    let bytes: [UInt8] = Array("\"\\{}[],:\n\t 0-.eE\u{0}\u{7F}".utf8) + [0x80, 0xE4, 0xFF]
    for _ in 0..<20_000 {
      var text = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: text.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: text.remove(at: place)
        case 1: text.insert(random.pick(bytes), at: place)
        default: text[place] = random.pick(bytes)
        }
      }
      #expect(scan(text, isWide: true) == scan(text, isWide: false), "\(text)")
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("1", 1_000_000), ("-12.5", -12_500_000), ("0.000001", 1),
    ("999999999999.999999", 999_999_999_999_999_999), ("5.10", 5_100_000),
  ])
  func scaledNumbersAreExact(text: String, wanted: Int64) {
    for end in [",", "}", "]", " ", "\n"] { #expect(tp_number(text + end) == wanted) }
  }

  @Test(arguments: [
    "1e3", "0.0000001", "1000000000000", "0.1234567", "1E0", "", "-", "-a", "01", "-01", "1.",
    ".5", "+1", "1.5.2", "0x1", "12a",
  ])
  func whatDoesNotFitIsNotScaled(text: String) {
    #expect(tp_number(text + ",") == .min + 2)
  }
}
