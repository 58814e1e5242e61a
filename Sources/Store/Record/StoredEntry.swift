/// One entry of a case's journal as it is kept: the truth, never changed.
package struct StoredEntry: Hashable, Sendable {
  package let caseID: String
  /// From 1, without gaps.
  package let sequence: Int
  /// The fingerprint of the entry before; zero for the first.
  package let previous: Fingerprint
  /// Over case, sequence, `previous` and `body`.
  package let fingerprint: Fingerprint
  /// The exact bytes that were appended: canonical JSON that the store does not read.
  package let body: [UInt8]

  package init(
    caseID: String, sequence: Int, previous: Fingerprint, fingerprint: Fingerprint, body: [UInt8]
  ) {
    self.caseID = caseID
    self.sequence = sequence
    self.previous = previous
    self.fingerprint = fingerprint
    self.body = body
  }
}
