internal import TestSupport
internal import Testing

@Suite struct LeftoverTests {
  @Test func nothingIsLeftBehind() throws {
    expectNone(Leftovers.offences(in: try SourceTree.repository.get()))
  }

  private func offences(_ path: String, _ text: String) -> [Offence] {
    Leftovers.offences(in: SourceTree([path: text]))
  }

  @Test(arguments: [
    ("Sources/A/X.swift", "let a = \"TODO try! as! \\(b) print(1)\""),
    ("Sources/A/X.swift", "let a = #\"TODO \"quoted\" \\(print(1))\"#"),
    ("Sources/A/X.swift", "/// Never `try!`, never `fatalError(`."),
    ("Sources/A/X.swift", "let a = try? b() as? C; d.print(1); func print(x: Int) {}"),
    ("Sources/A/X.swift", "if try !a() {}"),
    ("Sources/A/X.swift", "func print() {}; func b() { print() }"),
    ("Sources/A/X.swift", "struct A: Sendable {}; let x = isUnsafe(1)"),
    ("Sources/A/X.swift", "let a = \"\"\"\n  tab\t\n\n  blank \n  \"\"\""),
    ("Sources/fengqiao/X.swift", "print(1)"),
    ("benchmarks/x.swift", "print(1)"),
    ("docs/x.md", "# A\n\n```yaml\na:\tb \n```\n"),
    ("Makefile", "a:\n\tb"),
    ("Tests/x.csv", "a,b \r\n"),
    ("docs/x.md", "A TODOS, a XXXL."),
  ])
  func whatOnlyLooksLikeOnePasses(path: String, text: String) {
    #expect(offences(path, text) == [])
  }

  @Test(arguments: [
    ("Sources/A/X.swift", "\n// TODO: later", 2, "`TODO`"),
    ("Sources/A/X.swift", "/* a /* nested */\n FIXME */", 2, "`FIXME`"),
    ("Sources/A/X.swift", "let XXX = 1", 1, "`XXX`"),
    ("Rules/a.yaml", "a: 1\nb: 2 # TODO", 2, "`TODO`"),
    ("Sources/A/X.swift", "\n\nlet a = try! b()", 3, "`try!`"),
    ("Sources/A/X.swift", "let a = b as! C", 1, "`as!`"),
    ("Sources/A/X.swift", "let a = \"\\(b as! C)\"", 1, "`as!`"),
    ("Tests/A/X.swift", "fatalError(\"x\")", 1, "`fatalError`"),
    ("Sources/A/X.swift", "final class A: @unchecked Sendable {}", 1, "`@unchecked Sendable`"),
    ("Sources/A/X.swift", "nonisolated(unsafe) var a = 1", 1, "`nonisolated(unsafe)`"),
    ("Sources/A/X.swift", "print(\"x\")", 1, "`print`"),
    ("Tests/A/X.swift", "let a = \"\\(print(1))\"", 1, "`print`"),
    ("Sources/A/X.swift", "let a = 1 ", 1, "a blank at the end"),
    ("Sources/A/X.swift", "let a = \"\"\"\n  x\n  \"\"\"\n\tlet b = 1", 4, "a tab"),
    ("docs/x.md", "a\n\n```yaml\na:\tb\n```\nwords ", 6, "a blank at the end"),
    ("Rules/x.yaml", "a: 1\n\tb: 2", 2, "a tab"),
    ("Scripts/x", "a\r\nb", 1, "a carriage return"),
    ("Makefile", "a: \n", 1, "a blank at the end"),
  ])
  func aPlantedLeftoverIsCaught(path: String, text: String, line: Int, says: String) {
    let offences = offences(path, text)
    #expect(offences.count == 1, "\(offences)")
    #expect(offences.first?.path == path)
    #expect(offences.first?.line == line)
    #expect(offences.first?.message.contains(says) == true, "\(offences)")
  }
}
