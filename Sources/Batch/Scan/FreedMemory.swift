internal import CJSONLines

/// Memory that was freed.
package enum FreedMemory {
  /// Keeps it for the next use, for all of the process, instead of giving it back: a run that takes
  /// and leaves chunks of the same sizes has the kernel clear each page but once.
  package static func keep() { jl_keep_freed_memory() }
}
