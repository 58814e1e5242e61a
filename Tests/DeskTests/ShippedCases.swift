import Compiler
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// The shipped rulebooks with the cases that come with them, each compiled once.
struct ShippedCases: CustomTestStringConvertible, Sendable {
  var path: String
  var cases: [String]

  var testDescription: String { path }

  static let all: [ShippedCases] = {
    let paths = (try? Repository.files()) ?? []
    return paths.filter { $0.hasPrefix("Rules/") && $0.hasSuffix("/rulebook.yaml") }.map { path in
      let folder = FilePath.folder(of: path) + "/cases/"
      return ShippedCases(path: path, cases: paths.filter { $0.hasPrefix(folder) })
    }
  }()

  /// The interpreter, and what every case of the rulebook goes through: all its states, in order.
  func played() throws -> (interpreter: Interpreter, states: [CaseState]) {
    let compiler = RulebookCompiler(reading: RepositoryReader(), templateFolders: ["Templates"])
    let compilation = try compiler.compile(path: path)
    guard let program = compilation.program else { throw CommandFailure("\(path) has errors") }
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    var (sources, diagnostics) = (compilation.sources, Diagnostics())
    let names = ProgramNames(program)
    var states: [CaseState] = []
    for path in cases {
      let files = try compiler.compileCases(
        path: path, against: names, sources: &sources, into: &diagnostics)
      for file in files { states += interpreter.replay(file).steps.map(\.result.state) }
    }
    return (interpreter, states)
  }
}

/// Reads files by their paths from the top of the checkout.
struct RepositoryReader: SourceReading {
  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
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
