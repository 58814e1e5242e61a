import Compiler
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// A rulebook that compiles, with its case files: those that are shipped and those of the
/// conformance pages.
struct RulebookSample: CustomTestStringConvertible, Sendable {
  /// What to call it: its path, or the page and its place there.
  var name: String
  /// The rulebook's path, as the reader knows it.
  var path: String
  var cases: [String]
  var isShipped: Bool
  var files: [String: String]

  var testDescription: String { name }

  static let all: [RulebookSample] = (shipped + inPages).filter { sample in
    (try? compile(like: sample))?.program != nil
  }

  /// Those of the pages, and of the shipped ones the base, a place of each shape and the tables in
  /// CSV: what is tried many times over is tried with these.
  static let some: [RulebookSample] = all.filter { sample in
    let kept = ["base", "xinyi", "changshu-five-colour"]
    return !sample.isShipped || kept.contains { sample.path == "Rules/\($0)/rulebook.yaml" }
  }

  private static var shipped: [RulebookSample] {
    let paths = (try? Repository.files()) ?? []
    return paths.filter { $0.hasPrefix("Rules/") && $0.hasSuffix("/rulebook.yaml") }.map { path in
      let folder = FilePath.folder(of: path) + "/cases/"
      return RulebookSample(
        name: path, path: path, cases: paths.filter { $0.hasPrefix(folder) }, isShipped: true,
        files: [:])
    }
  }

  private static var inPages: [RulebookSample] {
    ConformanceSuite(folder: Repository.url("Tests/Conformance")).cases.flatMap { page in
      let text = (try? String(contentsOf: page.file, encoding: .utf8)) ?? ""
      let blocks = MarkdownPage(text).blocks.filter { $0.fence.words.count == 2 }
      return blocks.filter { $0.opens(with: "rulebook:") }.map { rulebook in
        var files: [String: String] = [:]
        for block in blocks + [rulebook] { if let file = block.file { files[file] = block.text } }
        let cases = blocks.filter { $0.opens(with: "case:") || $0.opens(with: "cases:") }
        return RulebookSample(
          name: "\(page.path):\(rulebook.line)", path: rulebook.file ?? "",
          cases: cases.compactMap(\.file), isShipped: false, files: files)
      }
    }
  }
}

extension FencedBlock {
  /// Whether one of its lines begins so.
  fileprivate func opens(with key: String) -> Bool { lines.contains { $0.hasPrefix(key) } }
}

/// Reads a sample's own files from memory, all others from the checkout.
struct SampleReader: SourceReading {
  var files: [String: String]

  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    if let text = files[path] { return Array(text.utf8) }
    var isFolder: ObjCBool = false
    let url = Repository.url(path)
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      !isFolder.boolValue, let data = try? Data(contentsOf: url)
    else {
      throw SourceReadingError(path: path, reason: isFolder.boolValue ? .isFolder : .notFound)
    }
    return Array(data)
  }
}

/// Compiles a sample's rulebook, or another text in its place.
func compile(_ text: String? = nil, like sample: RulebookSample) throws -> Compilation {
  var files = sample.files
  if let text { files[sample.path] = text }
  return try RulebookCompiler(
    reading: SampleReader(files: files), templateFolders: ["Templates"]
  ).compile(path: sample.path)
}
