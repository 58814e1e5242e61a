/// Goes along a journal from its first entry, and notes each place that does not fit.
///
/// One offence, one fault: after an altered entry the next is held against what was stored.
struct ChainWalk {
  let caseID: String
  private(set) var faults: [ChainFault] = []
  private var length = 0
  private var head = Fingerprint.zero.bytes

  init(caseID: String) {
    self.caseID = caseID
  }

  /// The next entry as it is stored; bytes of any length may stand there.
  mutating func visit(_ sequence: Int, previous: [UInt8], fingerprint: [UInt8], body: [UInt8]) {
    // A place before 1 was never given out.
    if sequence <= length { return blame(sequence, .altered) }
    let isNext = sequence == length + 1
    for missing in (length + 1)..<sequence where missing - length <= 1000 {
      blame(missing, .missing)
    }
    if !fits(sequence, previous, fingerprint, body) {
      blame(sequence, .altered)
    } else if isNext, previous != head {
      blame(sequence, .severed)
    }
    (length, head) = (sequence, fingerprint)
  }

  private func fits(
    _ sequence: Int, _ previous: [UInt8], _ fingerprint: [UInt8], _ body: [UInt8]
  ) -> Bool {
    guard let previous = Fingerprint(bytes: previous) else { return false }
    let link = EntryLink(caseID: caseID, sequence: sequence, previous: previous, body: body)
    return link.fingerprint.bytes == fingerprint
  }

  /// The journal is over; the case says how long it is and what its last fingerprint is.
  mutating func end(length: Int, head: Fingerprint) {
    if self.length != length || self.head != head.bytes { blame(nil, .headDiffers) }
  }

  mutating func blame(_ sequence: Int?, _ kind: ChainFault.Kind) {
    faults.append(ChainFault(caseID: caseID, sequence: sequence, kind: kind))
  }
}
