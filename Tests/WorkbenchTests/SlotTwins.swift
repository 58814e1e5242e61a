import Testing

/// A rulebook in forms, the same in the core by another hand, and one small slip in the latter.
struct SlotTwins: CustomTestStringConvertible, Sendable {
  var name: String
  var forms: String
  var core: String
  var slip: (right: String, wrong: String)

  var testDescription: String { name }

  static let all = [defaultScript, ladderThatRestarts, ladderThatContinues]
}

// A slot with a gate of consent before its default script.
extension SlotTwins {
  private static let defaultScript = SlotTwins(
    name: "default script behind consent",
    forms: """
      rulebook: twins
      facts: {asked: boolean, willing: boolean, calm: boolean}
      decisions:
        mediate: {is: "{given: asked and willing, refused: asked and not(willing)}"}
      slots:
        mediation: {gives: [agreed, not_agreed], needs: [mediate], default: talk}
      scripts:
        talk:
          steps:
            apart: {on: {calmed: together}, after: {5 days: not_agreed}}
            together:
              always: {when: calm, to: agreed}
              on: {broken_off: not_agreed, again: apart}
      workflow:
        states:
          open: {on: {begin: mediating}}
          mediating:
            slot: mediation
            entry: {inform: welcome}
            on:
              agreed: {to: closed, do: [{inform: settled}]}
              not_agreed: [{when: calm, to: open}, {to: ended}]
              withdraw: ended
          closed: {type: final}
          ended: {type: final}
      """,
    core: """
      rulebook: twins
      facts: {asked: boolean, willing: boolean, calm: boolean}
      decisions:
        mediate: {is: "{given: asked and willing, refused: asked and not(willing)}"}
      workflow:
        states:
          open: {on: {begin: mediating}}
          mediating:
            initial: consent
            entry: {inform: welcome}
            on: {withdraw: ended}
            done:
              - {when: in(agreed), to: closed, do: [{inform: settled}]}
              - {when: in(not_agreed) and calm, to: open}
              - {when: in(not_agreed), to: ended}
            states:
              consent:
                always: [{when: mediate.refused, to: not_agreed}, {when: mediate.given, to: talk}]
              talk:
                always: {first: true, when: not mediate.given, to: consent}
                states:
                  apart: {on: {calmed: together}, after: {5 days: not_agreed}}
                  together:
                    always: {when: calm, to: agreed}
                    on: {broken_off: not_agreed, again: apart}
              agreed: {type: final}
              not_agreed: {type: final}
          closed: {type: final}
          ended: {type: final}
      """,
    slip: ("5 days", "4 days"))
}

// Two levels and two scripts; what moves up begins anew.
extension SlotTwins {
  private static let common = """
    rulebook: twins
    roles: {worker: {}, judge: {}}
    facts: {kind: [family, labour], sum: {type: integer, min: 0, max: 9}}
    """

  private static let flow = """
    workflow:
      states:
        mediating: {slot: mediation, on: {agreed: closed, not_agreed: ended, withdraw: ended}}
        closed: {type: final}
        ended: {type: final}
    """

  private static let ladderThatRestarts = SlotTwins(
    name: "ladder that restarts",
    forms: common + """

      decisions:
        plan:
          inputs: [kind, sum]
          outputs: {way: script, begin: level}
          rules: |
            | id | kind   | sum | => way | begin   |
            | a  | family | -   | warm   | village |
            | b  | labour | < 5 | strict | village |
            | c  | labour | -   | strict | town    |
          hit: first
      slots:
        mediation: {gives: [agreed, not_agreed]}
      ladder:
        levels:
          - {id: village, title: {zh: 村, en: the village}, seats: [worker], within: 3 workdays}
          - {id: town, title: {zh: 镇, en: the town}, seats: [judge, worker], within: 4 workdays}
        start: plan.begin
        escalate:
          - {when: attempts >= 2, because: local}
          - overdue
          - on: ask_higher
      scripts:
        warm:
          invite: judge
          steps:
            apart: {on: {calmed: together}}
            together: {on: {settled: agreed, broken_off: not_agreed}}
        strict: {steps: {rules: {on: {settled: agreed, broken_off: not_agreed}}}}
      fill:
        mediation: {ladder: true, script: plan.way}

      """ + flow,
    core: common + """

      types:
        script: {values: [warm, strict]}
        level: {ordered: [village, town]}
      variables:
        attempts: {type: integer, start: 0}
        escalations: {type: integer, start: 0}
        current_level: {type: level or null, start: null}
      decisions:
        plan:
          inputs: [kind, sum]
          outputs: {way: script, begin: level}
          rules: |
            | id | kind   | sum | => way | begin   |
            | a  | family | -   | warm   | village |
            | b  | labour | < 5 | strict | village |
            | c  | labour | -   | strict | town    |
          hit: first
      workflow:
        states:
          mediating:
            on: {withdraw: ended}
            done: [{when: in(agreed), to: closed}, {when: in(not_agreed), to: ended}]
            states:
              work:
                parallel:
                  level:
                    states:
                      choosing_level:
                        always:
                          - when: >-
                              if current_level = null then plan.begin = village
                              else current_level = village
                            to: village
                          - to: town
                            when: >-
                              if current_level = null then plan.begin = town
                              else current_level = town
                      village:
                        entry:
                          - set: {current_level: village}
                          - notify: {to: worker, text: {zh: 案件到村办理, en: a case has come to the village}}
                        after:
                          3 workdays: {to: work, do: &up [{set: {attempts: 0, escalations: escalations + 1, current_level: town}}]}
                        on: {ask_higher: {to: work, do: *up}}
                        always: {when: attempts >= 2, to: work, do: *up}
                      town:
                        entry:
                          - set: {current_level: town}
                          - notify: {to: [judge, worker], text: {zh: 案件到镇办理, en: a case has come to the town}}
                        after: {4 workdays: not_agreed}
                        on: {ask_higher: not_agreed}
                        always: {when: attempts > 1, to: not_agreed}
                  script:
                    states:
                      choosing_script:
                        always:
                          - {when: not(in(choosing_level)) and plan.way = warm, to: warm}
                          - {when: not(in(choosing_level)) and plan.way = strict, to: strict}
                      warm:
                        entry: {notify: {to: judge, text: {zh: 请参加warm调解, en: please take part in warm}}}
                        states:
                          apart: {on: {calmed: together}}
                          together: {on: {settled: agreed, broken_off: failed}}
                      strict: {states: {rules: {on: {settled: agreed, broken_off: failed}}}}
                      failed:
                        entry: {set: {attempts: attempts + 1}}
                        always: choosing_script
              agreed: {type: final}
              not_agreed: {type: final}
          closed: {type: final}
          ended: {type: final}
      """,
    slip: ("attempts > 1", "attempts > 2"))
}

// A ladder that branches and goes on with its script.
extension SlotTwins {
  private static let ladderThatContinues = SlotTwins(
    name: "ladder that branches and continues",
    forms: common + """

      events:
        settled: {}
        broken_off: {}
        withdraw: {}
        ask_higher: {by: judge}
      slots:
        mediation: {gives: [agreed, not_agreed]}
      ladder:
        levels:
          - {id: village, next: [station, centre], choose: judge}
          - {id: station, within: 2 days}
          - {id: centre}
        escalate:
          - on: ask_higher
          - {when: attempts >= 1 and kind = labour}
          - overdue
      scripts:
        talk: {steps: {together: {on: {settled: agreed, broken_off: not_agreed}}}}
      fill:
        mediation: {ladder: true, script: talk, on_escalation: continue}

      """ + flow,
    core: common + """

      types:
        script: {values: [talk]}
        level: {ordered: [village, station, centre]}
      events:
        settled: {}
        broken_off: {}
        withdraw: {}
        ask_higher: {by: judge}
        choose_level: {by: judge, with: {level: level}}
      variables:
        attempts: {type: integer, start: 0}
        escalations: {type: integer, start: 0}
        current_level: {type: level or null, start: null}
      workflow:
        states:
          mediating:
            on: {withdraw: ended}
            done: [{when: in(agreed), to: closed}, {when: in(not_agreed), to: ended}]
            states:
              work:
                parallel:
                  level:
                    states:
                      choosing_level:
                        always:
                          - {when: current_level = village, to: village}
                          - {when: current_level = station, to: station}
                          - {when: current_level = centre, to: centre}
                          - to: village
                      village:
                        entry: {set: {current_level: village}}
                        on: {ask_higher: choosing_next}
                        always: {when: attempts >= 1 and kind = labour, to: choosing_next}
                      station:
                        entry: {set: {current_level: station}}
                        on: {ask_higher: {to: centre, do: &up [{set: {attempts: 0, escalations: escalations + 1, current_level: centre}}]}}
                        always: {when: attempts >= 1 and kind = labour, to: centre, do: *up}
                        after: {2 days: {to: centre, do: *up}}
                      centre:
                        entry: {set: {current_level: centre}}
                        on: {ask_higher: not_agreed}
                        always: {when: attempts >= 1 and kind = labour, to: not_agreed}
                      choosing_next:
                        on:
                          choose_level:
                            - when: event.level = station
                              to: station
                              do: [{set: {attempts: 0, escalations: escalations + 1, current_level: station}}]
                            - {when: event.level = centre, to: centre, do: *up}
                  script:
                    states:
                      talk: {states: {together: {on: {settled: agreed, broken_off: failed}}}}
                      failed:
                        entry: {set: {attempts: attempts + 1}}
                        always: talk
              agreed: {type: final}
              not_agreed: {type: final}
          closed: {type: final}
          ended: {type: final}
      """,
    slip: ("2 days", "3 days"))
}
