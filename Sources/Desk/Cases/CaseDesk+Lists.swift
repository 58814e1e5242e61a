package import Model
internal import Runtime
internal import SourceText
package import Store

extension CaseDesk {
  /// The same desk at another moment.
  package func at(_ moment: DateTime) -> CaseDesk {
    CaseDesk(store: store, user: user, now: moment, salt: salt)
  }

  /// All cases that a query finds and that pass, page by page.
  package func cases(
    _ query: CaseQuery, where isMeant: (ListedCase) -> Bool = { _ in true }
  ) throws(DeskFault) -> [ListedCase] {
    var query = query
    var found: [ListedCase] = []
    while true {
      let asked = query
      let page = try storing { () throws(StoreFault) in try store.cases(asked) }
      found += page.cases.filter(isMeant)
      guard let next = page.next else { return found }
      query.after = next
    }
  }

  /// One page of the cases that a query finds.
  package func page(_ query: CaseQuery) throws(DeskFault) -> CasePage {
    try storing { () throws(StoreFault) in try store.cases(query) }
  }

  /// The versions of a rulebook that the store has.
  package func versions(of rulebook: String) throws(DeskFault) -> [Program] {
    let kept = try storing { () throws(StoreFault) in try store.programs(rulebook: rulebook) }
    var programs: [Program] = []
    for summary in kept { programs.append(try program(summary.hash).program) }
    return programs
  }

  /// The calendar that came with a program.
  package func ownCalendar(of program: String) throws(DeskFault) -> String {
    guard let record = try storing({ () throws(StoreFault) in try store.program(program) }) else {
      throw .store(.unknownProgram(program))
    }
    do { return try Artefact(bytes: record.bytes).calendarHash } catch {
      throw .said(error.message)
    }
  }
}
