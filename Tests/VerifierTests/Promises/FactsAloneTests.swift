import Model
import TestSupport
import Testing
import Verifier

/// What a `never` says of facts alone is told for all of them together, whatever the workflow does.
@Suite struct FactsAloneTests {
  private static func proof(_ condition: String) throws -> Proof {
    let program = try compiled(
      """
      rulebook: t
      types:
        weight: {ordered: [light, heavy]}
        level: {ordered: [village, town]}
      facts:
        amount: {type: money, min: 0}
        people: {type: integer, min: 1}
        kind: [home, trade]
        note: text
      variables: {n: {start: 0}}
      events: {e: {}}
      decisions:
        sorting:
          hit: first
          inputs: [amount, people, kind]
          outputs: {weight: weight, start: level}
          rules: |
            | id    | amount  | people | kind  | => weight | start   |
            | many  | -       | >= 10  | -     | heavy     | town    |
            | home  | -       | -      | home  | light     | village |
            | big   | >= 5000 | -      | -     | light     | town    |
          otherwise: {weight: light, start: village}
        costly: {is: amount > 100}
        # What it is asked of cannot be gone through; its rows can.
        opaque:
          hit: first
          inputs: [{name: size, is: string length(note) + people}]
          outputs: {weight: weight, start: level}
          rules: |
            | id   | size | => weight | start   |
            | long | > 40 | heavy     | town    |
            | mid  | > 20 | heavy     | village |
          otherwise: {weight: light, start: village}
      workflow:
        states:
          a: {on: {e: b}}
          b: {}
      invariants: {it: {never: "\(condition)"}}
      """)
    return prove(program.invariants[0], of: program, .china)
  }

  @Test(arguments: [
    "is known(sorting) and sorting.weight = heavy and sorting.start = village",
    "is known(amount) and amount > 100 and is known(costly) and not(costly)",
    "is known(people) and people >= 10 and is known(sorting) and sorting.weight = light",
    "is known(opaque) and opaque.weight = light and opaque.start != village",
    // Where else the case is, and what is counted, does not matter.
    "in(b) and n = 0 and is known(sorting) and sorting.weight = heavy and sorting.start = village",
  ])
  func whatNoFactsBringAboutIsProved(_ condition: String) throws {
    guard case .proved = try Self.proof(condition) else {
      Issue.record("\(condition): \(try Self.proof(condition))")
      return
    }
  }

  @Test(arguments: [
    "is known(sorting) and sorting.weight = light and sorting.start = town",
    "is known(people) and people >= 9 and is known(sorting) and sorting.weight = light",
    "is known(amount) and amount >= 100 and is known(costly) and not(costly)",
    "is known(opaque) and opaque.weight = heavy and opaque.start = village",
    // Unknown counts as met.
    "sorting.weight = heavy and sorting.start = village",
    "is known(note) and string length(note) > 3 and is known(kind) and kind = home",
  ])
  func whatSomeFactsBringAboutIsNot(_ condition: String) throws {
    if case .proved = try Self.proof(condition) {
      Issue.record("\(condition) is proved, though facts bring it about")
    }
  }
}
