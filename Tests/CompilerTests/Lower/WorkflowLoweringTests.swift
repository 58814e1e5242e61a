import Model
import SourceText
import Testing

struct WorkflowLoweringTests {
  @Test func aWorkflowAloneIsARulebook() throws {
    let program = try program(
      """
      rulebook: r
      workflow:
        states:
          登记: {on: {accept: 办理}}
          办理:
            on: {close | withdraw: 结案}
            after: {3 workdays: 结案}
          结案: {type: final}
      """)
    #expect(
      dumpChart(program) == """
        workflow
          initial 登记
          state 登记
            on accept -> 办理
          state 办理
            timer 3 workdays: after.办理
            on close | withdraw -> 结案
            on after 3 workdays (after.办理) -> 结案
          final 结案

        """)
    #expect(program.events.elements.map(\.name) == ["accept", "close", "withdraw", "after.办理"])
  }

  /// Children come before siblings, these before the states around; else the only one anywhere.
  @Test func namesOfStatesAreLookedUpOutwards() throws {
    let program = try program(
      """
      rulebook: r
      workflow:
        states:
          a:
            on: {child: x, far: only, up: b}
            states:
              x: {on: {sibling: y, outer: b, path: b.x, jump: c.only}}
              y: {}
          b:
            states:
              x: {on: {sibling: y, aunt: a}}
              y: {}
            on: {end: c}
          c: {states: {d: {states: {only: {on: {end: end}}}}}}
          end: {type: final}
      """)
    let chart = try #require(program.chart)
    let found = chart.transitions.elements.map { transition in
      let targets = transition.targets.map { chart.states[$0].path }.joined(separator: " ")
      return "\(chart.states[transition.source].path) \(pattern(transition)) \(targets)"
    }
    #expect(
      found == [
        "a child a.x", "a far only", "a up b",
        "a.x sibling a.y", "a.x outer b", "a.x path b.x", "a.x jump only",
        "b end c", "b.x sibling b.y", "b.x aunt a", "only end end",
      ])
  }

  /// SCXML 3.12.1, and what the wildcards leave out.
  @Test func patternsStandForEventsAsInSCXML() throws {
    let program = try program(
      """
      rulebook: r
      facts: {from: date}
      events: {foo: {}, foo.bar: {}, foobar: {}, done: {}}
      periods: {p: {from: from, length: 1 day}}
      workflow:
        states:
          a:
            on:
              foo: b
          b: {on: {foo.*: c, done.state: c}}
          c:
            on: {"*": d}
            after: {1 day: d}
            states: {x: {entry: [raise: made], on: {go: y}}, y: {type: final}}
          d: {on: {foo.bar | foobar: a, expired.p: a, done: a, done.c: a, otherwise: e}}
          e: {type: final}
      """.replacing(", on: {go: y}", with: ", always: y"))
    let chart = try #require(program.chart)
    let found = chart.transitions.elements.compactMap { transition -> String? in
      guard case .events(let events, let pattern) = transition.trigger else { return nil }
      return "\(pattern): " + events.map { program.events[$0].name }.joined(separator: " ")
    }
    #expect(
      found == [
        "foo: foo foo.bar", "foo.*: foo foo.bar", "done.state: done.c",
        "*: foo foo.bar foobar done made", "after 1 day: after.c",
        "foo.bar | foobar: foo.bar foobar", "expired.p: expired.p", "done: done",
        "done.c: done.c", "otherwise: foo foo.bar foobar done made",
      ])
  }

  @Test func eventsDeclareThemselvesWhereThereIsNoSection() throws {
    let program = try program(
      """
      rulebook: r
      workflow:
        states:
          a:
            entry: [{task: {id: t, to: x, done_by: finished}}, {raise: both}, {raise: own}]
            on: {go: b, both: b, carried: b}
            exit: [{send: {event: carried, with: {n: 1}}}]
          b: {type: final}
      """)
    let origins = program.events.elements.map { "\($0.name) \($0.origin)" }
    #expect(
      origins == [
        "finished external", "both external", "own raised", "carried raised", "go external",
      ])
  }

  /// Fields that some final children lack are null; types are joined.
  @Test func dataOfFinalStatesBecomesThePayloadOfDone() throws {
    let program = try program(
      """
      rulebook: r
      facts: {amount: number}
      workflow:
        states:
          a:
            states:
              x: {on: {go: y, come: z}}
              y: {type: final, data: {n: 1, why: '"y"'}}
              z: {type: final, data: {n: amount}}
            done: [{when: event.n > 1 and event.why != null, to: b}, c]
          b: {type: final}
          c: {type: final}
      """)
    let done = try #require(program.events.elements.first { $0.name == "done.a" })
    let text = ProgramText(program)
    #expect(
      done.payload.map { "\($0.name): \(text.type($0.type))" } == ["n: number", "why: text?"])
    let finals = program.chart?.states.elements.filter { !$0.doneData.isEmpty } ?? []
    #expect(
      finals.map { $0.doneData.map { text.expression($0.value) } }
        == [["1", "\"y\""], ["amount", "null"]])
  }

  /// An event that only actions make has the fields they give it, though these be read from its
  /// own.
  @Test func madeEventsHaveTheFieldsTheyAreMadeWith() throws {
    let program = try program(
      """
      rulebook: r
      workflow:
        states:
          a:
            on:
              again: {when: event.n < 3, do: [{raise: {event: again, with: {n: event.n + 1}}}]}
              go: {do: [{raise: {event: again, with: {n: 0}}}, {raise: {event: other, with: {t: now()}}}]}
              other: {when: event.t > opened(), to: b}
          b: {type: final}
      """)
    let text = ProgramText(program)
    let found = program.events.elements.map { event in
      event.name + event.payload.map { " \($0.name): \(text.type($0.type))" }.joined()
    }
    #expect(found == ["again n: integer", "go", "other t: date-time"])
  }

  private func pattern(_ transition: Transition) -> String {
    if case .events(_, let pattern) = transition.trigger { pattern } else { "always" }
  }
}
