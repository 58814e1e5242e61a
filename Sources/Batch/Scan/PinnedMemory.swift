/// Numbers that stay where they are for as long as this lives: tables that C reads.
@safe struct PinnedMemory: ~Copyable {
  private var blocks = unsafe [UnsafeMutableRawPointer]()

  deinit {
    for index in unsafe blocks.indices { unsafe blocks[index].deallocate() }
  }

  mutating func pin<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for index in elements.indices { unsafe (start + index).initialize(to: elements[index]) }
    unsafe blocks.append(UnsafeMutableRawPointer(start))
    return unsafe UnsafePointer(start)
  }
}
