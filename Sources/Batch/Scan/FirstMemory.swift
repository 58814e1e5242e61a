internal import CJSONLines
internal import SourceText

/// How the process gets the memory that it will use first: page by page, as it is touched, would
/// cost a check of a rulebook a tenth of its time.
package enum FirstMemory {
  /// In pages of 2 MiB where the system has them. Called once, at the start.
  package static func takeInLargePages() { jl_take_large_pages() }

  /// In small pages after all, but many at once and before they are used: the program's variables
  /// here and now, the beginning of the heap by another processor. Where the machine is a guest of
  /// another one, a large page may have to be fetched from the host, which takes longer than a
  /// whole check; small ones are at hand. Called once, before there is another thread.
  package static func takeInSmallPages() {
    jl_fill_variables()
    jl_forgo_large_pages()
    Meanwhile { jl_fill_first_memory() }.offer()
  }
}
