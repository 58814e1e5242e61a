internal import Engine
package import Model
internal import SourceText

/// Compares two versions of a rulebook: what is there, and what decisions and guards come to, for
/// all facts there may be.
package func difference(
  from old: Program, _ oldCalendar: WorkCalendar, to new: Program, _ newCalendar: WorkCalendar
) -> RulebookDifference {
  let look = VersionsLook(old, oldCalendar, new, newCalendar)
  var changes = look.itemChanges + look.decisionChanges + look.transitionChanges
  let order = RulebookDifference.Section.allCases
  // The order within a section stays.
  changes = order.flatMap { section in changes.filter { $0.section == section } }
  return RulebookDifference(changes: changes, joint: look.joint.program)
}

/// Two versions and what is needed to run both.
struct VersionsLook {
  typealias Change = RulebookDifference.Change

  let old: Program
  let new: Program
  let joint: JointProgram
  let comparing: Comparing
  private let oldCalendar: WorkCalendar
  private let newCalendar: WorkCalendar

  init(
    _ old: Program, _ oldCalendar: WorkCalendar, _ new: Program, _ newCalendar: WorkCalendar
  ) {
    (self.old, self.new) = (old, new)
    (self.oldCalendar, self.newCalendar) = (oldCalendar, newCalendar)
    joint = JointProgram(old, new)
    comparing = Comparing(joint.program, oldCalendar, foreign: joint.foreign)
  }

  /// What is there, thing by thing.
  var itemChanges: [Change] {
    let (before, after) = (VersionItems(old).all, VersionItems(new).all)
    var changes: [Change] = []
    func key(_ item: VersionItems.Item) -> String { "\(item.section) \(item.name)" }
    let later = Dictionary(after.map { (key($0), $0) }) { first, _ in first }
    let earlier = Set(before.map(key))
    for item in before {
      guard let other = later[key(item)] else {
        changes.append(Change(item.section, .removed, item.name, item.span, nil))
        continue
      }
      let aspects = zip(item.aspects, other.aspects).filter { $0.words != $1.words }
      guard !aspects.isEmpty else { continue }
      var change = Change(item.section, .changed, item.name, item.span, other.span)
      change.aspects = aspects.map { ($0.aspect, $0.words, $1.words) }
      changes.append(change)
    }
    for item in after where !earlier.contains(key(item)) {
      changes.append(Change(item.section, .added, item.name, nil, item.span))
    }
    // The words of what came or went are no news of their own.
    let whole = changes.filter { $0.section != .texts && $0.kind != .changed }
    let names = Set(whole.map { "\($0.kind) \($0.name)" })
    return changes.filter { change in
      guard change.section == .texts, change.kind != .changed else { return true }
      let owner = change.name.split(separator: " ").dropLast().joined(separator: " ")
      return !names.contains("\(change.kind) \(owner)")
    }
  }

  /// Puts what a comparison found into a change; nil where there is nothing to tell.
  func tell(_ comparison: Comparison, in change: inout Change) {
    switch comparison {
    case .same: change.kind = .rewritten
    case .differs(let differences):
      change.kind = .changed
      change.differences = differences
    case .notTold(let reason):
      change.kind = .unclear
      change.reason = reason
    }
  }

  /// What a decision comes to in both versions, where that is not the same: of several outputs
  /// those that differ. Nil, too, where one cannot be asked.
  func run(
    _ one: ID<Decision>, _ other: ID<Decision>, _ facts: [Value?]
  ) -> (old: String, new: String)? {
    guard let before = joint.factsOfOld(facts), let after = joint.factsOfNew(facts),
      let was = result(one, of: old, oldCalendar, before),
      let now = result(other, of: new, newCalendar, after), was != now
    else { return nil }
    guard was.count == now.count, zip(was, now).allSatisfy({ $0.output == $1.output }) else {
      return (words(was), words(now))
    }
    let differing = was.indices.filter { was[$0] != now[$0] }
    return (words(differing.map { was[$0] }), words(differing.map { now[$0] }))
  }

  /// One output and what it comes to; without a name where there is but one.
  private struct Result: Equatable {
    var output: String
    var words: String
  }

  private func words(_ results: [Result]) -> String {
    results.map { $0.output.isEmpty ? $0.words : "\($0.output) \($0.words)" }
      .joined(separator: ", ")
  }

  private func result(
    _ id: ID<Decision>, of program: Program, _ calendar: WorkCalendar, _ facts: [Value?]
  ) -> [Result]? {
    let text = ProgramText(program)
    let type = program.decisions[id].type
    do throws(Fault) {
      switch try evaluator(program, calendar, facts).decide(id) {
      case .decided(let outcome):
        guard case .record(let values) = outcome.value, case .record(let record) = type.unwrapped
        else { return [Result(output: "", words: text.value(outcome.value, of: type))] }
        return zip(record.fields, values).map { field, value in
          Result(output: field.name, words: text.value(value, of: field.type))
        }
      case .open: return nil
      }
    } catch {
      return [Result(output: "", words: "-")]
    }
  }

  /// Whether a guard holds in both versions, where that is not the same.
  func run(
    _ one: Expression?, _ other: Expression?, _ facts: [Value?]
  ) -> (old: String, new: String)? {
    guard let before = joint.factsOfOld(facts), let after = joint.factsOfNew(facts),
      let was = verdict(one, of: old, oldCalendar, before),
      let now = verdict(other, of: new, newCalendar, after), was != now
    else { return nil }
    return (was, now)
  }

  private func verdict(
    _ condition: Expression?, of program: Program, _ calendar: WorkCalendar, _ facts: [Value?]
  ) -> String? {
    guard let condition else { return "true" }
    switch try? evaluator(program, calendar, facts).verdict(condition) {
    case .holds: return "true"
    case .fails: return "false"
    case .unknown, nil: return nil
    }
  }

  private func evaluator(
    _ program: Program, _ calendar: WorkCalendar, _ facts: [Value?]
  ) -> Evaluator {
    Evaluator(
      program: program, calendar: calendar, facts: facts,
      variables: program.variables.elements.map(\.start))
  }
}

extension VersionsLook {
  /// Decisions of the old version, then those that only the new one has.
  var decisionChanges: [Change] {
    let text = ProgramText(joint.program)
    var changes: [Change] = []
    for id in old.decisions.ids {
      let one = old.decisions[id]
      let known = new.decisions.ids.first { new.decisions[$0].name == one.name }
      guard let known else {
        changes.append(Change(.decisions, .removed, one.name, one.span, nil))
        continue
      }
      let logic = joint.logic(new.decisions[known].logic)
      let isWordForWord = text.words(of: one.logic) == text.words(of: logic)
      let types = (text.type(one.type), text.type(joint.type(new.decisions[known].type)))
      if isWordForWord, types.0 == types.1 { continue }
      var change = Change(
        .decisions, .changed, one.name, one.span, new.decisions[known].span)
      if types.0 != types.1 {
        change.aspects = [(Bilingual(en: "type", zh: "类型"), types.0, types.1)]
        changes.append(change)
        continue
      }
      let used = Decision(
        name: "", title: Bilingual(""), logic: logic, type: one.type, span: one.span)
      if let name = joint.retyped(in: one.expressions + used.expressions) {
        tell(.notTold(.anotherKind(name)), in: &change)
      } else {
        tell(comparing.compare(one.logic, logic) { run(id, known, $0) }, in: &change)
      }
      changes.append(change)
    }
    let names = Set(old.decisions.elements.map(\.name))
    for one in new.decisions.elements where !names.contains(one.name) {
      changes.append(Change(.decisions, .added, one.name, nil, one.span))
    }
    return following(changes)
  }

  /// Each changed decision with those that use it and are themselves as they were.
  private func following(_ changes: [Change]) -> [Change] {
    let told = Set(changes.map(\.name))
    return changes.map { change in
      guard change.kind == .changed || change.kind == .unclear else { return change }
      var found = [change.name]
      var next = 0
      while next < found.count {
        for one in new.decisions.elements where !found.contains(one.name) {
          var isUsing = false
          for expression in one.expressions {
            expression.walk {
              if case .decision(let id) = $0.kind, new.decisions[id].name == found[next] {
                isUsing = true
              }
            }
          }
          if isUsing { found.append(one.name) }
        }
        next += 1
      }
      var change = change
      change.followers = found.dropFirst().filter { !told.contains($0) }
      return change
    }
  }
}
