internal import Engine
internal import Model
internal import SourceText

/// Who may be meant by an event that names a person: those that the case knows and that have not
/// spoken. Made once for a program.
struct Voices {
  /// Someone of whom a fact's list tells.
  struct Person {
    var name: Value
    /// The fact that lists the person: a side, as a rule.
    var list: ID<Fact>
  }

  /// What an event says to a consent.
  private struct Answer {
    let consent: Consent
    /// Whether it takes back what was agreed.
    let isWithdrawal: Bool
  }

  /// A field of records in a fact's list.
  private struct Listing {
    let fact: ID<Fact>
    let field: Int
  }

  /// By event: which field names someone; nil where none does.
  private let fields: [Int?]
  /// By event: the lists in which those stand.
  private let lists: [[Listing]]
  private let answers: [Answer?]
  /// The word `agreed` of what people answer to consents.
  private let agreed: Value?

  init(program: Program, profile: SimulationProfile) {
    let listings = program.events.elements.map { event in
      event.payload.indices.lazy.map { place -> (Int, [Listing]) in
        let name = "\(event.name).\(event.payload[place].name)"
        let isGiven = profile.answers[name] != nil
        return (place, isGiven ? [] : Self.listings(of: event.payload[place], in: program))
      }.first { !$1.isEmpty }
    }
    fields = listings.map { $0?.0 }
    lists = listings.map { $0?.1 ?? [] }
    let consents = program.mediation.consents
    answers = program.events.elements.map { event in
      for consent in consents where event.name.hasPrefix(consent.name + ".") {
        switch event.name.dropFirst(consent.name.count + 1) {
        case "agreed", "refused": return Answer(consent: consent, isWithdrawal: false)
        case "withdrawn": return Answer(consent: consent, isWithdrawal: true)
        default: continue
        }
      }
      return nil
    }
    agreed =
      program.enumerations.ids.lazy.compactMap { id in
        let isOfConsents = program.enumerations[id].name == "consent_answer"
        return isOfConsents
          ? program.enumerations[id].index(of: "agreed").map { .word(id, $0) } : nil
      }.first
  }

  private static func listings(of field: Event.Field, in program: Program) -> [Listing] {
    program.facts.ids.compactMap { id in
      guard case .list(let element) = program.facts[id].type.unwrapped,
        case .record(let record) = element.unwrapped, let index = record.index(of: field.name),
        record.fields[index].type.unwrapped == field.type.unwrapped
      else { return nil }
      return Listing(fact: id, field: index)
    }
  }

  /// The field of an event that names someone; nil where none does.
  func field(of event: ID<Event>) -> Int? { fields[event.index] }

  /// The facts that have to be stated to know whom an event can name.
  func facts(for event: ID<Event>) -> [ID<Fact>] { lists[event.index].map(\.fact) }

  /// Those who may say it: to a consent who has not answered it, or, to take it back, who agreed;
  /// of all else whoever is there.
  ///
  /// - Parameter stated: what is stated with the event.
  func people(for event: ID<Event>, in state: CaseState, _ stated: [StatedFact]) -> [Person] {
    var people: [Person] = []
    for listing in lists[event.index] {
      let value =
        stated.last { $0.fact == listing.fact }?.value ?? state.facts[listing.fact.index]
      guard case .list(let items)? = value else { continue }
      for case .record(let fields) in items where fields[listing.field] != .null {
        people.append(Person(name: fields[listing.field], list: listing.fact))
      }
    }
    guard let answer = answers[event.index] else { return people }
    let given = MediationStanding.answers(in: state.variables[answer.consent.answers.index])
    return people.filter { person in
      let own = given.first { .text($0.name) == person.name }
      return answer.isWithdrawal ? own != nil && own?.answer == agreed : own == nil
    }
  }
}
