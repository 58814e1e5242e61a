import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Texts that the verifier invents are in the formats that their types have.
@Suite struct FormatTests {
  /// The case that refutes a promise is read back as a case file without a finding, and breaks it.
  @Test(arguments: [
    "{never: in(called)}", "{never: in(called) and mobile != null and mobile != \"13800000001\"}",
    "{never: in(known)}", "{never: in(joined)}",
  ])
  func aRefutingCaseIsOneThatCanBeWritten(_ invariant: String) throws {
    let program = try compiled(
      """
      rulebook: t
      facts:
        number: {type: text, format: identity_number}
        mobile: {type: text, format: mobile_number, optional: true}
        people: {list: {record: {name: text, number: {type: text, format: identity_number}}}}
      events:
        call: {with: {from: {type: text, format: mobile_number}}}
        look: {}
        join: {}
      workflow:
        states:
          open:
            on:
              call: {to: called, do: [{set: {mobile: {is: event.from}}}]}
              look: {when: 'number != "11010519491231002X"', to: known}
              join: {when: count(people) > 0, to: joined}
          called: {}
          known: {}
          joined: {}
      invariants: {it: \(invariant)}
      """)
    guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(invariant) is not refuted")
      return
    }
    let text = CaseText(program).text(file)
    var (sources, findings) = (SourceMap(), Diagnostics())
    let files = try RulebookCompiler(reading: FilesInMemory(["case.yaml": text])).compileCases(
      path: "case.yaml", against: ProgramNames(program), sources: &sources, into: &findings)
    #expect(findings.sorted.isEmpty, "\(findings.sorted.map(\.message.en))\n\(text)")
    let replay = Interpreter(program: program, calendar: .china).replay(try #require(files.first))
    #expect(replay.steps.allSatisfy { $0.result.refusal == nil }, "\(text)")
  }

  /// No row can match a text that nobody can state; what else there is is still covered.
  @Test func aCellThatBreaksTheFormatNeverHolds() throws {
    let program = try compiled(
      """
      rulebook: t
      facts: {mobile: {type: text, format: mobile_number}}
      decisions:
        t:
          hit: first
          inputs: [mobile]
          outputs: {to: [a, b, c]}
          rules:
            - {id: broken, when: {mobile: '"1380000000"'}, then: a}
            - {id: good, when: {mobile: '"13800000001"'}, then: b}
            - {id: other, then: c}
      """)
    var analysis = try #require(TableAnalysis(ID(0), in: program, .china))
    let findings = analysis.run()
    #expect(findings.count == 1)
    #expect(findings.first.map { "\($0.kind)".contains("row: 0") } == true, "\(findings)")
  }

  /// Asking for a format is a change of the fact's type and of nothing that reads it.
  @Test func aFormatIsAChangeOfTheTypeAlone() throws {
    let text = """
      rulebook: t
      facts: {mobile: TYPE}
      decisions:
        t:
          hit: first
          inputs: [mobile]
          outputs: {to: [a, b]}
          rules: [{id: one, when: {mobile: '"13800000001"'}, then: a}]
          otherwise: b
      """
    let old = try compiled(text.replacing("TYPE", with: "text"))
    let new = try compiled(
      text.replacing("TYPE", with: "{type: text, format: mobile_number}"))
    let found = difference(from: old, .china, to: new, .china)
    let changes = found.changes.map { change in
      let aspects = change.aspects.map { "\($0.aspect.en): \($0.old) > \($0.new)" }
      return "\(change.section) \(change.name): \(aspects.joined())"
    }
    #expect(changes == ["facts mobile: type: text > text (mobile_number)"])
  }
}
