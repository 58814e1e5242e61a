import SourceText
import Testing

struct JSONTextTests {
  private let value: JSONText = [
    "b": [1, true, nil, "x"], "a": ["é": .number("1.50"), "e": "", "文": []], "": [:],
  ]

  @Test func membersKeepTheirOrderOrAreSorted() {
    #expect(
      value.text() == #"{"b":[1,true,null,"x"],"a":{"é":1.50,"e":"","文":[]},"":{}}"#)
    #expect(
      value.text(order: .sorted)
        == #"{"":{},"a":{"e":"","é":1.50,"文":[]},"b":[1,true,null,"x"]}"#)
  }

  @Test func prettyTextHasALineForEachPart() {
    #expect(
      JSONText.object([.init("a", [1, 2]), .init("b", [:])]).prettyText() == """
        {
          "a": [
            1,
            2
          ],
          "b": {}
        }
        """)
  }

  @Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{08}\u{0C}\u{00}\u{1F}", #""\n\r\t\b\f\u0000\u001f""#),
    ("文字 é 👍", "\"文字 é 👍\""), ("\u{7F}\u{9B}\u{2028}\u{202E}", #""\u007f\u009b\u2028\u202e""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func stringsAreEscapedExactly(text: String, json: String) {
    #expect(JSONText.string(text).text() == json)
  }
}
