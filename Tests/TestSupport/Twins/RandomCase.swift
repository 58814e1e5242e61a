package import Engine
package import Model
internal import SourceText

/// A random case of a program whose journal comes far: mostly entries that the case is ready for.
/// Nothing is taken back. Case N is the same in every run.
package func randomCase(_ interpreter: Interpreter, seed: Int, length: Int = 8) -> CaseFile {
  let program = interpreter.program
  guard let day = CalendarDate(year: 2026, month: 5, day: 6),
    let opened = DateTime(startOf: day, offset: program.offset)
  else { preconditionFailure("6 May 2026 is a day") }
  var random = SeededRandom(seed: seed)
  var journal = RandomJournal(
    program: program, values: RandomValues(program, at: opened), at: opened)
  var opening = NamedEntry(facts: journal.openingFacts(using: &random))
  opening.facts.removeAll { $0.value == nil }
  guard let facts = opening.entry(in: program)?.facts else {
    preconditionFailure("values of a program fit it")
  }
  var file = CaseFile(
    id: "case \(seed)", opened: opened, facts: facts, journal: [], expectation: nil,
    span: Span(SourceID(0), 0, 0))
  var state = interpreter.open(facts, at: opened).state
  for _ in 0..<Int.random(in: 0...length, using: &random) {
    var named = journal.entry(interpreter.outlook(state), using: &random)
    named.facts.removeAll { $0.value == nil }
    if named.at == nil, named.event == nil, named.facts.isEmpty { continue }
    guard let entry = named.entry(in: program) else {
      preconditionFailure("values of a program fit it")
    }
    file.journal.append(entry)
    state = interpreter.step(state, entry).state
  }
  return file
}
