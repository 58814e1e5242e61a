internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// What a step left to be done by people: what to tell the parties, who is told, which papers lie
/// ready, what was set aside.
struct OutcomeLines {
  let fold: CaseFold
  let names: PlainNames
  let console: Console
  let width: Int

  /// Of the newest entry that stepped the case.
  var lines: [String] {
    guard let result = fold.lines.last?.result else { return [] }
    let label = LabelledLines(console: console, margin: 10, width: width)
    return result.trace.items.flatMap { setAside($0, label) } + told(result.effects, label)
  }

  /// Things of one kind that follow each other share their word.
  private func told(_ effects: [Effect], _ label: LabelledLines) -> [String] {
    var groups: [(label: String, texts: [String])] = []
    for effect in effects {
      let (word, text) = words(of: effect)
      if groups.last?.label == word {
        groups[groups.count - 1].texts.append(text)
      } else {
        groups.append((word, [text]))
      }
    }
    return groups.flatMap { label.lines($0.label, $0.texts) }
  }

  private func setAside(_ item: Trace.Item, _ label: LabelledLines) -> [String] {
    switch item {
    case .overtaken(let event, _):
      label.lines(
        say("set aside", "没有办"),
        say(
          "\(names.event(event.event)): what was stated came first",
          "“\(names.event(event.event))”：刚记下的情况在先，案件已按它走"), style: .yellow)
    case .timerFired(let timer, _):
      label.lines(say("fell due", "到期"), names.due(timer.name(in: fold.program)))
    default: []
    }
  }

  private func words(of effect: Effect) -> (label: String, text: String) {
    switch effect.kind {
    case .inform(let en, let zh): (say("tell them", "请告知"), say(en, zh))
    case .notify(let to, let en, let zh, _, _, _):
      (say("notified", "通知"), "\(list(to))\(say(": ", "："))\(say(en, zh))")
    case .task(let order, _, _):
      (say("task", "交办"), "\(list(order.to))\(say(": ", "："))\(names.task(order))")
    case .draft(let document, _): (say("paper", "文书"), names.document(document))
    }
  }

  private func list(_ recipients: [String]) -> String {
    recipients.map(names.recipient).joined(separator: names.comma)
  }

  private func say(_ en: String, _ zh: String) -> String { names.say(en, zh) }
}
