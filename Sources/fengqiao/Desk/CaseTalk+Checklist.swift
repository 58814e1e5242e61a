internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

// The checklist: portion by portion, read back, and recorded in one entry.
extension CaseTalk {
  /// All that the checklist asks and nobody has stated, in the rulebook's order.
  var openChecklist: [ID<Fact>] {
    (fold.program.mediation.checklist?.facts ?? []).filter { fold.state.facts[$0.index] == nil }
  }

  /// Asks for all that is open of it. What was answered when the input ends is recorded.
  mutating func askChecklist() throws(ToolFault) {
    let open = openChecklist
    let portions = ChecklistPortions(items(open), room: max(5, height - 9)).portions
    var answers: [(fact: ID<Fact>, isThere: Bool)] = []
    for portion in portions {
      guard let answered = askPortion(portion) else { break }
      answers += answered
    }
    guard !answers.isEmpty else { return }
    // Where all was answered, the rest is denied in one word.
    let isWhole = answers.count == open.count
    var set: [String: JSONValue] = isWhole ? ["checklist": .bool(true)] : [:]
    for (fact, isThere) in answers where isThere || !isWhole {
      set[fold.program.facts[fact].name] = .bool(isThere)
    }
    try enter(set: set, saying: acknowledgement(answers, of: open.count))
  }

  private func items(_ facts: [ID<Fact>]) -> [ChecklistPortions.Item] {
    let listed = fold.program.mediation.checklist?.facts ?? []
    return facts.map { fact in
      ChecklistPortions.Item(
        number: (listed.firstIndex(of: fact) ?? 0) + 1, fact: fact,
        lines: WrappedText(names.question(fact), width: width - 6).lines)
    }
  }

  /// What was said of a portion, and confirmed; nil at the end of input.
  private func askPortion(
    _ portion: [ChecklistPortions.Item]
  ) -> [(fact: ID<Fact>, isThere: Bool)]? {
    show(portion)
    while let typed = input.line("  > ") {
      switch ChecklistAnswer(typed) {
      case .open?: return []
      case .nothing?: return portion.map { ($0.fact, false) }
      case .numbers(let numbers)?
      where numbers.allSatisfy({ number in portion.contains { $0.number == number } }):
        let there = portion.filter { numbers.contains($0.number) }
        guard let isRight = isReadBack(there) else { return nil }
        if !isRight {
          console.print("  " + hint)
          continue
        }
        let rest = portion.filter { !numbers.contains($0.number) }
        let found = there.map { (fact: $0.fact, isThere: true) }
        return found + (areNone(rest) ? rest.map { (fact: $0.fact, isThere: false) } : [])
      default:
        console.print("  " + say("answer 0, or numbers of the list above", "请答 0（都没有），或者写上面的数字"))
      }
    }
    return nil
  }

  private func show(_ portion: [ChecklistPortions.Item]) {
    let total = fold.program.mediation.checklist?.facts.count ?? 0
    let (first, last) = (portion.first?.number ?? 0, portion.last?.number ?? 0)
    console.print(
      console.styled(
        say(
          "checklist, points \(first) to \(last) of \(total)",
          "安全清单  第 \(first)-\(last) 项，共 \(total) 项"), .bold))
    for item in portion {
      let digits = item.number < 10 ? " \(item.number)" : "\(item.number)"
      for (place, line) in item.lines.enumerated() {
        console.print((place == 0 ? "  \(digits)  " : "      ") + line)
      }
    }
    let question = fold.program.mediation.checklist.map { names.say($0.question) } ?? ""
    for line in WrappedText(question, width: width).lines { console.print(line) }
    console.print("  " + hint)
  }

  private var hint: String {
    say(
      "0 = nothing of all this; else the numbers of what there is; Enter leaves it open",
      "都没有请答 0；有的写数字（可以几个）；直接回车先不答")
  }

  /// Reads back what is about to be recorded; whether it is right, nil at the end of input.
  private func isReadBack(_ there: [ChecklistPortions.Item]) -> Bool? {
    for item in there {
      let said = say("noted as there: ", "记为有：") + "\(item.number)  \(names.question(item.fact))"
      for line in WrappedText(said, width: width - 2).lines { console.print("  " + line) }
    }
    console.print("  " + say("right?   1 yes   2 no", "对吗？   1 对   2 不对，重新答"))
    while let typed = input.line("  > ") {
      if let isRight = SpokenAnswer.confirmation(typed) { return isRight }
      console.print("  " + say("answer 1 or 2", "请答 1 或者 2"))
    }
    return nil
  }

  /// Whether nothing is there of what was not named; what is not said stays open.
  private func areNone(_ rest: [ChecklistPortions.Item]) -> Bool {
    guard !rest.isEmpty else { return false }
    console.print(
      "  "
        + say(
          "and nothing of the others above?   1 nothing   2 ask later",
          "上面其余各项都没有吗？   1 都没有   2 以后再问"))
    while let typed = input.line("  > ") {
      switch ChecklistAnswer(typed) {
      case .nothing?, .numbers([1])?: return true
      case .open?, .numbers([2])?: return false
      default: console.print("  " + say("answer 1 or 2", "请答 1 或者 2"))
      }
    }
    return false
  }

  private func acknowledgement(
    _ answers: [(fact: ID<Fact>, isThere: Bool)], of count: Int
  ) -> String {
    let there = answers.filter(\.isThere).map { names.fact($0.fact) }.joined(separator: names.comma)
    let denied = answers.count { !$0.isThere }
    let open = count - answers.count
    var parts: [String] = []
    if !there.isEmpty { parts.append(say("there is \(there)", "有\(there)")) }
    if denied > 0 {
      parts.append(
        open == 0
          ? there.isEmpty ? say("nothing of these", "都没有") : say("nothing of the others", "其余都没有")
          : say("\(denied) points are not there", "\(denied) 项没有"))
    }
    if open > 0 { parts.append(say("\(open) points are still open", "还有 \(open) 项没有答")) }
    return say("noted: ", "记下了：") + parts.joined(separator: say("; ", "；"))
  }
}
