/// A query as the middle part of a statement.
struct CaseClauses {
  private(set) var values: [SQLValue] = []
  private var conditions: [String] = []
  private let order: CaseQuery.Order

  /// Whether an effect of the case waits after a failure.
  static let incident = """
    EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = cases.id AND delivered_at IS NULL
      AND last_fault IS NOT NULL)
    """

  init(_ query: CaseQuery) {
    order = query.order
    add("rulebook = ?", query.rulebook.map { .text($0) })
    add("program = ?", query.program.map { .text($0) })
    add("state = ?", query.state.map { .text($0) })
    // Sorted by deadline the deadlines' index is the one to walk: the others must not be of use.
    let isDue = query.order == .due
    add(isDue ? "(level || '') = ?" : "level = ?", query.level.map { .text($0) })
    add("acting = ?", query.acting.map { .text($0) })
    add(isDue ? "finished + 0 = ?" : "finished = ?", query.isFinished.map { .flag($0) })
    add("due_at < ?", query.dueBefore.map { .integer($0) })
    add(
      "EXISTS (SELECT 1 FROM standing_keys WHERE key = ? AND standing_keys.case_id = cases.id)",
      query.key.map { .text($0) })
    if let isLent = query.isLent { conditions.append("lent_to IS \(isLent ? "NOT" : "") NULL") }
    if let wanted = query.hasIncident { conditions.append((wanted ? "" : "NOT ") + Self.incident) }
    if order == .due { conditions.append("due_at IS NOT NULL") }
  }

  /// Leaves out what stood on the pages before.
  mutating func goOn(_ query: CaseQuery) {
    guard let cursor = query.after else { return }
    switch order {
    case .id: add("standings.case_id > ?", .text(cursor.caseID))
    case .due:
      add("(due_at, standings.case_id) > (?, ?)", .integer(cursor.dueAt ?? .min))
      values.append(.text(cursor.caseID))
    }
  }

  let source = "cases JOIN standings ON standings.case_id = cases.id"

  var condition: String {
    conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
  }

  private mutating func add(_ condition: String, _ value: SQLValue?) {
    guard let value else { return }
    conditions.append(condition)
    values.append(value)
  }
}
