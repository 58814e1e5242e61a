internal import Engine
package import Model
package import SourceText

/// Compares two versions of one decision or condition for all facts there may be, taken as known.
///
/// Names mean the same in both: another decision counts as an input, whatever it comes to.
package struct Comparing: Sendable {
  /// How many differences are told of one thing.
  private static let limit = 5

  private let program: Program
  private let calendar: WorkCalendar
  /// Words of a type that only one version has: no case of the other has them.
  private let foreign: [ID<Enumeration>: Set<Int>]

  package init(
    _ program: Program, _ calendar: WorkCalendar, foreign: [ID<Enumeration>: Set<Int>] = [:]
  ) {
    self.program = program
    self.calendar = calendar
    self.foreign = foreign
  }

  /// Whether both come to the same whatever the facts are, as far as it could be proved.
  package func isProvedSame(_ old: Decision.Logic, _ new: Decision.Logic) -> Bool {
    var search = DifferenceSearch(old.asTable, new.asTable, program, calendar)
    return search.boxes(in: whole(search))?.isEmpty == true
  }

  /// The same for conditions; nil always holds.
  package func isProvedSame(_ old: Expression?, _ new: Expression?) -> Bool {
    isProvedSame(logic(of: old), logic(of: new))
  }

  /// Where the two differ.
  ///
  /// - Parameter run: plays both on facts, and says what they come to where that is not the same.
  package func compare(
    _ old: Decision.Logic, _ new: Decision.Logic,
    run: ([Value?]) -> (old: String, new: String)?
  ) -> Comparison {
    var search = DifferenceSearch(old.asTable, new.asTable, program, calendar)
    guard let boxes = search.boxes(in: whole(search)) else { return .notTold(.tooLarge) }
    guard !boxes.isEmpty else { return .same }
    // Columns that are not cut: their facts are to be found, too.
    let carried = search.computed.map {
      Column(expression: $0, name: "", regions: Regions(.boolean, [], program))
    }
    let witness = WitnessSearch(program, calendar, search.columns + carried)
    let rest = carried.map { Bits(upTo: $0.regions.all.count) }
    var found: [Difference] = []
    for box in boxes {
      var outcome: (old: String, new: String)?
      let facts = witness.facts(in: box + rest) {
        outcome = run($0)
        return outcome != nil
      }
      guard let facts, let outcome else { continue }
      found.append(
        Difference(
          region: conditions(box, search.columns), facts: stated(facts), old: outcome.old,
          new: outcome.new))
      if found.count == Self.limit { break }
    }
    guard found.isEmpty else { return .differs(found) }
    return .notTold(.noCase(conditions(boxes[0], search.columns)))
  }

  /// The same for conditions; nil always holds.
  package func compare(
    _ old: Expression?, _ new: Expression?, run: ([Value?]) -> (old: String, new: String)?
  ) -> Comparison {
    compare(logic(of: old), logic(of: new), run: run)
  }

  private func logic(of condition: Expression?) -> Decision.Logic {
    let nowhere = Span(SourceID(0), 0, 0)
    return .expression(
      condition ?? Expression(.constant(.boolean(true)), type: .boolean, span: nowhere))
  }

  /// All that a case of both versions may have.
  private func whole(_ search: DifferenceSearch) -> Box {
    zip(search.columns, search.whole).map { column, all in
      guard case .enumeration(let id) = column.expression.type.unwrapped,
        let words = foreign[id]
      else { return all }
      return Bits(limit: all.limit) { region in
        guard case .only(.word(_, let word)) = column.regions.all[region].kind else { return true }
        return !words.contains(word)
      }
    }
  }

  private func conditions(_ box: Box, _ columns: [Column]) -> [TableFinding.Condition] {
    zip(columns, box).compactMap { column, set in
      column.words(set, in: program).map { .init(column: column.name, test: $0) }
    }
  }

  private func stated(_ facts: [Value?]) -> [StatedFact] {
    program.facts.ids.compactMap { id in
      facts[id.index].map { StatedFact(fact: id, value: $0, span: nil) }
    }
  }
}
