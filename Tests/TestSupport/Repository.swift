package import Foundation

/// The checkout that these tests were built from.
package enum Repository {
  /// Its top folder, known from where this file was compiled.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that holds what was built: the one this very process was started from.
  package static let products: URL = {
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(fileURLWithPath: executable ?? CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  /// A file or folder of the checkout by its path from the top.
  package static func url(_ path: String) -> URL {
    root.appendingPathComponent(path)
  }

  /// Paths, from the top and in order, of the files that git tracks or would track.
  package static func files() throws -> [String] {
    let listing = try Command(
      "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], in: root
    ).run()
    guard listing.status == 0 else { throw CommandFailure(listing) }
    let paths = Set(listing.output.split(separator: "\0").map(String.init))
    return paths.sorted().filter { FileManager.default.fileExists(atPath: url($0).path) }
  }
}
