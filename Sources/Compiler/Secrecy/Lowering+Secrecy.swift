import Model
import SourceText
import Syntax

// What is kept from a side never reaches it: the explicit flow of every secret is followed to all
// that leaves the case.
extension Lowering {
  /// What a fact's `heard_from`, `keep_from` and `release` say; nil where it is no secret.
  mutating func secrecy(_ tree: FactTree) -> Secrecy? {
    guard let first = tree.keptFrom.first ?? tree.heardFrom ?? tree.releasedBy else { return nil }
    let keptFrom = tree.keptFrom.compactMap { role($0) }
    if let own = tree.keptFrom.first(where: { $0.value == tree.heardFrom?.value }) {
      diagnostics.report(.secretFromItsSource(tree.name, own))
    }
    guard !tree.keptFrom.isEmpty else {
      diagnostics.report(.secretFromNobody(tree.name, at: first.span))
      return nil
    }
    let heardFrom = tree.heardFrom.flatMap { role($0) }
    if let side = tree.releasedBy { _ = role(side) }
    return Secrecy(
      heardFrom: heardFrom, keptFrom: keptFrom,
      release: tree.releasedBy.map { _ in tree.name.releaseName }, span: first.span)
  }

  mutating func declassifications(_ trees: [DeclassificationTree]) -> [Declassification] {
    trees.compactMap { tree in
      fact(tree.fact).map {
        Declassification(
          fact: $0, reason: tree.reason?.bilingual ?? Bilingual(""), span: tree.fact.span)
      }
    }
  }

  /// Reports every secret that reaches a side it is kept from.
  mutating func checkSecrecy(_ program: Program) {
    let secrets = program.facts.ids.filter { program.facts[$0].secrecy != nil }
    var used: Set<Declassification> = []
    guard !secrets.isEmpty else { return reportUnused(program, used) }
    let outlets = OutletSearch(program).outlets
    let graph = FlowGraph(program)
    for secret in secrets {
      let ways = graph.ways(from: secret)
      for outlet in outlets {
        check(secret, ways, outlet, graph, program, &used)
      }
    }
    reportUnused(program, used)
  }

  private mutating func check(
    _ id: ID<Fact>, _ ways: [Carrier: [FlowGraph.Step]], _ outlet: Outlet, _ graph: FlowGraph,
    _ program: Program, _ used: inout Set<Declassification>
  ) {
    let fact = program.facts[id]
    guard let secrecy = fact.secrecy else { return }
    let sides = secrecy.keptFrom.map { program.roles[$0].name }.filter(outlet.isRead)
    guard !sides.isEmpty else { return }
    let reads = graph.reads(of: outlet.expression, handling: outlet.events)
    guard let read = reads.first(where: { ways[$0.carrier] != nil }) else { return }
    if let allowed = outlet.declassified.first(where: { $0.fact == id }) {
      used.insert(allowed)
    } else if let release = secrecy.release, outlet.released.contains(release) {
      return
    } else {
      let way = ways[read.carrier] ?? []
      diagnostics.report(.secretReachesSide(fact, secrecy, sides, outlet, read, way, program))
    }
  }

  private mutating func reportUnused(_ program: Program, _ used: Set<Declassification>) {
    let ofActions = program.actions.flatMap(\.declassified)
    let ofDocuments = program.documents.elements.flatMap(\.declassified)
    for one in ofDocuments + ofActions where !used.contains(one) {
      diagnostics.report(.nothingDeclassified(one, program.facts[one.fact]))
    }
  }
}

extension Located where Value == String {
  /// The consent that a fact's release waits for.
  var releaseName: String { "release_\(value)" }
}
