/// Where the lines of a file start, to turn byte offsets into lines and columns.
package struct LineIndex: Sendable {
  /// Byte offset of each line's first byte; the first is always 0.
  package let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// A place as people count: line and column from 1, the column in Unicode scalars.
  package struct Position: Hashable, Sendable {
    package var line: Int
    package var column: Int
  }

  /// The line (from 0) that holds a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of a byte offset; a byte-order mark at the start of the file takes no column.
  package func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: offset)
    let start = line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
    let end = max(start, min(offset, bytes.count))
    let scalars = bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: scalars + 1)
  }
}
