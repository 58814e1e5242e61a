internal import Foundation
internal import Store

/// One who adds entries, one after the other.
struct Writer {
  let store: any CaseStore
  let name: String

  /// Adds `count` entries to a case, and prints each as soon as it is acknowledged.
  func write(_ count: Int, to caseID: String) throws {
    var seen = try store.record(of: caseID)?.length ?? 0
    var left = count
    while left > 0 {
      do throws(StoreFault) {
        let kept = try store.append(Script.entry(caseID, after: seen, by: name))
        FileHandle.standardOutput.write(Data("\(kept.sequence) \(kept.fingerprint)\n".utf8))
        left -= 1
        seen = kept.sequence
      } catch {
        guard case .conflict(_, let current, _) = error else { throw error }
        seen = current
      }
    }
  }
}
