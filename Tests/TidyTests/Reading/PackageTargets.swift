internal import Foundation
internal import TestSupport

/// The targets of `Package.swift` and what each says it depends on.
struct PackageTargets: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]

    /// The folder of its sources, with a slash at the end.
    var folder: String {
      (path ?? (type == "test" ? "Tests/" : "Sources/") + name) + "/"
    }

    /// Names of the targets and products it may import.
    var names: [String] { dependencies.map(\.name) }
  }

  /// One dependency as SwiftPM prints it: `{"byName": ["X", null]}`, `{"product": ["X", "package",
  /// …]}`.
  struct Dependency: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
      guard let name = kinds.values.first?.first?.name else {
        throw CommandFailure("a dependency without a name")
      }
      self.name = name
    }

    /// One member of a dependency's list; only the first, its name, matters here.
    private struct Part: Decodable {
      let name: String?

      init(from decoder: any Decoder) throws {
        name = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }

  let targets: [Target]

  init(json: String) throws {
    self = try JSONDecoder().decode(PackageTargets.self, from: Data(json.utf8))
  }

  /// What this checkout's manifest says. SwiftPM keeps the build folder locked while tests run, so
  /// the question is asked from a folder of its own; it needs no network.
  static let repository = Result {
    try withTemporaryFolder { scratch in
      let command = Command(
        "swift", ["package", "--scratch-path", scratch.path, "--skip-update", "dump-package"],
        in: Repository.root)
      let result = try command.run()
      guard result.status == 0 else { throw CommandFailure(result) }
      return try PackageTargets(json: result.output)
    }
  }
}
