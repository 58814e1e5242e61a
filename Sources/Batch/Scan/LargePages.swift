internal import CJSONLines
internal import SourceText

/// Memory in pages of 2 MiB where the system has them: a check of a rulebook takes some ten
/// thousand kilobytes, and to be given them by pages of 4 costs a tenth of its time.
package enum LargePages {
  /// Asks for them, for the first memory that the process will take. Called once, at its start.
  package static func take() { jl_take_large_pages() }

  /// Goes without them after all, and has the first memory given in small ones by another processor
  /// before it is used. Where the machine is a guest of another one, a large page may have to be
  /// fetched from the host, which takes longer than a whole check; small ones are at hand.
  package static func forgo() {
    jl_forgo_large_pages()
    Meanwhile { jl_fill_first_memory() }.offer()
  }
}
