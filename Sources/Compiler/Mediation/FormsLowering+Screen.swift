import SourceText
import Syntax

// `screen`: what never goes on in mediation (docs/mediation.md).
extension FormsLowering {
  mutating func lowerScreen() {
    guard let screen = tree.mediation.screen else { return }
    add(
      EnumerationTree(
        name: .made("screen_act", at: screen.span),
        title: .made(en: "act of the screen", zh: "筛查处置", at: screen.span), isOrdered: true,
        words: ScreenTree.actTitles.reversed().map { word, en, zh in
          NamedTree(
            name: .made(word, at: screen.span), title: .made(en: en, zh: zh, at: screen.span))
        }),
      of: "screen")
    for line in screen.lines {
      let condition = line.condition ?? .made("false", at: line.span)
      add(
        .made(line.name, is: condition, title: line.title, type: "boolean"), of: "screen")
    }
    declareDecisions(screen)
    if let question = screen.checklist {
      var checklist = ChecklistTree(span: question.span)
      checklist.question = question
      checklist.of = screen.lines.map(\.name)
      tree.checklist = checklist
    }
    guard tree.workflow != nil else { return }
    for act in screen.acts where !screen.lines.contains(where: { $0.act?.value == act.act.value }) {
      for target in act.transition.targets { _ = paths(target) }
    }
    add(
      .made(
        "screen_told", type: .made("list of text", at: screen.span), start: .list([], screen.span),
        title: .made(en: "red lines that were told", zh: "已通知的红线", at: screen.span),
        at: screen.span),
      of: "screen")
    let first = screen.lines.map(telling) + acting(screen)
    tree.workflow?.always.insert(contentsOf: first, at: 0)
  }

  /// Once a line is known to hold, those who must know are told, and that is noted.
  private func telling(_ line: RedLineTree) -> TransitionTree {
    let span = line.name.span
    var actions: [ActionTree] = []
    if !line.tell.isEmpty {
      let words = line.title ?? .made(en: line.name.value, zh: line.name.value, at: span)
      var notice = ActionTree(
        .notify(to: line.tell, text: .fixed(words), within: line.within), span: span)
      notice.basis = line.basis
      actions.append(notice)
    }
    actions.append(.noting(line.name.value, at: span))
    return line.transition(when: "not(\(isNoted(line.name.value)))", do: actions)
  }

  /// For each line what its act does, the strictest first. What a stricter one has led to stays.
  private mutating func acting(_ screen: ScreenTree) -> [TransitionTree] {
    var transitions: [TransitionTree] = []
    var stricter: [String] = []
    for act in ScreenTree.actWords {
      let lines = screen.lines.filter { $0.act?.value == act }
      let written = screen.acts.first { $0.act.value == act }?.transition
      guard let written, !written.targets.isEmpty || isMild(act) else {
        if let first = lines.first, !isMild(act) { diagnostics.report(.actWithoutTarget(first)) }
        continue
      }
      let places = written.targets.map { "in(\($0.value))" }.joined(separator: " and ")
      guard !places.isEmpty else {
        transitions += lines.map { once(act, written, $0) }
        continue
      }
      let own = written.targets.count == 1 ? places : "(\(places))"
      let stays = ([own] + stricter).joined(separator: " or ")
      for line in lines {
        var transition = line.transition(when: "not(\(stays))", do: written.actions)
        transition.targets = written.targets
        transitions.append(transition)
      }
      if !lines.isEmpty { stricter.append(own) }
    }
    return transitions
  }

  /// An act that leads nowhere is done once.
  private func once(
    _ act: String, _ written: TransitionTree, _ line: RedLineTree
  ) -> TransitionTree {
    let note = "act: \(act)"
    return line.transition(
      when: "not(\(isNoted(note)))",
      do: written.actions + [.noting(note, at: line.name.span)])
  }

  private func isNoted(_ note: String) -> String { "list contains(screen_told, \"\(note)\")" }

  /// Acts with which mediation goes on.
  private func isMild(_ act: String) -> Bool { act == "carve_out" || act == "continue" }

  private mutating func declareDecisions(_ screen: ScreenTree) {
    let span = screen.span
    add(screen.act, of: "screen")
    add(screen.linesThatHold, of: "screen")
    let strict = screen.lines.filter { !isMild($0.act?.value ?? "") }.map(\.name.value)
    let mild = screen.lines.filter { isMild($0.act?.value ?? "") }.map(\.name.value)
    // A line that mediation can go on with must be known all the same: while x is unknown,
    // `is known(x) or x` is whatever x turns out to be, and so unknown too.
    let parts =
      (strict.isEmpty ? [] : ["not(\(strict.joined(separator: " or ")))"])
      + mild.map { "(is known(\($0)) or \($0))" }
    let clear = parts.isEmpty ? "true" : parts.joined(separator: " and ")
    add(
      .made(
        .made("screen", at: span),
        is: .made("{act: screen_act, lines: screen_lines, clear: \(clear)}", at: span),
        title: .made(en: "safety screen", zh: "安全筛查", at: span)),
      of: "screen")
  }
}

extension ScreenTree {
  /// The words of acts as people read them, strictest first.
  fileprivate static let actTitles: [(word: String, en: String, zh: String)] = [
    ("leave", "out of mediation", "退出调解"), ("refer", "referred", "转办"),
    ("stop", "terminated", "终止调解"), ("pause", "paused", "中止调解"),
    ("replace_mediator", "another mediator", "更换调解员"), ("carve_out", "carved out", "另行处理"),
    ("continue", "mediation goes on", "继续调解"),
  ]

  /// The strictest of the lines that hold; so one strict line decides, whatever else is unknown.
  fileprivate var act: DecisionTree {
    var table = table(
      "screen_act", hit: "priority", output: "act", type: "screen_act",
      title: .made(en: "act of the screen", zh: "筛查处置", at: span)
    ) { .scalar($0.act.map { .made($0.value, at: $0.span) } ?? .made("continue", at: $0.span)) }
    if lines.isEmpty {
      table.expression = .made("screen_act.continue", at: span)
    } else {
      table.outputs[0].priorities = Self.actWords.map { .made($0, at: span) }
      table.otherwiseValue = .made("continue", at: span)
    }
    return table
  }

  /// The names of all lines that hold; unknown while one is.
  fileprivate var linesThatHold: DecisionTree {
    var table = table(
      "screen_lines", hit: "rule order", output: "line", type: "text",
      title: .made(en: "red lines that hold", zh: "成立的红线", at: span)
    ) { .made($0.name.value, at: $0.name.span) }
    if lines.isEmpty {
      table.expression = .made("[]", at: span)
      table.type = .made("list of text", at: span)
    }
    return table
  }

  /// A row for each line; without lines a decision that has nothing yet.
  private func table(
    _ name: String, hit: String, output: String, type: String, title: TitleTree,
    _ result: (RedLineTree) -> ValueTree
  ) -> DecisionTree {
    var table = DecisionTree(name: .made(name, at: span), span: span)
    table.title = title
    guard !lines.isEmpty else {
      table.type = .made(type, at: span)
      return table
    }
    table.hit = .made(hit, at: span)
    table.outputs = [OutputTree(name: .made(output, at: span), type: .made(type, at: span))]
    table.rows = .list(
      lines.map { line in
        var row = RowTree(span: line.span)
        row.id = line.name
        row.condition = .expression(.made(line.name.value, at: line.condition?.span ?? line.span))
        row.result = result(line)
        row.basis = line.basis
        return row
      }, span)
    return table
  }
}

extension RedLineTree {
  /// A `first` transition that is taken once the line is known to hold and something else does.
  fileprivate func transition(
    when condition: String, do actions: [ActionTree]
  ) -> TransitionTree {
    var transition = TransitionTree.made(do: actions, isFirst: true, basis: basis, at: name.span)
    transition.condition = .made(
      "\(condition) and \(name.value)", at: self.condition?.span ?? name.span)
    return transition
  }
}

extension ActionTree {
  /// Notes something in `screen_told`.
  fileprivate static func noting(_ note: String, at span: Span) -> ActionTree {
    .set(["screen_told": "append(screen_told, \"\(note)\")"], at: span)
  }
}

extension Diagnostic {
  fileprivate static func actWithoutTarget(_ line: RedLineTree) -> Diagnostic {
    let act = line.act?.value ?? ""
    return Diagnostic(
      .actWithoutTarget,
      Bilingual(
        en: "`\(line.name.value)` comes to `\(act)`, and nothing says where that leads",
        zh: "`\(line.name.value)` 的处置是 `\(act)`，却没有写明去向"),
      at: line.act?.span ?? line.span,
      help: Bilingual(
        en: "add `acts: {\(act): STATE}` to the screen", zh: "请在 screen 下写上 `acts: {\(act): 状态}`"))
  }
}
