package import Engine
package import Model
internal import SourceText

/// Random cases of a program whose journals come far: mostly entries that the case is ready for.
/// Nothing is taken back. Case N is the same in every run.
///
/// - Parameter knowing: whether all of case N is known when it opens, but for lists.
package func randomCases(
  _ interpreter: Interpreter, count: Int, length: Int = 8, knowing: (Int) -> Bool = { _ in false }
) -> [CaseFile] {
  guard let day = CalendarDate(year: 2026, month: 5, day: 6),
    let opened = DateTime(startOf: day, offset: interpreter.program.offset)
  else { preconditionFailure("6 May 2026 is a day") }
  let values = RandomValues(interpreter.program, at: opened)
  return (0..<count).map {
    randomCase(interpreter, values, opened, seed: $0, length: length, knowsAll: knowing($0))
  }
}

private func randomCase(
  _ interpreter: Interpreter, _ values: RandomValues, _ opened: DateTime, seed: Int, length: Int,
  knowsAll: Bool
) -> CaseFile {
  let program = interpreter.program
  var random = SeededRandom(seed: seed)
  var journal = RandomJournal(program: program, values: values, at: opened)
  var opening = NamedEntry(facts: journal.openingFacts(using: &random))
  opening.facts.removeAll { $0.value == nil }
  if knowsAll {
    opening.facts = program.facts.elements.filter { !$0.type.isList }.map {
      ($0.name, values.value(of: $0.type, using: &random))
    }
  }
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

extension ValueType {
  fileprivate var isList: Bool {
    if case .list = unwrapped { true } else { false }
  }
}
