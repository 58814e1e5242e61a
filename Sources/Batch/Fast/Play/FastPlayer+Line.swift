internal import Model
internal import SourceText

// A line's tokens, read straight into slots and stepped as they are read. Whatever is not as plain
// as can be is false: the reader that knows all faults, and the engine, then have the line.
extension FastPlayer {
  /// Plays a whole line; the token of its id, -1 if it has none, or nil.
  mutating func play(_ line: LineTokens) -> Int? {
    guard line.kind(0) == .object else { return nil }
    begin()
    var id = -1
    var latest = Int64.min
    var seen: UInt16 = 0
    var isOpen = false
    var name = 1
    while name < line.count {
      let member = self.member(line.word(name))
      let bit: UInt16 = 1 << UInt16(member.rawValue)
      guard seen & bit == 0 else { return nil }
      seen |= bit
      let value = name + 1
      switch member {
      case .id:
        guard line.isPlainID(value) else { return nil }
        id = value
      case .facts where !isOpen:
        guard state(line, value) else { return nil }
      case .opened where !isOpen:
        guard pass(line, value, &latest) else { return nil }
      case .events where !isOpen:
        isOpen = true
        // When it was opened is no later than the first entry; that is all it is asked for here.
        guard open(), playEntries(line, value, &latest) else { return nil }
      case .until where isOpen:
        guard pass(line, value, &latest) else { return nil }
      default: return nil
      }
      name = line.end(value)
    }
    if !isOpen, !open() { return nil }
    return id
  }

  @inline(__always)
  private func member(_ word: Int) -> PlannedNames.Member {
    word >= 0 ? tables.members[word] : .none
  }

  /// Time passes to a moment that must not be in the past.
  @inline(__always)
  private func pass(_ line: LineTokens, _ value: Int, _ latest: inout Int64) -> Bool {
    guard line.kind(value) == .string, let moment = line.moment(value, offset: offset),
      moment >= latest
    else { return false }
    latest = moment
    return true
  }

  private mutating func playEntries(
    _ line: LineTokens, _ list: Int, _ latest: inout Int64
  ) -> Bool {
    guard line.kind(list) == .array else { return false }
    var entry = list + 1
    let end = line.end(list)
    while entry < end {
      guard playEntry(line, entry, &latest) else { return false }
      entry = line.end(entry)
    }
    return true
  }

  private mutating func playEntry(
    _ line: LineTokens, _ entry: Int, _ latest: inout Int64
  ) -> Bool {
    guard line.kind(entry) == .object else { return false }
    var (event, role, with, set) = (-1, -1, -1, -1)
    var seen: UInt16 = 0
    var name = entry + 1
    let end = line.end(entry)
    while name < end {
      let member = self.member(line.word(name))
      let bit: UInt16 = 1 << UInt16(member.rawValue)
      guard seen & bit == 0 else { return false }
      seen |= bit
      let value = name + 1
      switch member {
      case .event:
        event = named(line, value, tables.eventNames)
        guard event >= 0 else { return false }
      case .by:
        role = named(line, value, tables.roleNames)
        guard role >= 0 else { return false }
      case .at:
        guard pass(line, value, &latest) else { return false }
      case .set: set = value
      case .with: with = value
      default: return false
      }
      name = line.end(value)
    }
    if seen == 0 { return false }
    if isFinished { return event < 0 && set < 0 && with < 0 }
    if set >= 0, !state(line, set) { return false }
    guard readPayload(line, with, of: event) else { return false }
    return take(event, by: role)
  }

  @inline(__always)
  private func named(_ line: LineTokens, _ value: Int, _ table: PinnedTable<Int32>) -> Int {
    guard line.kind(value) == .string, line.word(value) >= 0 else { return -1 }
    return Int(table[line.word(value)])
  }

  /// States the facts of an object.
  private mutating func state(_ line: LineTokens, _ object: Int) -> Bool {
    guard line.kind(object) == .object else { return false }
    stamp &+= 1
    var name = object + 1
    let end = line.end(object)
    while name < end {
      let word = line.word(name)
      guard word >= 0 else { return false }
      let fact = Int(tables.factNames[word])
      guard fact >= 0, stamps[fact] != stamp else { return false }
      stamps[fact] = stamp
      let value = value(line, name + 1, tables.slots[fact])
      guard value != .unclear, state(fact, value) else { return false }
      name = line.end(name + 1)
    }
    return true
  }

  private mutating func readPayload(_ line: LineTokens, _ object: Int, of event: Int) -> Bool {
    guard event >= 0 else { return object < 0 }
    guard hasChart else { return false }
    let fields = tables.fieldSpans[event]
    payload.fill(.unknown)
    if object >= 0 {
      guard line.kind(object) == .object else { return false }
      var name = object + 1
      let end = line.end(object)
      while name < end {
        let word = line.word(name)
        guard word >= 0 else { return false }
        let field = Int(tables.fieldNames[event * wordCount + word])
        guard field >= 0, payload[field] == .unknown else { return false }
        let slot = tables.fields[Int(fields.start) + field]
        let value = value(line, name + 1, slot)
        guard value != .unclear, fits(value, slot) else { return false }
        payload[field] = value
        name = line.end(name + 1)
      }
    }
    for index in 0..<Int(fields.count) where payload[index] == .unknown {
      // One that is left out is null, where it may be.
      guard tables.fields[Int(fields.start) + index].isOptional else { return false }
      payload[index] = .null
    }
    return true
  }

  /// A value by its declared type; unclear if it is anything but plain.
  @inline(__always)
  private func value(_ line: LineTokens, _ token: Int, _ slot: PinnedPlan.Slot) -> Packed {
    switch (line.kind(token), slot.kind) {
    case (_, .none): return .unclear
    case (.null, _): return slot.isOptional ? .null : .unclear
    case (.true, .boolean): return 1
    case (.false, .boolean): return 0
    case (.number, .number): return line.scaled(token)
    case (.number, .integer):
      let value = line.scaled(token)
      return value % 1_000_000 == 0 ? value : .unclear
    case (.string, .word):
      let word = line.word(token)
      guard word >= 0 else { return .unclear }
      let index = tables.words[Int(slot.words) + word]
      return index >= 0 ? Packed(index) : .unclear
    case (.string, .text):
      let word = line.word(token)
      if word >= 0, tables.textNames[word] >= 0 { return tables.textNames[word] }
      return line.isPlainText(token) ? .otherText : .unclear
    case (.string, .day): return line.day(token) ?? .unclear
    case (.string, .moment):
      // A day is no moment, where one is stated of a fact.
      return line.isDay(token) ? .unclear : line.moment(token, offset: offset) ?? .unclear
    default: return .unclear
    }
  }
}
