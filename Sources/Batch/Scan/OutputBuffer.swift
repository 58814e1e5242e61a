internal import CJSONLines

/// Bytes that are written one after the other; the memory is kept for the next chunk.
@safe struct OutputBuffer: ~Copyable {
  private var output = unsafe tp_output()

  deinit { unsafe tp_release(output) }

  mutating func append(_ bytes: [UInt8]) {
    unsafe tp_append(&output, bytes, bytes.count)
  }

  /// Lends the memory to who writes in C.
  mutating func lend<Result>(_ write: (UnsafeMutablePointer<tp_output>) -> Result) -> Result {
    unsafe withUnsafeMutablePointer(to: &output) { unsafe write($0) }
  }

  /// What was written since it was emptied.
  var bytes: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: output.bytes, count: output.count))
  }

  mutating func removeAll() { unsafe output.count = 0 }
}
