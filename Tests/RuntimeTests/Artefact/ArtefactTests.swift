import Compiler
import Foundation
import Model
import Runtime
import SourceText
import TestSupport
import Testing

/// What is read from an artefact is what was written, and what Foundation's reader makes of it.
@Suite struct ArtefactTests {
  private struct Disk: SourceReading {
    func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
      let url = Repository.url(path)
      let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
      guard !isFolder, let data = try? Data(contentsOf: url) else {
        throw SourceReadingError(path: path, reason: isFolder ? .isFolder : .notFound)
      }
      return Array(data)
    }
  }

  private struct Body: Codable {
    struct Source: Codable {
      var name: String
      var text: String
    }

    var program: Program
    var sources: [Source]
  }

  @Test(arguments: ["base", "xinyi", "medical-committee", "wuzhong-2nx"])
  func aShippedRulebookComesBackWhole(name: String) throws {
    let path = "Rules/\(name)"
    let compiler = RulebookCompiler(reading: Disk(), templateFolders: ["Templates"])
    let compilation = try compiler.compile(path: path + "/rulebook.yaml")
    let program = try #require(compilation.program)
    let written = Artefact(
      program, sources: compilation.sources, folder: path, calendar: compilation.calendar)
    let read = try Artefact(bytes: written.bytes)
    #expect(read.program == program)
    #expect(read.calendar == compilation.calendar)
    #expect(read.programHash == written.programHash)
    #expect(read.sources.files.map(\.bytes) == compilation.sources.files.map(\.bytes))
    // Foundation's reader finds the same in it.
    let lines = written.bytes.split(separator: UInt8(ascii: "\n"))
    let body = try JSONDecoder().decode(Body.self, from: Data(lines[1]))
    #expect(body.program == program)
    #expect(
      body.sources.map(\.text)
        == read.sources.files.map { String(decoding: $0.bytes, as: UTF8.self) })
  }

  /// A calendar that the tool wrote, as text.
  private static let packed = String(
    decoding: Artefact.packed(WorkCalendar(name: "甲 \"乙\"\u{1}\n", years: [])).bytes,
    as: UTF8.self)

  @Test(arguments: [
    (#""a""#, "a"), (#""甲\n\t\"\\\/\b\f\r""#, "甲\n\t\"\\/\u{8}\u{C}\r"), (#""""#, ""),
    (#""\u0041\u7532""#, "A甲"), (#""\uD83D\uDE00x""#, "😀x"),
  ])
  func aTextIsReadWithItsEscapes(written: String, text: String) throws {
    let json = Self.packed.replacing(
      #/"calendar":"(\\.|[^"\\])*"/#, with: "\"calendar\":\(written)")
    let read = try Artefact.calendar(bytes: Array(json.utf8))
    #expect(read.name == text)
    #expect(try JSONDecoder().decode(WorkCalendar.self, from: Data(json.utf8)) == read)
  }

  @Test(arguments: [
    #"{"calendar":"a"}"#, #"{"calendar":"a","years":[}"#, #"{"calendar":"\x","years":[]}"#, "", "{",
    "[]", "7",
    #"{"calendar":"\uD800","years":[]}"#, #"{"calendar":"\u12","years":[]}"#,
    #"{"calendar":"a","years":[]} {"#,
    #"{"calendar":"a","years":null}"#, #"{"calendar":7,"years":[]}"#,
    #"{"calendar":"a" "years":[]}"#,
    #"{"calendar":"a","years":[],}"#, "{\"calendar\":\"a\u{1}\",\"years\":[]}",
    #"{"calendar":"a","years":{}}"#,
    #"{"calendar":"a","years":[{"days":[],"year":-}]}"#,
    #"{"calendar":"a","years":[{"days":[],"year":02026}]}"#,
    #"{calendar:"a","years":[]}"#, #"{"calendar":"a","years":[tru]}"#,
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNoArtefactIsDamaged(text: String) {
    #expect(throws: ArtefactError.self) { try Artefact.calendar(bytes: Array(text.utf8)) }
  }

  @Test func whatIsNotUTF8IsDamaged() {
    let bytes = Array(#"{"calendar":""#.utf8) + [0xC3, 0x28] + Array(#"","years":[]}"#.utf8)
    #expect(throws: ArtefactError.self) { try Artefact.calendar(bytes: bytes) }
  }

  /// Bytes changed, lost and put in at random: what both readers take they take alike, and nothing
  /// ends the tool.
  @Test func brokenTextIsReadAsFoundationReadsIt() throws {
    var random = SeededRandom(seed: 5)
    let year =
      #"{"calendar":"甲","years":[{"days":[{"date":"2026-01-01","kind":"holiday"}],"year":2026}]}"#
    let alphabet = Array(#"{}[]:,"\ 0129e-.tfnu"#.utf8) + [0, 9, 0xE4, 0xFF]
    var taken = 0
    for round in 0..<1500 {
      var bytes = Array((round.isMultiple(of: 5) ? year : Self.packed).utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        case 1:
          bytes.insert(alphabet[Int.random(in: 0..<alphabet.count, using: &random)], at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      // A comma too many it takes, and we do not.
      guard let ours = try? Artefact.calendar(bytes: bytes),
        let theirs = try? JSONDecoder().decode(WorkCalendar.self, from: Data(bytes))
      else { continue }
      taken += 1
      #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(taken > 200)
  }
}
