import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// Where the compiler finds no leak, what a side is told is the same whatever the secret is: random
/// rulebooks that copy, compute and tell, played with several values of the secret.
struct SecrecyTests {
  @Test func whatASideIsToldDoesNotDependOnWhatIsKeptFromIt() throws {
    var (tight, leaky) = (0, 0)
    for seed in 0..<400 {
      var writer = SecretWriter(seed: seed)
      let text = writer.rulebook()
      let files = FilesInMemory(["r.yaml": text])
      let compilation = try RulebookCompiler(reading: files).compile(path: "r.yaml")
      let codes = Set(compilation.diagnostics.filter { $0.severity == .error }.map(\.code.id))
      guard let program = compilation.program else {
        #expect(codes == ["FQ1309"], "seed \(seed): \(codes.sorted())\n\(text)")
        leaky += 1
        continue
      }
      tight += 1
      let interpreter = Interpreter(program: program, calendar: compilation.calendar)
      let told = [-7, 0, 3, 40].map { interpreter.told(secret: $0) }
      #expect(Set(told).count == 1, "seed \(seed): \(told)\n\(text)")
    }
    // Both kinds must come up, or nothing was tried.
    #expect(tight > 40 && leaky > 40, "\(tight) without a leak, \(leaky) with one")
  }
}

extension Interpreter {
  /// What `other` is told when the case opens with that secret.
  fileprivate func told(secret: Int) -> [String] {
    let values: [String: Int] = ["s": secret, "a": 3, "b": 8]
    let stated = program.facts.ids.compactMap { id in
      values[program.facts[id].name].flatMap { Number(literal: String($0)) }.map {
        StatedFact(fact: id, value: .number($0), span: nil)
      }
    }
    let result = open(stated, at: nil)
    #expect(result.refusal == nil)
    var told: [String] = []
    for effect in result.effects {
      guard case .notify(let to, let text, _, _, _, _) = effect.kind, to.contains("other") else {
        continue
      }
      told.append(text)
    }
    return told
  }
}

/// Writes rulebooks in which a secret number `s` may come to be told, by every way there is.
private struct SecretWriter {
  private var dice: SeededRandom
  /// Numbers that can be read by now.
  private var names = ["s", "a", "b", "a", "b", "v", "w"]

  init(seed: Int) { dice = SeededRandom(seed: seed) }

  mutating func rulebook() -> String {
    let decisions = (0..<4).map { decision($0) }
    return """
      rulebook: secrets
      roles: {one: {}, other: {}}
      facts:
        s: {type: integer, heard_from: one, keep_from: other}
        a: {type: integer, optional: false}
        b: integer
      variables: {v: {type: number, start: 0}, w: {type: number, start: 1}}
      decisions:
      \(decisions.joined(separator: "\n"))
      workflow:
        states:
          begin:
            entry:
              - set: {v: '\(number())'}
              - set: {w: '\(number())'}
              - notify: {to: \(reader()), text: {is: 'string(\(number()))'}}
              - raise: {event: e, with: {k: '\(number())'}}
            on: {e: {to: end, do: [{notify: {to: \(reader()), text: {is: 'string(\(number()) + event.k)'}}}]}}
          end:
            entry: [{notify: {to: \(reader()), text: {is: 'string(\(number()))'}}}]
      """
  }

  private mutating func reader() -> String { dice.pick(["one", "other", "other"]) }

  /// A number, read from one or two names.
  private mutating func number() -> String {
    let (one, other) = (dice.pick(names), dice.pick(names))
    return dice.pick([
      one, "2", "\(one) + \(other)", "\(one) * 2", "(if \(one) > 4 then \(other) else 1)",
      "max([\(one), \(other)])", "count([\(one), \(other)][item > 2])",
    ])
  }

  private mutating func decision(_ index: Int) -> String {
    let name = "d\(index)"
    switch dice.pick([0, 1, 2]) {
    case 0:
      defer { names.append(name) }
      return "  \(name): {is: '\(number())', type: number}"
    case 1:
      defer { names += ["\(name).x", "\(name).y"] }
      return "  \(name): {is: '{x: \(number()), y: \(number())}'}"
    default:
      defer { names += ["\(name).p", "\(name).q"] }
      return """
          \(name):
            hit: first
            inputs: [{name: i, is: '\(number())'}]
            outputs: {p: number, q: number}
            rules:
              - {id: low, when: {i: '< 4'}, then: {p: '\(number())', q: '\(number())'}}
            otherwise: {p: '\(number())', q: '\(number())'}
        """
    }
  }
}
