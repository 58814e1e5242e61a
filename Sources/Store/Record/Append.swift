/// One entry to be added to a case, with all that follows from it. It is kept whole or not at all.
package struct Append: Sendable {
  package var caseID: String
  package var place: Place
  /// The exact bytes of the entry: canonical JSON, with a commitment in place of each secret value.
  package var body: [UInt8]
  /// The hash of the program that the case is pinned to from here on; the store must have it.
  package var program: String
  /// The hash of the calendar that counts from here on; the store must have it.
  package var calendar: String
  /// When it is written, in milliseconds since 1970 UTC; the store has no clock.
  package var recordedAt: Int64
  package var lending = Lending.unchanged
  /// What lists show of the case after this entry. Nil where a later entry of the same append says
  /// it; a standing left behind is found by `staleStandings`.
  package var standing: Standing?
  package var secrets: [Secret] = []
  /// Values of earlier entries that are erased for good, `redact`'s work.
  package var forgottenSecrets: [SecretKey] = []
  /// Papers whose bytes are erased with them.
  package var forgottenPapers: [ItemKey] = []
  /// Effects whose words are replaced with them, carried out or not.
  package var rewrittenEffects: [RewrittenEffect] = []
  /// Effects of earlier entries that count no longer.
  package var withdrawnEffects: [WithdrawnEffect] = []
  /// Effects to be carried out, numbered from 1 in this order.
  package var effects: [Effect] = []
  /// Papers drafted by this entry, numbered from 1 in this order.
  package var papers: [Paper] = []
  /// Other cases that the case is linked to by this entry.
  package var links: [(other: String, reason: String)] = []

  package init(
    caseID: String, place: Place, body: [UInt8], program: String, calendar: String,
    recordedAt: Int64, standing: Standing?
  ) {
    self.caseID = caseID
    self.place = place
    self.body = body
    self.program = program
    self.calendar = calendar
    self.recordedAt = recordedAt
    self.standing = standing
  }

  /// Where an entry belongs, which is how a writer says what it has seen.
  package enum Place: Hashable, Sendable {
    /// The first entry of a case that is not there yet.
    case opens(rulebook: String, openedAt: Int64)
    /// After this many entries; another number means that somebody was faster.
    case follows(Int)

    /// How many entries the writer has seen.
    package var seen: Int {
      switch self {
      case .opens: 0
      case .follows(let count): count
      }
    }
  }

  /// What an entry does to who may write the case.
  package enum Lending: Hashable, Sendable {
    /// Refused while the case is lent.
    case unchanged
    /// From here on only `returned` is taken.
    case lent(to: String)
    /// Given back to the store that lent it: as `lent`, and what waits to be carried out is that
    /// store's from here on.
    case home
    /// The case is at home again.
    case returned
  }
}

/// An entry that is kept for good.
package struct Acknowledgement: Hashable, Sendable {
  package let caseID: String
  package let sequence: Int
  package let fingerprint: Fingerprint
  /// Withdrawn effects that had been claimed, so that a correction follows them.
  package var corrected: [ItemKey] = []
}
