internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// What the newest entry of a case recorded, as it was understood: `违反治安管理 = 否`.
struct StatedLines {
  let fold: CaseFold
  let names: PlainNames

  /// One line for each fact; one for the rest of the checklist.
  var lines: [String] {
    guard let entry = fold.lines.last?.stepped else { return [] }
    let program = fold.program
    var said = entry.facts.map { stated -> String in
      let value = names.value(stated.value, of: program.facts[stated.fact].type)
      return "\(names.fact(stated.fact)) = \(value)"
    }
    if entry.answersChecklist {
      let listed = program.mediation.checklist?.facts ?? []
      said.append(
        names.restOfChecklist(found: entry.facts.contains { listed.contains($0.fact) }))
    }
    return said.map { names.say("noted: ", "记下了：") + $0 }
  }
}
