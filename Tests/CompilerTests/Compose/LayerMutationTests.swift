import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// A good place and a good base with one word dropped, doubled or exchanged for the next end in
/// findings at places that exist, or in success; never in a crash.
struct LayerMutationTests {
  @Test func anyWordOfAPlaceMayGoWrong() throws {
    for text in mutations(of: place) {
      try expectPlaces(["rulebook.yaml": text, "base/rulebook.yaml": base, "own.yaml": own])
    }
  }

  @Test func anyWordOfABaseMayGoWrong() throws {
    for text in mutations(of: base) {
      try expectPlaces(["rulebook.yaml": place, "base/rulebook.yaml": text, "own.yaml": own])
    }
  }

  @Test func anyWordOfAnIncludedFileMayGoWrong() throws {
    for text in mutations(of: own) {
      try expectPlaces(["rulebook.yaml": place, "base/rulebook.yaml": base, "own.yaml": text])
    }
  }

  @Test func asTheyAreTheyAreSound() throws {
    let compilation = try compile(place, files: ["base/rulebook.yaml": base, "own.yaml": own])
    expectNone(compilation.diagnostics.map(compilation.line))
    #expect(compilation.program?.mediation.settings.map(\.value) == ["20 days", "high", "5 days"])
    #expect(
      compilation.program?.mediation.settings.map(\.declaredValue) == ["15 days", nil, "7 days"])
  }

  private func expectPlaces(_ files: [String: String]) throws {
    let compilation = try RulebookCompiler(reading: FilesInMemory(files)).compile(
      path: "rulebook.yaml")
    for diagnostic in compilation.diagnostics {
      for label in [diagnostic.primary] + diagnostic.labels {
        let sources = compilation.sources
        let isThere =
          Int(label.span.source.index) < sources.files.count
          && Int(label.span.end) <= sources[label.span.source].bytes.count
        #expect(isThere, "\(diagnostic.code.id) lies outside of its file")
      }
    }
    let hasErrors = compilation.diagnostics.contains { $0.severity == .error }
    #expect((compilation.program == nil) == hasErrors, "\(files)")
  }

  /// The text with each word once dropped, once doubled, once exchanged for the next.
  private func mutations(of text: String) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.indices.flatMap { index in
      var dropped = words
      dropped[index] = ""
      var doubled = words
      doubled[index] += " " + words[index]
      var swapped = words
      if index + 1 < words.count { swapped.swapAt(index, index + 1) }
      return [dropped, doubled, swapped].map { $0.joined(separator: " ") }
    }
  }
}

private let base = """
  rulebook: base
  types: {level: {ordered: [low, high]}}
  facts: {amount: money, received: date}
  scales:
    risk: {values: [low_risk, high_risk], ask: How great is the risk?}
  settings:
    follow_up_after: {value: 15 days, min: 1 day, max: 90 days, local: any}
    strict_from: {value: high, type: level, local: sealed}
  periods:
    visit: {from: received, length: 7 days, local: shorter}
  decisions:
    kind:
      local: rows
      hit: first
      inputs: [amount, risk]
      outputs: {kind: level}
      rules:
        - {id: large, when: {amount: ">= 50000"}, then: high}
      otherwise: low
    may_go_on: {is: kind = low or risk = low_risk}
    strict: {is: kind >= strict_from}
  documents:
    notice: {needs: [amount]}
    card: {local: any}
  workflow:
    states:
      open: {on: {go: {when: may_go_on, to: closed}}, after: {follow_up_after: closed}}
      closed: {type: final, entry: [{draft: notice}]}
  """

private let place = """
  rulebook: place
  extends: base
  include: [own.yaml]
  settings: {follow_up_after: 20 days, visit: 5 days}
  add:
    kind: {rules: [{id: middle, when: {amount: "> 500"}, then: high}]}
  replace:
    documents:
      notice: {title: Our notice, needs: [amount]}
    decisions:
      strict: {is: kind = strict_from}
  remove: {documents: [card]}
  """

private let own = """
  facts: {elder: text}
  scales:
    colour:
      of: risk
      values: [{id: green, stands_for: low_risk}, {id: red, stands_for: high_risk}]
      ask: Which colour?
  documents:
    leaflet: {title: Our leaflet}
  """
