internal import Foundation

/// The texts that the tests compare with what the tool prints.
package enum Goldens {
  /// Whether they are to be rewritten rather than compared: `RECORD=1`, as `make record` does.
  package static let areRecorded = ProcessInfo.processInfo.environment["RECORD"] == "1"
}
