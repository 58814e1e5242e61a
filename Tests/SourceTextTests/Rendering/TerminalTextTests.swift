import SourceText
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("plain 文字\n\tx", "plain 文字\n\tx"),
    ("\u{1B}[31mred\u{1B}[0m", "red"),
    ("\u{1B}]0;title\u{07}x", "x"),
    ("\u{1B}]8;;http\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("\u{1B}Pq#0\u{1B}\\x", "x"),
    ("\u{1B}(Bx\u{1B}cy\u{1B}", "xy"),
    ("\u{9B}2Jx\u{9D}0;t\u{9C}y", "xy"),
    ("\u{1B}]never ended\nnext", "\nnext"),
    ("a\u{00}b\u{08}c\u{7F}d\u{85}e\r\n", "abcde\n"),
    ("\u{202E}abc\u{2066}\u{200B}", "<U+202E>abc<U+2066><U+200B>"),
    ("👨‍👩‍👧", "👨‍👩‍👧"),
  ])
  func textFromFilesLosesItsPowerOverTheTerminal(text: String, safe: String) {
    #expect(text.strippingTerminalControls == safe)
  }

  @Test func noControlCharacterSurvives() {
    for first in UInt32(0)..<0xA0 {
      for second in [UInt32(0x1B), 0x5B, 0x5D, 0x9B, 0x41] {
        let scalars = [first, second].compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars)).strippingTerminalControls
        let left = text.unicodeScalars.filter {
          $0 != "\n" && $0 != "\t" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
        }
        #expect(left.isEmpty, "\(first) \(second)")
      }
    }
  }

  @Test func oneLineHasNoLineBreak() {
    #expect("a\r\n  b\n\n\tc".onOneSafeLine == "a b c")
  }

  @Test(arguments: [
    ("abc", 3), ("金额", 4), ("ａ：", 4), ("e\u{301}", 1), ("한글", 4), ("👨‍👩‍👧", 2), ("🇨🇳", 2),
    ("a\tb", 5), ("\t", 4), ("abcd\t", 8), ("“三调”", 6), ("𠮷", 2), ("", 0), ("\u{200B}", 0),
    ("❤️", 2), ("ｱ", 1), ("、", 2), ("\u{1100}\u{1161}", 2), ("क्ष", 2),
  ])
  func widthIsCountedInColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
