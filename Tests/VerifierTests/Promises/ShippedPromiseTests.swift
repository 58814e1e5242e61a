import Compiler
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// What the shipped rulebooks promise: proved as they stand, refuted where a fault is planted.
///
/// All of them are tried by `make prove`, and here with `ORACLE=1` in the environment.
@Suite struct ShippedPromiseTests {
  private static let places: [String] = {
    guard ProcessInfo.processInfo.environment["ORACLE"] == "1" else { return ["base"] }
    let paths = (try? Repository.files()) ?? []
    return paths.filter { $0.hasPrefix("Rules/") && $0.hasSuffix("/rulebook.yaml") }
      .map { $0.split(separator: "/")[1] }.map(String.init)
  }()

  @Test(arguments: places)
  func aShippedRulebookKeepsItsPromises(_ place: String) throws {
    let program = try #require(try Self.program(place, besides: [:]))
    #expect(!program.invariants.isEmpty)
    for invariant in program.invariants {
      guard case .proved = prove(invariant, of: program, .china) else {
        Issue.record("\(place): \(invariant.name) is not proved")
        continue
      }
    }
  }

  @Test func aScreenWithoutALineIsRefutedByACase() throws {
    let path = "Rules/base/screen.yaml"
    let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
    let start = try #require(text.range(of: "    R2:\n"))
    let end = try #require(text.range(of: "    threat:\n"))
    let without = text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
    let program = try #require(try Self.program("base", besides: [path: without]))
    let invariant = try #require(program.invariants.first { $0.name == "crime_is_not_mediated" })
    guard case .refuted(let file) = prove(invariant, of: program, .china) else {
      Issue.record("the line that is gone is not missed")
      return
    }
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    #expect(replay.steps.allSatisfy { $0.result.refusal == nil })
    guard case .never(let condition) = invariant.kind else { return }
    let last = try #require(replay.steps.last?.result.state)
    let evaluator = Evaluator(program: program, calendar: .china, state: last)
    #expect(try evaluator.verdict(condition) == .holds)
  }

  private static func program(_ place: String, besides files: [String: String]) throws -> Program? {
    try RulebookCompiler(reading: ShippedFiles(changed: files), templateFolders: ["Templates"])
      .compile(path: "Rules/\(place)/rulebook.yaml").program
  }
}

/// The files of the checkout, some of them changed.
private struct ShippedFiles: SourceReading {
  var changed: [String: String]

  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    if let text = changed[path] { return Array(text.utf8) }
    guard let data = try? Data(contentsOf: Repository.url(path)) else {
      throw SourceReadingError(path: path, reason: .notFound)
    }
    return Array(data)
  }
}
