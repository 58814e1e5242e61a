package import SourceText

/// What is wrong with a journal, and where.
package struct ChainFault: Hashable, Sendable {
  package var caseID: String
  /// The entry; nil where it is the case as a whole.
  package var sequence: Int?
  package var kind: Kind

  package init(caseID: String, sequence: Int?, kind: Kind) {
    self.caseID = caseID
    self.sequence = sequence
    self.kind = kind
  }

  /// What is wrong with it.
  package enum Kind: Hashable, Sendable {
    /// Its bytes, place or links do not fit its fingerprint.
    case altered
    /// The place is empty.
    case missing
    /// It fits itself, but does not follow the entry before.
    case severed
    /// The case says another length than its journal has, or another head: entries at the end were
    /// dropped or added.
    case headDiffers
    /// A personal fact's value does not fit what the entry committed to.
    case secretAltered(String)
    /// A paper's bytes do not fit their fingerprint.
    case paperAltered(Int)
    /// Entries of a case that is not there.
    case orphaned
  }

  /// What a person reads of it.
  package var message: Bilingual {
    let (en, zh) = (
      sequence.map { "entry \($0) of " } ?? "", sequence.map { "第 \($0) 条记录" } ?? ""
    )
    let (whichEn, whichZh) = ("\(en)case `\(caseID)`", "案件 `\(caseID)` \(zh)")
    switch kind {
    case .altered:
      return Bilingual(en: "\(whichEn) was altered", zh: "\(whichZh)被改动过")
    case .missing:
      return Bilingual(en: "\(whichEn) is missing", zh: "\(whichZh)缺失")
    case .severed:
      return Bilingual(
        en: "\(whichEn) does not follow the entry before it", zh: "\(whichZh)与前一条接不上")
    case .headDiffers:
      return Bilingual(
        en: "\(whichEn) does not end where its journal ends", zh: "\(whichZh)的末尾与登记的不一致")
    case .secretAltered(let name):
      return Bilingual(
        en: "the value of `\(name)` in \(whichEn) was altered", zh: "\(whichZh)中 `\(name)` 的值被改动过")
    case .paperAltered(let ordinal):
      return Bilingual(
        en: "paper \(ordinal) of \(whichEn) was altered", zh: "\(whichZh)的第 \(ordinal) 份文书被改动过")
    case .orphaned:
      return Bilingual(
        en: "there are entries of \(whichEn), but no such case", zh: "有\(whichZh)的记录，但没有这个案件")
    }
  }
}

/// What was walked, and what was found.
package struct Verification: Hashable, Sendable {
  package var cases = 0
  package var entries = 0
  package var faults: [ChainFault] = []

  package init(cases: Int = 0, entries: Int = 0, faults: [ChainFault] = []) {
    self.cases = cases
    self.entries = entries
    self.faults = faults
  }
}

/// The heads of all cases in one fingerprint.
package struct HeadDigest: Hashable, Sendable {
  package var cases: Int
  package var entries: Int
  package var digest: Fingerprint
}
