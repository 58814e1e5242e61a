internal import CJSONLines

/// Memory in pages of 2 MiB where the system has them: a check of a rulebook takes some ten
/// thousand kilobytes, and to be given them by pages of 4 costs a tenth of its time.
package enum LargePages {
  /// Asks for them, for the first memory that the process will take. Called once, at its start.
  package static func take() { jl_take_large_pages() }
}
