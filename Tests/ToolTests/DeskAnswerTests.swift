internal import Foundation
internal import TestSupport
internal import Testing

/// Every verb of the desk says what it did to scripts as well: one object of JSON, an exit code.
@Suite struct DeskAnswerTests {
  private static let rulebook = """
    rulebook: answers
    roles: {调解员: {}}
    facts: {经过: text}
    events: {tell: {by: 调解员}}
    workflow:
      states:
        open: {on: {tell: {do: [{notify: {to: 调解员, text: 请来}}]}}}
    """

  private func object(_ text: String) throws -> [String: Any] {
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1, "\(text)")
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any], "\(text)")
  }

  @Test func eachVerbAnswersInOneObject() throws {
    try DeskSession.with(Self.rulebook) { session in
      func said(_ verb: String) throws -> [String: Any] {
        try object(try session.run("fengqiao case \(verb) --format json"))
      }
      try session.run("fengqiao case new r --id A-1 --set 经过=树枝 && fengqiao case new r --id A-2")
      #expect(try said("note A-1 周五来")["entries"] as? Int == 2)
      try session.run("fengqiao case fire A-1 tell")
      let undone = try said("undo A-1 --reason 写错了")
      #expect(undone["taken_back"] as? Int == 3 && undone["entries"] as? Int == 4)
      #expect(undone["withdrawn"] as? [String] == ["A-1/3/1"])
      #expect(undone["corrected"] as? [String] == [] && undone["state"] as? [String] == ["open"])
      #expect(try said("link A-1 A-2 --reason 同一堵墙")["linked"] as? String == "A-2")
      let erased = try said("redact A-1 --fact 经过 --reason 要求")
      #expect(erased["texts"] as? Int == 1 && erased["papers"] as? Int == 0)
      try session.run("fengqiao case fire A-1 tell")
      #expect(try said("deliver --hook true")["delivered"] as? Int == 1)
      #expect(try said("export A-1 -o file")["files"] as? Int ?? 0 > 5)
      #expect(try said("export A-1 --as-test -o a.yaml")["path"] as? String == "a.yaml")
      #expect(try said("import file --store other.sqlite")["case"] as? String == "A-1")
      #expect(try said("checkout A-1 --to away.sqlite --holder 王某")["lent_to"] as? String == "王某")
      #expect(try said("checkin A-1 --from away.sqlite")["entries"] as? Int == 9)
      let copied = try said("backup copy")
      #expect(copied["cases"] as? Int == 2)
      #expect((copied["head"] as? String)?.count == 64)
      let restored = try said("restore copy --store back.sqlite")
      #expect((restored["store"] as? String)?.hasSuffix("back.sqlite") == true)
      #expect(try session.run("fengqiao case note A-9 x --format json").hasSuffix("[exit 2]"))
    }
  }
}
