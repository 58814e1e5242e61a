/// Numbers that stay where they are for as long as this lives: tables that C reads.
@safe struct PinnedMemory: ~Copyable {
  private var blocks = unsafe [UnsafeRawBufferPointer]()

  deinit {
    for index in unsafe blocks.indices { unsafe blocks[index].deallocate() }
  }

  mutating func pin<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for index in elements.indices { unsafe (start + index).initialize(to: elements[index]) }
    let size = elements.count * MemoryLayout<Element>.stride
    unsafe blocks.append(UnsafeRawBufferPointer(start: start, count: size))
    return unsafe UnsafePointer(start)
  }

  /// How many tables there are; then of each its address, how many bytes it has, and those.
  var image: [UInt8] {
    var image = unsafe [UInt8](number: blocks.count)
    for index in unsafe blocks.indices {
      image += unsafe [UInt8](number: Int(bitPattern: blocks[index].baseAddress))
      image += unsafe [UInt8](number: blocks[index].count)
      image += unsafe Array(blocks[index])
    }
    return image
  }
}

extension [UInt8] {
  /// A number as it lies in memory.
  init(number: Int) { self = unsafe Swift.withUnsafeBytes(of: number) { unsafe Array($0) } }
}
