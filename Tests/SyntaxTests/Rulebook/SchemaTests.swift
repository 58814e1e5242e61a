import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

/// The JSON Schema says of keys what the decoder says.
@Suite struct SchemaTests {
  private static let any = JSONSchema.text(of: nil)

  @Test func everyKeyOfTheDecoderStandsInTheSchemaAndNoOther() throws {
    let forms = try #require(Self.any["$defs"])
    for outline in LanguageForms.all {
      let form = try #require(forms[outline.name], "\(outline.name)")
      let mapping = form["anyOf"]?.elements.last ?? form
      let names = mapping["properties"]?.members.map(\.name)
      #expect(names == outline.keys.map(\.name), "\(outline.name)")
      #expect(mapping["additionalProperties"] == .bool(false), "\(outline.name)")
      let required = mapping["required"]?.elements ?? []
      #expect(required == outline.keys.filter(\.isRequired).map { .string($0.name) })
    }
    #expect(forms.members.count == LanguageForms.all.count + 1)
  }

  @Test(arguments: JSONSchema.File.allCases)
  func aKindsSchemaHoldsAllThatItRefersTo(file: JSONSchema.File) throws {
    let schema = JSONSchema.text(of: file)
    let names = Set(try #require(schema["$defs"]).members.map(\.name))
    let references = schema.references
    #expect(!references.isEmpty && references.isSubset(of: names))
  }

  @Test func everyKeyIsDescribedInBothLanguages() throws {
    for form in try #require(Self.any["$defs"]).members where form.name != "value" {
      let mapping = form.value["anyOf"]?.elements.last ?? form.value
      for key in mapping["properties"]?.members ?? [] {
        guard case .string(let words)? = key.value["description"] else {
          Issue.record("\(form.name).\(key.name) has no description")
          continue
        }
        #expect(words.contains(" · ") && words.contains { $0 >= "\u{4E00}" }, "\(words)")
      }
    }
  }

  @Test func everyShippedFileIsValid() throws {
    try withSchema { schema, folder in
      let files = try Self.shipped().map { Repository.url($0).path }
      expectNone(lines(try schemaFaults(of: files, against: schema, in: folder)))
    }
  }

  /// Rulebooks, their parts, cases and calendars; profiles are no part of the language.
  private static func shipped() throws -> [String] {
    try Repository.files().filter {
      $0.hasPrefix("Rules/") && $0.hasSuffix(".yaml") && !$0.hasPrefix("Rules/profiles/")
    }
  }

  /// An entry is put in at places of shipped files: where the decoder objects the schema does, and
  /// where it does not, neither does the schema.
  @Test func decoderAndSchemaObjectToTheSameKeys() throws {
    var generator = SeededRandom(seed: 5)
    var verdicts: [String: Bool] = [:]
    try withSchema { schema, folder in
      for path in try Self.shipped() {
        let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
        let before = findings(in: text)
        for (place, mutant) in Self.mutants(of: text, count: 3, &generator) {
          let name = "\(verdicts.count)-\(place).yaml"
          try mutant.write(
            to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
          verdicts[name] = findings(in: mutant) == before
        }
      }
      let told = lines(try schemaFaults(of: ["."], against: schema, in: folder))
      let refused = Set(told.compactMap { $0.split(separator: ":").first.map(String.init) })
      #expect(verdicts.count > 500)
      #expect(verdicts.values.contains(true) && verdicts.values.contains(false))
      for (name, isFine) in verdicts where refused.contains(name) == isFine {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let place = Int(name.split(separator: "-")[1].dropLast(5)) ?? 0
        let around = text.split(separator: "\n", omittingEmptySubsequences: false)
          .dropFirst(place - 2).prefix(4).joined(separator: "\n")
        Issue.record("the decoder \(isFine ? "takes" : "refuses") this:\n\(around)")
      }
    }
  }

  /// The text with an entry that no form has before some of the lines that begin an entry.
  private static func mutants(
    of text: String, count: Int, _ generator: inout SeededRandom
  ) -> [(place: Int, text: String)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { index in
      let words = lines[index].drop { $0 == " " }
      return words.first.map { $0.isLetter } == true && words.contains(": ")
        && !words.hasPrefix("|")
    }
    return places.shuffled(using: &generator).prefix(count).map { place in
      var changed = lines
      let indent = lines[place].prefix { $0 == " " }
      changed.insert("\(indent)zzz: text", at: place)
      return (place, changed.joined(separator: "\n"))
    }
  }

  private func findings(in text: String) -> Int {
    var diagnostics = Diagnostics()
    var sources = SourceMap()
    let file = SourceFile(name: "x.yaml", text: text)
    let id = sources.add(file)
    guard let node = parseYAML(file, id: id, into: &diagnostics) else { return -1 }
    if node["case"] != nil || node["cases"] != nil {
      _ = decodeCases(node, into: &diagnostics)
    } else if node["calendar"] != nil, node["years"] != nil {
      _ = decodeCalendar(node, into: &diagnostics)
    } else if node["rulebook"] != nil {
      _ = decodeRulebook(node, into: &diagnostics)
    } else {
      _ = decodePart(node, into: &diagnostics)
    }
    return diagnostics.all.count
  }

  private func withSchema(_ body: (URL, URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let schema = folder.appendingPathComponent("schema.json")
      try Self.any.text().write(to: schema, atomically: true, encoding: .utf8)
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("files"), withIntermediateDirectories: true)
      try body(schema, folder.appendingPathComponent("files"))
    }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}

extension JSONText {
  fileprivate var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  fileprivate var elements: [JSONText] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate subscript(name: String) -> JSONText? {
    members.first { $0.name == name }?.value
  }

  /// The definitions that it refers to, anywhere in it.
  fileprivate var references: Set<String> {
    if case .string(let path)? = self["$ref"] { return [String(path.dropFirst("#/$defs/".count))] }
    let inner = members.map(\.value.references) + elements.map(\.references)
    return inner.reduce(into: []) { $0.formUnion($1) }
  }
}
