import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// What a sketch leaves out or draws together it may only under conditions. Here each of these is
/// wanting, and a promise is broken just because of it: were the condition not asked for, the
/// promise would be proved.
@Suite struct ReductionConditionTests {
  /// A small workflow and a promise that it breaks.
  struct Broken: CustomTestStringConvertible, Sendable {
    var condition: String
    var text: String
    var testDescription: String { condition }

    init(_ condition: String, _ states: String, _ promise: String, besides: String = "") {
      self.condition = condition
      let states = states.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
      text = """
        rulebook: t
        facts: {q: boolean, z: {type: integer, min: 0}}
        variables: {k: {start: 0}, n: {start: 0}, note: {start: 0}}
        events: {e: {}, f: {}, g: {}}
        \(besides.isEmpty ? "decisions: {}" : besides)
        workflow:
          states:
        \(states)
        invariants:
          it: {\(promise)}
        """
    }
  }

  static let all = [
    Broken(
      "a variable that is computed is not counted along",
      """
      s: {on: {e: {do: [{set: {n: 1}}]}, f: {do: [{set: {k: n}}]}}}
      """, "never: k = 1"),
    Broken(
      "a counter is counted as far as actions ask",
      """
      s:
        on:
          e: {do: [{set: {n: n + 1}}]}
          f: {do: [{choose: [{when: n > 4, do: [{set: {k: 1}}]}, {do: []}]}]}
      """, "never: k = 1 and n > 0"),
    Broken(
      "a first transition that notes what the promise reads is no idle one",
      """
      s: {always: [{when: q and k = 0, do: [{set: {k: 1}}], first: true}], on: {e: s}}
      """, "never: k = 1"),
    Broken(
      "a raised event that leads somewhere is not silent",
      """
      s: {on: {e: {do: [{raise: r}]}, r: t}}
      t: {on: {e: s}}
      """, "in: s, on: e, leads_to: s"),
    Broken(
      "who asks from another region where inside a case is keeps that in sight",
      """
      all:
        parallel:
          one: {states: {w: {states: {x: {on: {f: y}}, y: {on: {f: x}}}}}}
          two: {states: {c: {on: {g: {when: in(y), to: d}}}, d: {on: {e: c}}}}
      """, "never: in(d)"),
    Broken(
      "what entering inside sets is kept in sight",
      """
      w: {states: {x: {on: {f: y}}, y: {entry: [{set: {k: 1}}], on: {f: x}}}}
      """, "never: k = 1"),
    Broken(
      "events that do different things are not one",
      """
      s: {on: {e: {do: [{set: {k: 1}}]}, f: {do: [{set: {k: 2}}]}}}
      """, "never: k = 2"),
    Broken(
      "the promised event stands for itself",
      """
      s: {on: {e: u, f: u}}
      t: {on: {e: s}}
      u: {on: {e: t}}
      """, "in: s, on: f, leads_to: t"),
    Broken(
      "what an action states is asked again by the next",
      """
      s:
        on:
          e:
            when: not(z > 2)
            do: [{set: {z: 3}}, {choose: [{when: z > 2, do: [{set: {k: 1}}]}, {do: []}]}]
      """, "never: k = 1"),
    Broken(
      "what an action counts is asked again by the next",
      """
      s:
        on:
          f: {do: [{set: {n: note}}]}
          e:
            when: not(n > 2)
            do: [{set: {n: z}}, {choose: [{when: n > 2, do: [{set: {k: 1}}]}, {do: []}]}]
      """, "never: k = 1"),
    Broken(
      "what is decided anew is asked again",
      """
      s:
        on:
          e:
            when: not(kept)
            do: [{decide: kept}, {choose: [{when: kept, do: [{set: {k: 1}}]}, {do: []}]}]
          f: {do: [{decide: kept}]}
      """, "never: k = 1", besides: "decisions: {kept: {is: z > 2}}"),
    Broken(
      "where the case is is asked again once it has moved",
      """
      s: {on: {e: {when: not(there), to: t}}}
      t:
        entry: [{choose: [{when: there, do: [{set: {k: 1}}]}, {do: []}]}]
        on: {e: s}
      """, "never: k = 1", besides: "decisions: {there: {is: in(t)}}"),
    Broken(
      "what an action sets may have to wait",
      """
      s: {on: {e: {to: t, do: [{set: {note: z}}]}}}
      t: {on: {e: s}}
      """, "in: s, on: e, leads_to: t"),
    Broken(
      "what an action's branch asks may have to wait",
      """
      s: {on: {e: {to: t, do: [{choose: [{when: q, do: [{inform: more}]}, {do: []}]}]}}}
      t: {on: {e: s}}
      """, "in: s, on: e, leads_to: t"),
    Broken(
      "what was decided stays although its facts change",
      """
      s: {on: {e: {do: [{decide: kept}]}}}
      """, "never: is known(kept) and kept and is known(z) and z <= 2",
      besides: "decisions: {kept: {is: z > 2}}"),
    Broken(
      "what is raised inside and heard outside is raised",
      """
      v:
        on: {r: t}
        states:
          w: {states: {x: {on: {f: {to: y, do: [{raise: r}]}}}, y: {on: {f: x}}}}
      t: {on: {e: v}}
      """, "in: v, on: f, leads_to: v"),
    Broken(
      "a fact is cut where guards compare it, too",
      """
      s: {on: {e: {when: z > 7, to: t}}}
      t: {type: final}
      """, "never: in(t) and is known(z) and z < 9"),
  ]

  @Test(arguments: all)
  func whatIsLeftOutOnlyUnderAConditionIsNotLeftOutWithoutIt(_ broken: Broken) throws {
    let program = try compiled(broken.text)
    if case .proved = prove(program.invariants[0], of: program, .china) {
      Issue.record("it is proved, and broken\n\(broken.text)")
    }
  }
}
