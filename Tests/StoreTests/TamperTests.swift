internal import Store
internal import Testing

@Suite struct TamperTests {
  private func expectFaults(
    _ store: any CaseStore, _ sequences: [Int?], _ what: String, exactly: Bool = true
  ) throws {
    let found = try store.verify("a").map(\.sequence)
    if exactly {
      #expect(found == sequences, "\(what)")
    } else {
      #expect(sequences.allSatisfy(found.contains), "\(what)")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func everyAlteredByteIsFoundAtItsEntry(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 3)
      for entry in try store.entries(of: "a") {
        let columns = [
          ("body", entry.body), ("previous", entry.previous.bytes),
          ("fingerprint", entry.fingerprint.bytes),
        ]
        for (column, bytes) in columns {
          // Over psql a change takes long; the walk is the same.
          for index in stride(from: 0, to: bytes.count, by: kind == .sqlite ? 1 : 9) {
            var altered = bytes
            altered[index] ^= 1 << UInt8(index % 8)
            try place.put(altered, column, entry.sequence)
            // Whoever alters the last fingerprint alters what the case says of its end as well.
            let isLast = column == "fingerprint" && entry.sequence == 3
            let next = column == "fingerprint" && !isLast ? [entry.sequence + 1] : []
            try expectFaults(
              store, [entry.sequence] + next + (isLast ? [nil] : []), "\(column) \(index)")
          }
          try place.put(bytes, column, entry.sequence)
        }
      }
      #expect(try store.verify("a") == [])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anEntryLongerShorterOrEmptyIsFound(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 3)
      let body = try store.entries(of: "a")[1].body
      for other in [body + [0], Array(body.dropLast()), []] {
        try place.put(other, "body", 2)
        try expectFaults(store, [2], "\(other.count) bytes")
      }
    }
  }

  @Test(arguments: StoreKind.allCases, 1...4)
  func aDroppedEntryIsFound(kind: StoreKind, dropped: Int) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 4)
      try place.forge("DELETE FROM entries WHERE sequence = \(dropped)")
      try expectFaults(store, dropped == 4 ? [nil] : [dropped], "dropped \(dropped)")
    }
  }

  @Test(arguments: StoreKind.allCases, 1...3)
  func aDroppedEntryWhoseGapWasClosedIsFound(kind: StoreKind, dropped: Int) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 4)
      try place.forge("DELETE FROM entries WHERE sequence = \(dropped)")
      for later in (dropped + 1)...4 {
        try place.forge("UPDATE entries SET sequence = \(later - 1) WHERE sequence = \(later)")
      }
      try expectFaults(store, Array(dropped...3) + [nil], "closed \(dropped)")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func swappedEntriesAreFound(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 4)
      for first in 1...3 {
        for second in (first + 1)...4 {
          try place.swap(first, second)
          try expectFaults(store, [first, second], "\(first) and \(second)", exactly: false)
          try place.swap(first, second)
          #expect(try store.verify("a") == [])
        }
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anEntryCopiedToAnotherPlaceOrCaseIsFound(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 2)
      try Samples.fill(store, "b", length: 2)
      let columns = "previous, fingerprint, body FROM entries WHERE case_id = 'a'"
      try place.forge(
        """
        INSERT INTO entries (case_id, sequence, previous, fingerprint, body)
        SELECT 'a', 3, \(columns) AND sequence = 2
        """)
      try expectFaults(store, [3, nil], "copied to the end")
      try place.forge(
        "DELETE FROM entries WHERE case_id = 'b' AND sequence = 2",
        """
        INSERT INTO entries (case_id, sequence, previous, fingerprint, body)
        SELECT 'b', 2, \(columns) AND sequence = 2
        """)
      #expect(try store.verify("b").map(\.sequence).first == 2)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func whatVerifyCannotSeeTheHeadsTell(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 3)
      try Samples.fill(store, "b", length: 1)
      let heads = try store.headDigest()
      #expect((heads.cases, heads.entries) == (2, 4))
      let second = try store.entries(of: "a")[1]
      try place.forge(
        "DELETE FROM entries WHERE case_id = 'a' AND sequence = 3",
        "UPDATE cases SET length = 2, head = \(place.literal(second.fingerprint.bytes))"
          + " WHERE id = 'a'")
      #expect(try store.verifyAll() == Verification(cases: 2, entries: 3, faults: []))
      #expect(try store.headDigest().digest != heads.digest)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func theWholeStoreIsWalked(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      let ids = ["a", "b", "c"]
      for id in ids { try Samples.fill(store, id, length: 2) }
      #expect(try store.verifyAll() == Verification(cases: 3, entries: 6, faults: []))
      try place.forge("UPDATE entries SET body = previous WHERE case_id = 'c'")
      let faults = [1, 2].map { ChainFault(caseID: "c", sequence: $0, kind: .altered) }
      #expect(try store.verifyAll().faults == faults)
    }
  }
}

extension StoreUnderTest {
  /// Puts bytes into a column of an entry of case `a`.
  fileprivate func put(_ bytes: [UInt8], _ column: String, _ sequence: Int) throws {
    try forge(
      """
      UPDATE entries SET \(column) = \(literal(bytes))
      WHERE case_id = 'a' AND sequence = \(sequence)
      """)
  }

  fileprivate func swap(_ first: Int, _ second: Int) throws {
    try forge(
      "UPDATE entries SET sequence = 99 WHERE sequence = \(first)",
      "UPDATE entries SET sequence = \(first) WHERE sequence = \(second)",
      "UPDATE entries SET sequence = \(second) WHERE sequence = 99")
  }
}
