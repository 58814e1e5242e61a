/// What people decided about cases that go on under another version of their rulebook. What it
/// does not name keeps its name; what is open (deadlines, periods, tasks) has no answer but one
/// that is given here.
package struct MigrationPlan: Hashable, Sendable {
  /// What becomes of something that runs.
  package enum Answer: String, Hashable, Sendable, CaseIterable {
    /// It goes on, and falls due when it would have.
    case keep
    /// It begins again at the moment of the migration.
    case restart
    /// It is given up.
    case drop
  }

  /// Kinds of things that run and are answered for.
  package enum Matter: String, Hashable, Sendable, CaseIterable {
    /// `after` and delayed sends.
    case timers
    /// Legal clocks.
    case periods
    case tasks
  }

  /// Kinds of named things whose old name may have to become another.
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case facts
    case variables
    case decisions
    case events
    case documents
    case periods
  }

  /// The answers for one kind of matter.
  package struct Answers: Hashable, Sendable {
    /// For all that is not named.
    package var others: Answer?
    package var named: [String: Answer] = [:]

    package init() {}

    subscript(_ name: String) -> Answer? { named[name] ?? others }
  }

  /// By the old state's name: the new states that are active in its stead; none gives it up.
  package var states: [String: [String]] = [:]
  /// By section and old name: the new name, or nil where it is given up.
  package var names: [Section: [String: String?]] = [:]
  /// By the old type's name and the old word: the new word.
  package var words: [String: [String: String]] = [:]
  package var answers: [Matter: Answers] = [:]

  package init() {}

  /// The answer for something that runs; nil where nobody gave one.
  package func answer(_ matter: Matter, _ name: String) -> Answer? { answers[matter]?[name] }

  /// How giving up is written in a mapping.
  package static let dropped = "drop"
}

// As a journal keeps it.
extension MigrationPlan {
  /// Without what says nothing.
  package var json: JSONValue {
    var members: [String: JSONValue] = [:]
    if !states.isEmpty {
      members["states"] = .object(states.mapValues { .list($0.map(JSONValue.text)) })
    }
    for (section, names) in names where !names.isEmpty {
      members[section.rawValue] = .object(names.mapValues { $0.map(JSONValue.text) ?? .null })
    }
    if !words.isEmpty {
      members["words"] = .object(words.mapValues { .object($0.mapValues(JSONValue.text)) })
    }
    let open = openJSON
    if !open.isEmpty { members["open"] = .object(open) }
    return .object(members)
  }

  /// `*` answers for all that is not named.
  private var openJSON: [String: JSONValue] {
    var open: [String: JSONValue] = [:]
    for (matter, answers) in answers {
      var own = answers.named.mapValues { JSONValue.text($0.rawValue) }
      if let others = answers.others { own["*"] = .text(others.rawValue) }
      if !own.isEmpty { open[matter.rawValue] = .object(own) }
    }
    return open
  }

  /// Nil where it is no plan that this version of the tool knows.
  package init?(_ json: JSONValue) {
    guard let members = json.members else { return nil }
    for (key, value) in members {
      guard let own = value.members else { return nil }
      if key == "states" {
        states = own.mapValues { $0.items?.compactMap(\.text) ?? [] }
      } else if key == "words" {
        words = own.mapValues { ($0.members ?? [:]).compactMapValues(\.text) }
      } else if let section = Section(rawValue: key) {
        names[section] = own.mapValues(\.text)
      } else {
        guard key == "open" else { return nil }
        for (name, answers) in own {
          guard let matter = Matter(rawValue: name), let read = Answers(answers) else { return nil }
          self.answers[matter] = read
        }
      }
    }
  }
}

extension MigrationPlan.Answers {
  fileprivate init?(_ json: JSONValue) {
    for (name, word) in json.members ?? [:] {
      guard let answer = word.text.flatMap(MigrationPlan.Answer.init) else { return nil }
      if name == "*" { others = answer } else { named[name] = answer }
    }
  }
}
