import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// Every way in which a place could weaken its base is refused, with the place where it tries, the
/// place where the base says otherwise, and what to do.
struct WeakeningTests {
  struct Attempt: CustomTestStringConvertible {
    var why: String
    var text: String
    var code: String

    init(_ why: String, _ text: String, _ code: String) {
      self.why = why
      self.text = text
      self.code = code
    }

    var testDescription: String { why }
  }

  static let attempts = [
    Attempt("an easier question", "facts: {violence: {type: boolean, ask: Fine?}}", "FQ1006"),
    Attempt("another type of a fact", "facts: {amount: text}", "FQ1006"),
    Attempt("other words of a type", "types: {harm: {ordered: [none, grave]}}", "FQ1006"),
    Attempt("another meaning of a law", "laws: {art_17: {title: May be set aside}}", "FQ1006"),
    Attempt("a role for anybody", "roles: {mediator: {title: Anybody}}", "FQ1006"),
    Attempt("an event for more hands", "events: {accept: {by: [mediator, guest]}}", "FQ1006"),
    Attempt("a variable that starts elsewhere", "variables: {calls: {start: 9}}", "FQ1006"),
    Attempt(
      "another screen", "screen: {red_lines: {r: {when: false, act: continue}}}", "FQ1006"),
    Attempt(
      "a red line's decision replaced", "replace: {decisions: {danger: {is: false}}}", "FQ1006"),
    Attempt(
      "what a red line's decision reads replaced",
      "replace: {decisions: {harm_done: {is: none, type: harm}}}", "FQ1006"),
    Attempt("a red line's decision removed", "remove: {decisions: danger}", "FQ1006"),
    Attempt(
      "a red line's decision declared anew", "decisions: {danger: {is: false}}", "FQ1005"),
    Attempt(
      "one answer for all questions", "checklist: {ask: Fine?, of: [danger]}", "FQ1006"),
    Attempt("fewer parties", "parties: {sides: [claimant]}", "FQ1006"),
    Attempt("a consent of one side", "consents: {mediate: {of: claimant}}", "FQ1006"),
    Attempt(
      "an easier consent beside", "consents: {easy: {of: claimant, before: [elder]}}", "FQ1006"),
    Attempt(
      "a right that leads elsewhere",
      "rights: {withdraw: {by: mediator, while: mediation, to: course}}", "FQ1006"),
    Attempt(
      "a right that is a new door",
      "rights: {close: {by: mediator, while: mediation, to: ended}}", "FQ1006"),
    Attempt("fewer reserved events", "slots: {mediation: {gives: [agreed]}}", "FQ1006"),
    Attempt("a workflow of its own", "workflow: {states: {a: {type: final}}}", "FQ1006"),
    Attempt("another offset", "utc_offset: Z", "FQ1006"),
    Attempt("another calendar", "calendar: mine.yaml", "FQ1006"),
    Attempt("events dropped", "unhandled: ignore", "FQ1006"),
    Attempt("a longer period", "settings: {whole: 2 months}", "FQ1022"),
    Attempt("a shorter period that is sealed", "settings: {whole: 10 days}", "FQ1022"),
    Attempt(
      "a period declared anew", "periods: {whole: {from: received, length: 2 months}}", "FQ1006"),
    Attempt("a setting beyond its bounds", "settings: {follow_up_after: 1 year}", "FQ1021"),
    Attempt(
      "a row that opens the door", "add: {door: {rules: [{id: a, then: true}]}}", "FQ1006"),
    Attempt(
      "a row that could win", "add: {grade: {rules: [{id: a, then: 1}]}}", "FQ1009"),
    Attempt(
      "a paper that needs less",
      "replace: {documents: {agreement: {needs: [amount], law: art_17}}}",
      "FQ1010"),
    Attempt(
      "a paper without its law",
      "replace: {documents: {agreement: {needs: [amount, received]}}}", "FQ1010"),
    Attempt("a paper removed that is drafted", "remove: {documents: agreement}", "FQ1006"),
    Attempt("the default script removed", "remove: {scripts: plain}", "FQ1006"),
    Attempt("a way out of the slot", content("{on: {settled: ended, x: agreed}}"), "FQ1202"),
    Attempt(
      "a reserved event taken", content("{on: {danger_seen: agreed}}"), "FQ1203"),
    Attempt(
      "a reserved event taken with all others", content("{on: {otherwise: agreed}}"), "FQ1203"),
    Attempt("the clock of the law taken", content("{on: {expired.whole: agreed}}"), "FQ1012"),
    Attempt(
      "every clock taken", content("{on: {expired.*: agreed}}"), "FQ1012"),
    Attempt(
      "danger stated away", content("{entry: [{set: {violence: false}}]}"), "FQ1011"),
    Attempt(
      "a consent forged", content("{entry: [{set: {mediate_answers: []}}]}"), "FQ1011"),
    Attempt(
      "a consent given for another",
      content("{entry: [{raise: {event: mediate.agreed, with: {name: Wang}}}]}"), "FQ1011"),
    Attempt("the screen frozen", content("{entry: [{decide: screen_act}]}"), "FQ1011"),
    Attempt("a withdrawal made up", content("{exit: [{raise: withdraw}]}"), "FQ1011"),
    Attempt("a reminder cancelled", content("{exit: [{cancel: reminder}]}"), "FQ1011"),
    Attempt(
      "an action hidden in a branch",
      content("{exit: [{choose: [{do: [{cancel: reminder}]}]}]}"), "FQ1011"),
    Attempt(
      "danger stated away in a replaced script",
      "replace: {scripts: {plain: {steps: {a: {entry: [{set: {violence: false}}]}}}}}", "FQ1011"),
    Attempt(
      "the clock of the law taken by a replaced script",
      "replace: {scripts: {plain: {steps: {a: {on: {expired.whole: agreed}}}}}}", "FQ1012"),
    Attempt(
      "a secret told in a paper of its own",
      "documents: {letter: {template: letter, to: respondent, declassify: "
        + "{fact: grief, reason: so they said}}}", "FQ1006"),
    Attempt(
      "a secret told in a paper that is replaced",
      "replace: {documents: {agreement: {needs: [amount, received], law: art_17, "
        + "template: letter, to: respondent, declassify: {fact: grief, reason: so they said}}}}",
      "FQ1006"),
    Attempt(
      "a secret told in a notice",
      content(
        "{entry: [{notify: {to: respondent, text: {is: grief}}, declassify: {fact: grief, "
          + "reason: so they said}}], on: {settled: agreed, broken_off: not_agreed}}"),
      "FQ1006"),
    Attempt(
      "a late party taken for nobody", content("{on: {join: agreed}}"), "FQ1103"),
    Attempt(
      "a state in the way of the base's",
      content("{states: {ended: {on: {settled: agreed}}}}"), "FQ1013"),
  ]

  /// A fill whose one state says this.
  private static func content(_ state: String) -> String {
    "fill: {mediation: {states: {talking: \(state)}}}"
  }

  @Test(arguments: attempts)
  func isRefusedWithBothPlacesAndTheMend(attempt: Attempt) throws {
    let text = "rulebook: place\nextends: base\n\(attempt.text)\n"
    let compilation = try compile(text, files: ["base/rulebook.yaml": base])
    #expect(compilation.program == nil)
    let found = compilation.diagnostics.filter { $0.code.id == attempt.code }
    let lines = compilation.diagnostics.map(compilation.line).joined(separator: "\n")
    let finding = try #require(found.first, "\(lines)")
    let name = { (span: Span) in compilation.sources[span.source].name }
    #expect(name(finding.primary.span) == "rulebook.yaml", "\(lines)")
    #expect(finding.labels.contains { name($0.span) == "base/rulebook.yaml" }, "\(lines)")
    #expect(finding.help != nil)
  }

  @Test func theBaseItselfIsSound() throws {
    _ = try program(base)
  }
}

private let base = """
  rulebook: statute
  types: {harm: {ordered: [none, slight, grave]}}
  laws: {art_17: {title: Only with consent}}
  parties: {sides: [claimant, respondent], more: true}
  roles: {mediator: {}, elder: {}}
  organs: {police: {}}
  consents:
    mediate: {of: every party, law: art_17, ask: Do you want to mediate?}
    invite: {of: every party, before: [elder], ask: May an elder help?}
  facts:
    violence: {type: boolean, ask: Was anybody hurt?}
    child_hurt: boolean
    amount: money
    received: date
    grief: {type: text, heard_from: claimant, keep_from: [respondent]}
  variables: {calls: {start: 0}}
  decisions:
    danger: {is: violence or harm_done > slight}
    harm_done: {is: "if child_hurt then grave else none", type: harm}
    grade:
      inputs: [amount]
      outputs: {grade: number}
      rules: [{id: large, when: {amount: ">= 50000"}, then: 2}]
      otherwise: 1
    door:
      hit: first
      inputs: [amount]
      outputs: {door: boolean}
      rules: [{id: large, when: {amount: ">= 50000"}, then: true}]
      otherwise: false
  screen:
    red_lines: {violence_line: {when: danger, act: leave, tell: police}}
    acts: {leave: handed_over}
  rights:
    withdraw: {by: any party, while: mediation, to: ended}
  events:
    accept: {by: mediator}
    danger_seen: {}
    settled: {}
    broken_off: {}
    remind: {}
  settings:
    follow_up_after: {value: 15 days, max: 90 days}
  periods:
    whole: {from: received, length: 1 month, law: art_17}
  slots:
    mediation:
      gives: [agreed, not_agreed]
      reserved: [withdraw, danger_seen]
      needs: [mediate]
      default: plain
  scripts:
    plain: {steps: {talking: {on: {settled: agreed, broken_off: not_agreed}}}}
  documents:
    agreement: {needs: [amount, received], law: art_17}
  workflow:
    states:
      registered:
        on: {accept: {when: screen.clear and door, to: course}}
      course:
        states:
          mediating:
            slot: mediation
            entry: [{send: {event: remind, after: 3 workdays, id: reminder}}]
            on:
              agreed: {to: followed_up, do: [{draft: agreement}]}
              not_agreed: ended
              expired.whole: ended
              danger_seen: handed_over
              remind: {do: [{inform: Please go on}]}
      followed_up: {after: {follow_up_after: ended}}
      handed_over: {on: {accept: ended}}
      ended: {type: final}
  """
