/// A document drafted from a case.
package struct Paper: Hashable, Sendable {
  package var name: String
  /// Such as `text/html`.
  package var mediaType: String
  /// The hash of what it was made from, in hex: another one means that it is to be drafted anew.
  package var madeFrom: String
  package var bytes: [UInt8]
  /// Its number within its entry where it comes from another store; nil: its place in the list.
  package var ordinal: Int?

  package init(name: String, mediaType: String, madeFrom: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.madeFrom = madeFrom
    self.bytes = bytes
  }
}

/// A paper in a list, without its bytes.
package struct PaperSummary: Hashable, Sendable {
  package var key: ItemKey
  package var name: String
  package var mediaType: String
  package var madeFrom: String
  /// Of the bytes as they were drafted.
  package var fingerprint: Fingerprint
  /// Whether its bytes were erased.
  package var isForgotten: Bool
}
