internal import TestSupport
internal import Testing

@Suite struct WallTests {
  @Test func everyImportIsDeclaredAndAllowed() throws {
    let targets = try PackageTargets.repository.get().targets
    #expect(targets.contains { $0.name == "SourceText" })
    expectNone(try Walls.offences(in: SourceTree.repository.get(), targets: targets))
  }

  /// A package in small, as SwiftPM prints it.
  private static let package = """
    {"targets": [
      {"name": "CYAML", "type": "system", "dependencies": []},
      {"name": "Syntax", "type": "regular",
       "dependencies": [{"byName": ["CYAML", null]}, {"byName": ["Model", null]}]},
      {"name": "Engine", "type": "regular", "dependencies": [{"target": ["Syntax", null]}]},
      {"name": "Runtime", "type": "regular", "dependencies": [{"byName": ["CPostgres", null]}]},
      {"name": "Store", "type": "regular", "dependencies": [{"byName": ["CPostgres", null]}]},
      {"name": "fengqiao", "type": "executable", "dependencies": [
        {"byName": ["CYAML", null]}, {"product": ["ArgumentParser", "swift-argument-parser", null, null]}]},
      {"name": "SyntaxTests", "type": "test", "dependencies": [{"byName": ["fengqiao", null]}]},
      {"name": "TestSupport", "type": "regular", "path": "Tests/TestSupport", "dependencies": []}
    ]}
    """

  private func offences(_ path: String, _ text: String) throws -> [String] {
    let targets = try PackageTargets(json: Self.package).targets
    return Walls.offences(in: SourceTree([path: text]), targets: targets).map(\.description)
  }

  @Test(arguments: [
    ("Sources/Syntax/YAML/Reader.swift", "internal import CYAML"),
    ("Sources/Store/PostgreSQL/Libpq.swift", "import CPostgres"),
    ("Sources/Store/System/X.swift", "internal import Glibc"),
    ("Sources/fengqiao/Check.swift", "import ArgumentParser\nimport Foundation"),
    ("Sources/fengqiao/System/X.swift", "internal import Glibc"),
    ("Tests/SyntaxTests/XTests.swift", "internal import Testing\nimport Glibc"),
    ("Tests/TestSupport/X.swift", "internal import Testing"),
    ("Sources/Syntax/X.swift", "// import Engine\nlet x = \"import Engine\""),
    ("Sources/Syntax/X.swift", "#if canImport(Engine)\n#endif"),
    ("Sources/Syntax/X.swift", "import struct Foundation.Date"),
    ("Scripts/x.swift", "import Anything"),
  ])
  func whatIsDeclaredMayBeImported(path: String, text: String) throws {
    #expect(try offences(path, text) == [])
  }

  @Test(arguments: [
    ("Sources/Syntax/X.swift", "import Engine", 1, "never imports `Engine`"),
    ("Sources/Syntax/X.swift", "import Yams", 1, "does not declare that it depends on `Yams`"),
    ("Sources/Syntax/X.swift", "\n@_exported public import struct Yams.Node", 2, "on `Yams`"),
    ("Sources/Syntax/X.swift", "import Testing", 1, "does not declare"),
    ("Sources/Syntax/X.swift", "import CYAML", 1, "Sources/Syntax/YAML/ alone"),
    ("Sources/fengqiao/X.swift", "import CYAML", 1, "Sources/Syntax/YAML/ alone"),
    (
      "Sources/Engine/X.swift", "import Glibc", 1,
      "Sources/fengqiao/System/, Sources/Store/System/ alone"
    ),
    ("Sources/Syntax/X.swift", "import Model", 1, "never imports `Model`"),
    ("Sources/Engine/X.swift", "import Syntax", 1, "never imports `Syntax`"),
    ("Sources/Runtime/X.swift", "import CPostgres", 1, "Sources/Store/PostgreSQL/ alone"),
    ("Sources/Store/X.swift", "import Engine", 1, "never imports `Engine`"),
    ("Sources/Runtime/X.swift", "import Compiler", 1, "never imports `Compiler`"),
    ("Tests/SyntaxTests/XTests.swift", "@testable import fengqiao", 1, "nobody imports the tool"),
  ])
  func aPlantedImportIsCaught(path: String, text: String, line: Int, says: String) throws {
    let offences = try offences(path, text)
    #expect(offences.count == 1)
    #expect(offences.first?.hasPrefix("\(path):\(line): ") == true, "\(offences)")
    #expect(offences.first?.contains(says) == true, "\(offences)")
  }
}
