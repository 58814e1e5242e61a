/// Something to be done in the world because of an entry: a notice, a task, a message.
package struct Effect: Hashable, Sendable {
  package var kind: String
  package var payload: [UInt8]
  /// Its number within its entry where it comes from another store; nil: its place in the list.
  package var ordinal: Int?
  /// How often it was claimed in the store that it comes from.
  package var attempts = 0
  /// When it was carried out there, in milliseconds since 1970 UTC; nil: not yet.
  package var deliveredAt: Int64?

  package init(kind: String, payload: [UInt8], ordinal: Int? = nil) {
    self.kind = kind
    self.payload = payload
    self.ordinal = ordinal
  }
}

/// An effect whose entry counts no longer. One that nobody claimed yet is not carried out any more;
/// one that was, or may have been, is followed by a correction. Which of the two it is the store
/// finds when it writes: what was read before may have gone out since.
package struct WithdrawnEffect: Hashable, Sendable {
  package var key: ItemKey
  package var correction: Effect

  package init(key: ItemKey, correction: Effect) {
    self.key = key
    self.correction = correction
  }
}

/// Other words for an effect in the outbox, from which personal values are gone.
package struct RewrittenEffect: Hashable, Sendable {
  package var key: ItemKey
  package var payload: [UInt8]
  package var lastFault: String?

  package init(key: ItemKey, payload: [UInt8], lastFault: String?) {
    self.key = key
    self.payload = payload
    self.lastFault = lastFault
  }
}

/// The n-th effect or paper of an entry. As text it is the key by which a receiver knows an effect
/// that it got twice.
package struct ItemKey: Hashable, Sendable, CustomStringConvertible {
  package var caseID: String
  package var sequence: Int
  /// From 1.
  package var ordinal: Int

  package init(caseID: String, sequence: Int, ordinal: Int) {
    self.caseID = caseID
    self.sequence = sequence
    self.ordinal = ordinal
  }

  package var description: String { "\(caseID)/\(sequence)/\(ordinal)" }
}

/// An effect in the outbox. It is carried out at least once.
package struct OutboxItem: Hashable, Sendable {
  package var key: ItemKey
  package var effect: Effect
  /// When its entry was written, in milliseconds since 1970 UTC.
  package var enqueuedAt: Int64
  /// From when on it may be tried (again).
  package var visibleAt: Int64
  /// How often it was claimed.
  package var attempts: Int
  /// Why the last attempt failed.
  package var lastFault: String?
  package var deliveredAt: Int64?
}

/// How an attempt ended.
package enum Delivery: Hashable, Sendable {
  case delivered(at: Int64)
  case failed(String, again: Int64)
}
