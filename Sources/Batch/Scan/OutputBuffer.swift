/// Bytes that are written one after the other; the memory is kept for the next chunk.
@safe struct OutputBuffer: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    unsafe memory = UnsafeMutableBufferPointer.allocate(capacity: capacity)
  }

  deinit { unsafe memory.deallocate() }

  @inline(__always)
  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = count + bytes.count
    if unsafe end > memory.count { grow(to: end) }
    if let from = bytes.baseAddress, let to = unsafe memory.baseAddress {
      unsafe (to + count).update(from: from, count: bytes.count)
    }
    count = end
  }

  private mutating func grow(to wanted: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * wanted)
    if let from = unsafe memory.baseAddress, let to = larger.baseAddress {
      unsafe to.update(from: from, count: count)
    }
    unsafe memory.deallocate()
    unsafe memory = unsafe larger
  }

  /// What was written since it was emptied.
  var bytes: [UInt8] { unsafe [UInt8](memory[..<count]) }

  mutating func removeAll() { count = 0 }
}
