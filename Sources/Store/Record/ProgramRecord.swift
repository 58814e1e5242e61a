/// A compiled rulebook as a store keeps it. It is never changed: cases are pinned to it.
package struct ProgramRecord: Hashable, Sendable {
  package var summary: ProgramSummary
  /// The artefact's bytes, as they were given.
  package var bytes: [UInt8]

  package init(_ summary: ProgramSummary, bytes: [UInt8]) {
    self.summary = summary
    self.bytes = bytes
  }
}

/// What a list of rulebook versions shows.
package struct ProgramSummary: Hashable, Sendable {
  /// The program's SHA-256 in hex, as its artefact states it.
  package var hash: String
  package var rulebook: String
  package var version: String
  /// The first day of force as `2026-01-01`; nil where the rulebook names none.
  package var effectiveFrom: String?
  /// The last day of force; nil where it is open.
  package var effectiveTo: String?
  /// When the store got it, in milliseconds since 1970 UTC.
  package var keptAt: Int64

  package init(
    hash: String, rulebook: String, version: String, effectiveFrom: String? = nil,
    effectiveTo: String? = nil, keptAt: Int64
  ) {
    self.hash = hash
    self.rulebook = rulebook
    self.version = version
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.keptAt = keptAt
  }
}

/// A calendar of working days as a store keeps it, by its own hash.
package struct CalendarRecord: Hashable, Sendable {
  /// The calendar's SHA-256 in hex, as its artefact states it.
  package var hash: String
  package var bytes: [UInt8]
  /// When the store got it, in milliseconds since 1970 UTC.
  package var keptAt: Int64

  package init(hash: String, bytes: [UInt8], keptAt: Int64) {
    self.hash = hash
    self.bytes = bytes
    self.keptAt = keptAt
  }
}
