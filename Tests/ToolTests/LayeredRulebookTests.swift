internal import Foundation
internal import TestSupport
internal import Testing

/// A rulebook of several files and layers on a disk: found by path, packed whole.
@Suite struct LayeredRulebookTests {
  private static let files = [
    "base/rulebook.yaml": """
    rulebook: base
    facts: {amount: number}
    settings: {limit: 500}
    decisions: {small: {is: amount < limit}}
    """,
    "places/town/rulebook.yaml": """
    rulebook: town
    extends: ../../base
    include: [own/facts.yaml]
    settings: {limit: 800}
    """,
    "places/town/own/facts.yaml": "facts: {elder: text}\n",
    "places/town/cases/one.yaml": """
    case: one
    opened: 2026-05-06
    facts: {amount: 600}
    expect: {decisions: {small: true}}
    """,
  ]

  private func run(_ arguments: [String], in folder: URL) throws -> Command.Result {
    let tool = Repository.products.appendingPathComponent("fengqiao").path
    return try Command(tool, arguments + ["--lang", "en"], in: folder).run()
  }

  private func withFiles(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (path, text) in Self.files {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try body(folder)
    }
  }

  @Test(arguments: [("", "places/town"), ("places", "town"), ("places/town", "rulebook.yaml")])
  func theBaseIsFoundFromWherever(folder: String, path: String) throws {
    try withFiles { root in
      let folder = root.appendingPathComponent(folder)
      let (checked, tested) = (
        try run(["check", path], in: folder), try run(["test", path], in: folder)
      )
      #expect(checked.output == "no findings\n")
      #expect(tested.output.hasSuffix("1 passed, 0 failed\n"))
    }
  }

  @Test func theBaseIsFoundBehindALink() throws {
    try withFiles { root in
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent("elsewhere"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: root.appendingPathComponent("elsewhere/link"),
        withDestinationURL: root.appendingPathComponent("places/town"))
      let folder = root.appendingPathComponent("elsewhere")
      let checked = try run(["check", "link"], in: folder)
      #expect(checked.output == "no findings\n")
    }
  }

  @Test func anArtefactHoldsAllFilesAndIsTheSameFromWherever() throws {
    try withFiles { root in
      let town = root.appendingPathComponent("places/town")
      let (one, other) = ("places/town", "\(town.path)/rulebook.yaml")
      #expect(try run(["compile", one, "-o", "one.json"], in: root).status == 0)
      #expect(try run(["compile", other, "-o", "other.json"], in: root).status == 0)
      let artefact = try Data(contentsOf: root.appendingPathComponent("one.json"))
      #expect(try Data(contentsOf: root.appendingPathComponent("other.json")) == artefact)
      let text = String(decoding: artefact, as: UTF8.self)
      for name in ["rulebook.yaml", "own/facts.yaml", "../../base/rulebook.yaml"] {
        #expect(text.contains("\"name\":\"\(name)\""), "\(name)")
      }
      for folder in ["base", "places/town/own", "places/town/rulebook.yaml"] {
        try FileManager.default.removeItem(at: root.appendingPathComponent(folder))
      }
      let result = try run(["test", "one.json", "places/town/cases/one.yaml"], in: root)
      #expect(result.output == "pass  town  one\n1 passed, 0 failed\n", "\(result)")
    }
  }
}
