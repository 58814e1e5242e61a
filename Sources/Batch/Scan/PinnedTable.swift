/// Numbers that stay where they are until they are freed. Handing it on costs nothing, which arrays
/// do not promise: their references are counted.
@safe struct PinnedTable<Element: BitwiseCopyable> {
  fileprivate let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    unsafe start = .allocate(capacity: max(1, count))
    for index in elements.indices { unsafe (start + index).initialize(to: elements[index]) }
  }

  init(repeating element: Element, count: Int) {
    self.init(Array(repeating: element, count: count))
  }

  /// Only its owner frees it, when nobody uses it any more.
  func free() { unsafe start.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index of the table")
      return unsafe start[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index of the table")
      unsafe start[index] = newValue
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element { self[Int(index)] }

  /// Sets every number.
  @inline(__always)
  func fill(_ element: Element) {
    for index in 0..<count { unsafe start[index] = element }
  }
}

extension OutputBuffer {
  /// Writes a stretch of bytes.
  @inline(__always)
  mutating func append(_ bytes: PinnedTable<UInt8>, _ span: ByteSpan) {
    let end = span.start + span.count
    precondition(span.start >= 0 && span.count >= 0 && end <= bytes.count, "a stretch of the table")
    unsafe append(UnsafeBufferPointer(start: bytes.start + span.start, count: span.count))
  }
}

/// A stretch of bytes.
struct ByteSpan {
  var start: Int
  var count: Int
}
