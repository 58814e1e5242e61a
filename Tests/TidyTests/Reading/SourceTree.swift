internal import Foundation
internal import TestSupport

/// The files that the rules judge: the checkout, or a few planted ones.
struct SourceTree {
  /// Texts by path from the top; files that are no UTF-8 text are left out.
  let texts: [String: String]
  /// Swift files in order of their paths.
  let swift: [SwiftFile]

  init(_ texts: [String: String]) {
    self.texts = texts
    swift = texts.keys.sorted().filter { $0.hasSuffix(".swift") }.map {
      SwiftFile(path: $0, text: texts[$0, default: ""])
    }
  }

  /// The checkout as it stands, read once.
  static let repository = Result {
    var texts: [String: String] = [:]
    for path in try Repository.files() {
      let data = try Data(contentsOf: Repository.url(path))
      texts[path] = String(validating: data, as: UTF8.self)
    }
    return SourceTree(texts)
  }
}

/// One place that breaks a rule.
struct Offence: Equatable, CustomStringConvertible {
  var path: String
  /// Counted from 1.
  var line: Int
  var message: String

  init(_ path: String, _ line: Int, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  var description: String { "\(path):\(line): \(message)" }
}
