/// What a conversation has shown of a case: of what has not changed since, a line says that it is
/// as before, so that what is new and what to say find room on the screen.
struct ShownScreen {
  private var heading: [String] = []
  private var parts: [AgendaLines.Part: [String]] = [:]

  /// The lines to show now.
  mutating func changed(_ agenda: AgendaLines, _ names: PlainNames) -> [String] {
    var now: [AgendaLines.Part: [String]] = [:]
    for part in AgendaLines.Part.allCases { now[part] = agenda.lines(of: part) }
    var same = AgendaLines.Part.allCases.filter { part in
      part.mayBeLeftOut && now[part]?.isEmpty == false && now[part] == parts[part]
    }
    // One line in the stead of one line helps nobody.
    if same.reduce(0, { $0 + (now[$1]?.count ?? 0) }) < 2 { same = [] }
    let newHeading = agenda.heading()
    var lines = newHeading == heading ? [] : newHeading
    for part in AgendaLines.Part.allCases {
      if part == .said, !same.isEmpty {
        lines += agenda.asBefore(same.map { $0.label(names) }.joined(separator: names.comma))
      }
      if !same.contains(part) { lines += now[part] ?? [] }
    }
    (heading, parts) = (newHeading, now)
    return lines
  }
}
