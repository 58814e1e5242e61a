internal import TestSupport
internal import Testing

@Suite struct DocCommentTests {
  @Test func everythingThatOthersMayUseSaysWhatItIs() throws {
    expectNone(DocComments.offences(in: try SourceTree.repository.get()))
  }

  private func offences(_ text: String) -> [String] {
    DocComments.offences(in: SourceTree(["Sources/A/X.swift": text])).map(\.description)
  }

  @Test(arguments: [
    "/// A.\npackage struct A {\n  package var b: Int\n  package init() {}\n}",
    "/// A.\n@frozen\npackage enum A {}",
    "struct A {}\nfunc b() {}\nprivate func c() {}",
    "  package static func == (a: A, b: A) -> Bool { true }",
    "  package func hash(into hasher: inout Hasher) {}",
    "package import SourceText",
    "/// A.\npackage let a = 1",
    "  package static let a = 1",
    "// package func a() {}\nlet a = \"package func b()\"",
    "package extension A {\n}",
  ])
  func whatIsDescribedOrNeedsNoWordsPasses(text: String) {
    #expect(offences(text) == [])
  }

  @Test(arguments: [
    ("package struct A {}", 1, "A"), ("\n  package enum `B` {}", 2, "B"),
    ("// Not a doc comment.\npackage func c() {}", 2, "c"),
    ("/// A.\n\npackage protocol D {}", 3, "D"),
    ("  package static mutating func e() {}", 1, "e"),
    ("  package static func + (a: A, b: A) -> A { a }", 1, "+"),
    ("package let f = 1", 1, "f"), ("package typealias G = Int", 1, "G"),
    ("package indirect enum H {}", 1, "H"), ("public func i() {}", 1, "i"),
  ])
  func whatSaysNothingIsCaught(text: String, line: Int, name: String) {
    #expect(offences(text) == ["Sources/A/X.swift:\(line): `\(name)` has no doc comment"])
  }
}
