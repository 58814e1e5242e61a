import Compiler
import Desk
import Engine
import Foundation
import Model
import Runtime
import SourceText
import Store
import TestSupport
import Testing

/// A store in a folder of its own, with a small rulebook, and a desk at a moment of our choice.
struct Bench {
  let store: any CaseStore
  /// The file or the server's URL.
  let address: String
  let artefact: Artefact

  static let rulebook = """
    rulebook: small
    facts:
      甲方: {type: {list: {record: {name: text, 年龄: integer}}}, optional: true}
      金额: {type: money, min: 0, ask: {zh: 争议金额多少元？}}
      经过: text
    roles: {甲方: {}, 调解员: {}}
    decisions: {大额: {is: 金额 >= 5000}}
    events:
      accept: {by: [调解员]}
      withdraw: {by: [甲方]}
      agreed: {}
    workflow:
      states:
        registered: {on: {accept: [{when: 大额, to: town}, {to: village}]}}
        village: {on: {agreed: closed, withdraw: closed}, after: {3 workdays: town}}
        town: {on: {agreed: closed}}
        closed: {type: final}
    """

  /// Kinds of stores that the desk works over.
  enum Place: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgres

    var testDescription: String { rawValue }

    func address(in folder: URL) throws -> String {
      switch self {
      case .sqlite: return folder.appendingPathComponent("cases.sqlite").path
      case .postgres:
        let url = try PostgreSQLServer.shared.get().makeDatabase()
        try CaseStores.setUp(url)
        return url
      }
    }
  }

  /// - Parameter templates: by path within the rulebook's folder.
  init(
    in folder: URL, rulebook: String = Bench.rulebook, templates: [String: String] = [:],
    on place: Place = .sqlite
  ) throws {
    address = try place.address(in: folder)
    store = try CaseStores.open(address)
    artefact = try Self.compile(rulebook, templates: templates)
    try desk().keep(artefact)
  }

  static func compile(_ text: String, templates: [String: String] = [:]) throws -> Artefact {
    let files = FilesInMemory(templates.merging(["r.yaml": text]) { first, _ in first })
    let compilation = try RulebookCompiler(reading: files).compile(path: "r.yaml")
    guard let program = compilation.program else {
      throw CommandFailure("\(compilation.diagnostics.map(\.message.en))")
    }
    return Artefact(
      program, sources: compilation.sources, folder: "", calendar: compilation.calendar)
  }

  /// A desk at `2026-05-06T09:00` or another moment.
  func desk(
    _ moment: String = "2026-05-06T09:00", by name: String = "王某", roles: [String] = []
  ) throws -> CaseDesk {
    let now = try #require(DateTime(literal: moment, defaultOffset: .china))
    return CaseDesk(
      store: store, user: Operator(name: name, roles: roles), now: now,
      salt: { Array(repeating: 7, count: 16) })
  }

  @discardableResult
  func open(
    _ id: String = "A-1", facts: [String: JSONValue] = ["金额": .text("300")],
    at moment: String = "2026-05-06T09:00"
  ) throws -> CaseFold {
    let desk = try desk(moment)
    let version = try desk.version(of: "small", on: desk.now.date(in: .china))
    let result = try desk.open(
      id, version, calendar: artefact.calendarHash, at: desk.now, facts: facts)
    #expect(result.refusal == nil)
    return result.fold
  }

  /// Steps a case and keeps what was taken.
  @discardableResult
  func step(
    _ fold: CaseFold, _ proposal: Proposal, at moment: String = "2026-05-06T10:00"
  ) throws -> CaseFold {
    let desk = try desk(moment)
    var proposal = proposal
    proposal.at = proposal.at ?? desk.now.text(in: .china)
    let trial = try desk.attempt(proposal, on: fold)
    #expect(trial.refusal == nil, "\(String(describing: trial.refusal))")
    return try desk.keep(trial)
  }
}

extension CaseFold {
  /// Where it stands, by the names of states.
  var leaves: [String] { program.activeLeaves(of: state.configuration) }
}
