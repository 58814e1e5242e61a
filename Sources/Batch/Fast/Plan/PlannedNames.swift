internal import Model
internal import SourceText

/// What names on a line mean, by the words of the scanner.
struct PlannedNames {
  /// A member of a line or of one of its entries.
  enum Member: UInt8 {
    case none
    case id
    case facts
    case events
    case until
    case opened
    case event
    case at
    case by
    case set
    case with
  }

  /// What a value is read as, and by what rules.
  struct Slot {
    var packing: Packing?
    var isOptional: Bool
    var isFixed = false
    var minimum: Packed = .unclear + 1
    var maximum: Packed = .max
    /// Where the words of its type begin in `words`.
    var words: Int32 = 0
  }

  /// For the scanner.
  private(set) var known: [String] = []
  private(set) var members: [Member] = []
  /// By the scanner's word; -1 where it is none.
  private(set) var facts: [Int32] = []
  private(set) var events: [Int32] = []
  private(set) var roles: [Int32] = []
  private(set) var texts: [Int64] = []
  /// By type, by the scanner's word.
  private(set) var words: [Int32] = []
  /// By fact.
  private(set) var slots: [Slot] = []
  /// By event: by field, and the fields' names by the scanner's word.
  private(set) var fields: [[Slot]] = []
  private(set) var fieldNames: [[Int32]] = []

  private static let memberNames: [(String, Member)] = [
    ("id", .id), ("facts", .facts), ("events", .events), ("until", .until), ("opened", .opened),
    ("event", .event), ("at", .at), ("by", .by), ("set", .set), ("with", .with),
  ]

  init(_ program: Program, texts pool: [String]) {
    var index: [String: Int] = [:]
    for name in Self.names(of: program) + pool where index[name] == nil {
      index[name] = known.count
      known.append(name)
    }
    func table<Number: FixedWidthInteger>(_ names: [String]) -> [Number] {
      var table = [Number](repeating: -1, count: known.count)
      for (place, name) in names.enumerated().reversed() {
        if let word = index[name] { table[word] = Number(place) }
      }
      return table
    }
    members = Array(repeating: .none, count: known.count)
    for (name, member) in Self.memberNames { members[index[name] ?? 0] = member }
    facts = table(program.facts.elements.map(\.name))
    events = table(program.events.elements.map(\.name))
    for place in events.indices where events[place] >= 0 {
      // Only what people fire.
      if program.events.elements[Int(events[place])].origin != .external { events[place] = -1 }
    }
    roles = table(program.roles.elements.map(\.name))
    texts = table(pool)
    for enumeration in program.enumerations.elements {
      words += table(enumeration.words.map(\.name))
    }
    slots = program.facts.elements.map { Self.slot(of: $0, wordCount: known.count) }
    fields = program.events.elements.map { event in
      event.payload.map { Self.slot($0.type, wordCount: known.count) }
    }
    fieldNames = program.events.elements.map { table($0.payload.map(\.name)) }
  }

  /// All that a line may name.
  private static func names(of program: Program) -> [String] {
    var names = memberNames.map(\.0) + program.facts.elements.map(\.name)
    for event in program.events.elements { names += [event.name] + event.payload.map(\.name) }
    return names + program.roles.elements.map(\.name)
      + program.enumerations.elements.flatMap { $0.words.map(\.name) }
  }

  private static func slot(_ type: ValueType, wordCount: Int) -> Slot {
    var slot = Slot(packing: Packing(type), isOptional: type.isOptional)
    if case .word(let id) = slot.packing { slot.words = Int32(id.index * wordCount) }
    return slot
  }

  private static func slot(of fact: Fact, wordCount: Int) -> Slot {
    var made = slot(fact.type, wordCount: wordCount)
    made.isFixed = fact.isFixed
    var pool = TextPool()
    switch made.packing {
    case .number, .integer, .day, .moment, .word:
      // A bound that does not fit lets nothing through here.
      if let minimum = fact.minimum { made.minimum = pool.pack(minimum) ?? .max }
      if let maximum = fact.maximum { made.maximum = pool.pack(maximum) ?? .min }
    default: if fact.minimum != nil || fact.maximum != nil { made.packing = nil }
    }
    return made
  }
}
