internal import CJSONLines
internal import SourceText

/// How the scan of a line ended that is no JSON value.
enum ScanFault: UInt32 {
  case notUTF8 = 2
  case control
  case unclosed
  case badEscape
  case malformed
  case tooDeep
}

/// What a scanner finds at a line.
enum ScannedLine {
  case blank
  case value(LineTokens)
  /// Not JSON; with the value of its first member `id` where that can be read all the same.
  case fault(ScanFault, id: String?)
}

/// Reads JSON Lines. It remembers the memory that it needed, so that it needs none for later lines.
@safe struct LineScanner: ~Copyable {
  private let scanner: OpaquePointer

  /// How many bytes have to follow a text's last line break.
  static let padding = Int(JL_PADDING)
  /// How many words a scanner can know.
  static let wordLimit = 60_000

  /// - Parameters:
  ///   - words: what strings are compared with as they are read; those beyond the limit are not.
  ///   - isWide: whether the machine's wide instructions are used, where there are any.
  init(words: [String], isWide: Bool = true) {
    let known = words.prefix(Self.wordLimit).map { Array($0.utf8) }
    let lengths = known.map { UInt32($0.count) }
    let text = Array(known.joined())
    guard let made = unsafe jl_scanner_make(text, lengths, known.count, isWide) else {
      preconditionFailure("there is memory for a scanner")
    }
    unsafe scanner = unsafe made
  }

  deinit { unsafe jl_scanner_free(scanner) }

  /// Reads every line of a text that ends with a line break and `padding` bytes.
  ///
  /// - Parameters:
  ///   - player: takes the lines that are for tables, if there is one.
  ///   - results: what it writes to.
  ///   - each: takes what was found at every other line, and its number, counted from 0.
  func scan(
    _ text: PaddedText, ahead player: TablePlayer?, into results: inout ChunkResults,
    each: (ScannedLine, Int, inout ChunkResults) -> Void
  ) {
    unsafe text.bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let lines = unsafe UnsafeBufferPointer(start: start, count: text.count)
      var place = 0
      var number = 0
      while true {
        if let player {
          number += unsafe player.play(lines, from: &place, with: scanner, to: &results.output)
        }
        if place >= text.count { break }
        let line = unsafe jl_scan(scanner, start, UInt32(place))
        unsafe each(Self.found(line, in: start), number, &results)
        place = unsafe Int(line.end) + 1
        number += 1
      }
    }
  }

  /// The same without tables.
  func scan(_ text: PaddedText, each: (ScannedLine, Int) -> Void) {
    unsafe text.bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var place = 0
      var number = 0
      while place < text.count {
        let line = unsafe jl_scan(scanner, start, UInt32(place))
        unsafe each(Self.found(line, in: start), number)
        place = unsafe Int(line.end) + 1
        number += 1
      }
    }
  }

  private static func found(_ line: jl_line, in text: UnsafePointer<UInt8>) -> ScannedLine {
    switch unsafe line.status {
    case UInt32(JL_FINE): return unsafe .value(LineTokens(line, in: text))
    case UInt32(JL_BLANK): return .blank
    default:
      guard let fault = unsafe ScanFault(rawValue: line.status) else {
        preconditionFailure("the scanner knows six faults")
      }
      let raw = unsafe UnsafeBufferPointer(
        start: text + Int(line.start), count: Int(line.end - line.start))
      return unsafe .fault(fault, id: firstID(raw))
    }
  }

  /// The text of a broken line's first member, if that is its id.
  private static func firstID(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var (start, length) = (UInt32(0), UInt32(0))
    guard let text = line.baseAddress,
      unsafe jl_first_id(text, line.count, &start, &length)
    else { return nil }
    let raw = unsafe UnsafeBufferPointer(start: text + Int(start), count: Int(length))
    return unsafe String(decoding: raw, as: UTF8.self)
  }

  /// The same of the head of a line that is too long to be read.
  static func firstID(of head: [UInt8]) -> String? {
    unsafe head.withUnsafeBufferPointer { unsafe firstID($0) }
  }
}

/// Whole lines, ready to be scanned: each ends with a line break, and bytes follow that belong to
/// none.
struct PaddedText: Sendable {
  fileprivate let bytes: [UInt8]
  /// Without the padding.
  let count: Int
  let lineCount: Int

  /// Every line without its break, and its number, counted from 0; nil where it is not UTF-8.
  func forEachLine(_ each: (String?, Int) -> Void) {
    var rest = bytes[..<count]
    var number = 0
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[..<end]
      if line.last == 0x0D { line = line.dropLast() }
      each(String(validating: line, as: UTF8.self), number)
      rest = rest[(end + 1)...]
      number += 1
    }
  }

  /// - Parameters:
  ///   - bytes: lines, and maybe more.
  ///   - count: how many bytes the lines have; the last one of them is a line break.
  init(_ bytes: consuming [UInt8], count: Int) {
    precondition(count == 0 || bytes[count - 1] == 0x0A, "lines end with a line break")
    let missing = LineScanner.padding - (bytes.count - count)
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
    self.count = count
    lineCount = unsafe bytes.withUnsafeBufferPointer {
      unsafe jl_count_lines($0.baseAddress, count)
    }
    self.bytes = bytes
  }
}
