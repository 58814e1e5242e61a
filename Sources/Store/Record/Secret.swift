/// A personal fact's value. It lies beside the journal, whose entry holds only `commitment`: so it
/// can be erased while the entry still fits its fingerprint.
package struct Secret: Hashable, Sendable {
  /// Which value of the entry it is: a path such as `set.身份证号`, once in each entry.
  package var name: String
  /// Random bytes (16 or more), so that nobody finds a short value by trying all.
  package var salt: [UInt8]
  /// The value as it is written in canonical JSON.
  package var value: String

  package init(name: String, salt: [UInt8], value: String) {
    self.name = name
    self.salt = salt
    self.value = value
  }

  /// What the entry's body holds in place of the value, as 64 digits.
  package var commitment: Fingerprint {
    let head = "fengqiao fact 1\n\(name.utf8.count):\(name)\n\(Fingerprint.hex(salt))\n"
    return Fingerprint(of: Array(head.utf8) + Array(value.utf8))
  }

  /// Whether the body of an entry holds its commitment.
  func isCommitted(in body: [UInt8]) -> Bool {
    let digits = Array(commitment.description.utf8)
    guard body.count >= digits.count else { return false }
    return (0...(body.count - digits.count)).contains { start in
      body[start] == digits[0] && body[start..<(start + digits.count)].elementsEqual(digits)
    }
  }
}

/// A secret that is still there, and whose it is.
package struct StoredSecret: Hashable, Sendable {
  package var key: SecretKey
  package var secret: Secret

  package init(key: SecretKey, secret: Secret) {
    self.key = key
    self.secret = secret
  }
}

/// One secret of one entry.
package struct SecretKey: Hashable, Sendable {
  package var caseID: String
  package var sequence: Int
  package var name: String

  package init(caseID: String, sequence: Int, name: String) {
    self.caseID = caseID
    self.sequence = sequence
    self.name = name
  }
}
