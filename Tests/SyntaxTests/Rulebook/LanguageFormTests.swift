import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

/// The tables of keys agree with themselves and with the book of the language.
@Suite struct LanguageFormTests {
  @Test func everyFormHasANameOfItsOwn() {
    let names = LanguageForms.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 30)
    let known = ["rulebook", "state", "transition", "action", "case", "calendar", "title"]
    #expect(Set(known).isSubset(of: names))
  }

  @Test(arguments: LanguageForms.all.map(\.name))
  func everyKeySaysWhatItHoldsInBothLanguages(name: String) throws {
    let form = try #require(LanguageForms.all.first { $0.name == name })
    #expect(!form.keys.isEmpty)
    for key in form.keys {
      #expect(!key.summary.en.isEmpty && !key.summary.en.contains(where: isHan), "\(key.name)")
      #expect(key.summary.zh.contains(where: isHan), "\(key.name)")
      #expect(!key.shape.expected.en.isEmpty && !key.shape.example.isEmpty, "\(key.name)")
    }
  }

  @Test(arguments: LanguageForms.all.map(\.name))
  func noWordIsAKeyAndAMistakeAtOnce(name: String) throws {
    let form = try #require(LanguageForms.all.first { $0.name == name })
    let mistakes = form.keys.flatMap(\.mistakenFor)
    #expect(Set(mistakes).isDisjoint(with: form.keys.map(\.name)))
    #expect(Set(mistakes).count == mistakes.count)
  }

  @Test(arguments: LanguageForms.all.map(\.name))
  func conflictsNameKeysOfTheForm(name: String) throws {
    let form = try #require(LanguageForms.all.first { $0.name == name })
    for word in form.conflicts.flatMap({ [$0.key] + $0.others }) {
      #expect(form.spec(of: word) != nil, "\(word)")
    }
  }

  @Test(arguments: LanguageForms.all.map(\.name))
  func theExampleOfAFormIsOne(name: String) throws {
    let form = try #require(LanguageForms.all.first { $0.name == name })
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "example", text: form.example)
    let node = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    let keys = try #require(node.mapping?.map(\.key.text))
    #expect(diagnostics.all.isEmpty)
    #expect(keys.allSatisfy { form.spec(of: $0) != nil }, "\(keys)")
    #expect(form.keys.filter(\.isRequired).allSatisfy { keys.contains($0.name) }, "\(keys)")
  }

  @Test func theBookOfTheLanguageNamesEveryKey() throws {
    let pages = ["docs/language.md", "docs/mediation.md", "docs/layers.md"]
    let book = try pages.map { try String(contentsOf: Repository.url($0), encoding: .utf8) }
      .joined()
    let words = Set(book.split { !$0.isLetter && $0 != "_" }.map(String.init))
    let keys = LanguageForms.all.flatMap { form in form.keys.map { (form.name, $0.name) } }
    expectNone(keys.filter { !words.contains($0.1) }.map { "\($0.0): \($0.1)" })
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
