package import Model
package import SourceText

/// What the names of a rulebook stand for: the one table that every expression, test, value and
/// path is resolved against.
///
/// A scope is filled once, in declared order, and then only read; copying it copies no table. What
/// depends on the place (the event in hand, the state one is in) is set on a copy.
package struct Scope: Sendable {
  /// A name that stands for a value of the case.
  package struct Entry: Hashable, Sendable {
    /// What of the case the name stands for.
    package enum Meaning: Hashable, Sendable {
      case fact(ID<Fact>)
      case variable(ID<Variable>)
      case decision(ID<Decision>)
    }

    package var meaning: Meaning
    /// Nil where the declaration is faulty: a finding says so there, and every use is passed over
    /// in silence.
    package var type: ValueType?
    /// Where it was declared.
    package var span: Span
  }

  /// A word as a member of its enumeration.
  package struct Word: Hashable, Sendable {
    package var enumeration: ID<Enumeration>
    package var index: Int
  }

  package private(set) var enumerations = Arena<Enumeration>()
  /// Facts, variables and decisions by name: more than one where a name was
  /// declared twice, which its declaration reports; the first counts.
  package private(set) var entries = NameTable<[Entry]>()
  /// The keys of `entries` in declared order.
  package private(set) var entryNames: [String] = []
  /// Named types; the lists of words that a fact keeps to itself have no name here.
  package private(set) var types = NameTable<ID<Enumeration>>()
  package private(set) var typeNames: [String] = []
  /// Every enumeration that has a word, in declared order.
  package private(set) var words = NameTable<[Word]>()
  package private(set) var laws = NameTable<ID<Law>>()
  package private(set) var lawNames: [String] = []
  package var states = StateNames()
  /// The state an expression stands in: names of states are looked up from there outwards.
  package var currentState: ID<State>?
  /// What `event.FIELD` reads; nil where no event is at hand.
  package var payload: Payload?
  /// The offset of moments that name none.
  package let offset: UTCOffset

  package init(offset: UTCOffset = .china) {
    self.offset = offset
  }
}

// Filling a scope.
extension Scope {
  /// Makes a name known. A name given twice keeps its first meaning; that it was given twice is for
  /// the caller to report.
  package mutating func add(
    _ name: String, _ meaning: Entry.Meaning, type: ValueType?, at span: Span
  ) {
    if entries[name] == nil { entryNames.append(name) }
    entries[name, default: []].append(Entry(meaning: meaning, type: type, span: span))
  }

  /// Gives a decision, known by name since before, the type that was inferred for it.
  mutating func setType(_ type: ValueType, of name: String, _ decision: ID<Decision>) {
    let place = entries[name]?.firstIndex { $0.meaning == .decision(decision) }
    guard let place else { preconditionFailure("a decision has its name before its type") }
    entries[name]?[place].type = type
  }

  /// Makes a type and its words known. `isNamed` is false for a list of words that belongs to one
  /// fact, output or payload field: it bears that one's name for messages alone.
  @discardableResult
  package mutating func add(_ enumeration: Enumeration, isNamed: Bool = true) -> ID<Enumeration> {
    let id = enumerations.add(enumeration)
    for (index, word) in enumeration.words.enumerated() {
      words[word.name, default: []].append(Word(enumeration: id, index: index))
    }
    if isNamed, types[enumeration.name] == nil {
      types[enumeration.name] = id
      typeNames.append(enumeration.name)
    }
    return id
  }

  /// Makes a law's id known.
  package mutating func add(law name: String, _ id: ID<Law>) {
    if laws[name] == nil { lawNames.append(name) }
    laws[name] = id
  }
}

extension Scope {
  /// The index of a word in one enumeration.
  func index(of word: String, in enumeration: ID<Enumeration>) -> Int? {
    words[word]?.first { $0.enumeration == enumeration }?.index
  }
}
