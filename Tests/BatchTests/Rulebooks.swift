/// Rulebooks with a bit of everything.
enum Rulebooks {
  static let everything = """
    rulebook: r
    laws: {law: {}}
    roles: {mediator: {}, party: {}}
    types: {grades: {ordered: [low, middle, high]}}
    facts:
      amount: {type: money, max: 9000, optional: true}
      begun: {type: date, fixed: true}
      violent: boolean
      grade: grades
      people: {type: integer, min: 1}
      notes: {type: list of text, optional: true}
      who: text
    variables: {n: {type: integer, start: 0}}
    events:
      accept: {by: [mediator]}
      retry: {with: {note: text, sum: money or null}}
      agree: {by: [mediator]}
      visited: {}
    decisions:
      size:
        hit: first
        inputs: [amount]
        outputs: {to: [small, large]}
        rules:
          - {id: small, when: {amount: "null, < 5000"}, then: small}
          - {id: large, then: large, because: law}
      each: {is: if amount = null then null else amount / people}
      all:
        hit: collect
        inputs: [grade, violent]
        outputs: {what: text}
        rules:
          - {id: a, when: {grade: ">= middle"}, then: a}
          - {id: b, when: {violent: "false"}, then: b}
    periods: {whole: {from: begun, length: 20 days}}
    workflow:
      states:
        open: {on: {accept: {to: talk, do: [{decide: size}]}}}
        talk:
          on:
            retry: {do: [{set: {n: n + 1}}]}
            expired.whole: ended
            agree: {when: n >= 2 or grade = high, to: visit}
          after: {3 workdays: {when: size = large, to: ended}}
        visit:
          entry: [{task: {id: visit, to: [mediator], within: 2 days, done_by: visited}}]
          on: {visited: closed, overdue.visit: {to: ended}}
        closed: {type: final}
        ended: {type: final, entry: [{inform: Go to court.}]}
    """

  static let village = """
    rulebook: village
    types: {kinds: {values: [婚姻, 邻里, 合同]}}
    facts:
      金额: {type: money, optional: true}
      类型: kinds
      violent: boolean
      day: {type: date, optional: true}
    events: {accept: {}, agree: {with: {paid: money}}}
    decisions:
      seat:
        hit: first
        inputs: [金额, 类型]
        outputs: {seat: [village, town], days: integer}
        rules:
          - {id: small, when: {金额: < 5000, 类型: "not(合同)"}, then: {seat: village, days: 3}}
        otherwise: {seat: town, days: 7}
    workflow:
      states:
        open: {on: {accept: {when: not(violent), to: talks}}}
        talks: {entry: [{decide: seat}], on: {agree: closed}}
        closed: {type: final}
    """

  static let consent = """
    rulebook: consent
    laws: {law: {}}
    roles: {mediator: {}}
    parties:
      sides: [first, second]
      more: false
      each: {age: integer, needs_help: boolean}
    consents:
      mediate: {of: every party, ask: Do you agree?, law: law}
    rights:
      leave: {by: any party, while: talks, to: ended, law: law}
    events: {agree: {by: [mediator]}}
    workflow:
      states:
        talks: {on: {agree: {when: mediate.given, to: closed}}}
        closed: {type: final}
        ended: {type: final}
    """
}
