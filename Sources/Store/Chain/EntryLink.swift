/// What an entry's fingerprint is made of: its case, its place, the entry before, its bytes.
///
/// Case and place are in it, so that an entry copied to another place or case does not fit there.
struct EntryLink {
  let caseID: String
  let sequence: Int
  let previous: Fingerprint
  let body: [UInt8]

  var fingerprint: Fingerprint {
    let head = "fengqiao entry 1\n\(caseID.utf8.count):\(caseID)\n\(sequence)\n\(previous)\n"
    return Fingerprint(of: Array(head.utf8) + body)
  }
}
