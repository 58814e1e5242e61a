/// Tells the bytes of a Swift text apart: code, comment, or the inside of a string literal.
///
/// Quotes count as code, and so does what an interpolation holds. Regex literals between bare
/// slashes are not known: the house writes none.
struct SwiftScanner {
  enum Kind: UInt8 {
    case code
    case comment
    case string
  }

  private let bytes: [UInt8]
  private(set) var kinds: [Kind]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    kinds = Array(repeating: .code, count: bytes.count)
    scanCode(insideInterpolation: false)
  }

  private func at(_ offset: Int) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private mutating func mark(_ kind: Kind, _ count: Int = 1) {
    for _ in 0..<count where index < bytes.count {
      kinds[index] = kind
      index += 1
    }
  }

  private mutating func scanCode(insideInterpolation: Bool) {
    var depth = 0
    while index < bytes.count {
      switch at(0) {
      case UInt8(ascii: "/") where at(1) == UInt8(ascii: "/"): scanLineComment()
      case UInt8(ascii: "/") where at(1) == UInt8(ascii: "*"): scanBlockComment()
      case UInt8(ascii: "\""): scanString(hashes: 0)
      case UInt8(ascii: "#") where hashesBeforeQuote > 0: scanString(hashes: hashesBeforeQuote)
      case UInt8(ascii: "("):
        depth += 1
        mark(.code)
      case UInt8(ascii: ")"):
        if depth == 0, insideInterpolation { return mark(.string) }
        depth -= 1
        mark(.code)
      default: mark(.code)
      }
    }
  }

  private mutating func scanLineComment() {
    while index < bytes.count, at(0) != UInt8(ascii: "\n") { mark(.comment) }
  }

  private mutating func scanBlockComment() {
    var depth = 0
    repeat {
      if at(0) == UInt8(ascii: "/"), at(1) == UInt8(ascii: "*") {
        depth += 1
        mark(.comment, 2)
      } else if at(0) == UInt8(ascii: "*"), at(1) == UInt8(ascii: "/") {
        depth -= 1
        mark(.comment, 2)
      } else {
        mark(.comment)
      }
    } while depth > 0 && index < bytes.count
  }

  /// How many `#` stand here before a quote; 0 where no quote follows them.
  private var hashesBeforeQuote: Int {
    var count = 0
    while at(count) == UInt8(ascii: "#") { count += 1 }
    return at(count) == UInt8(ascii: "\"") ? count : 0
  }

  private func quotes(_ offset: Int, _ count: Int) -> Bool {
    (0..<count).allSatisfy { at(offset + $0) == UInt8(ascii: "\"") }
  }

  private func hashes(_ offset: Int, _ count: Int) -> Bool {
    (0..<count).allSatisfy { at(offset + $0) == UInt8(ascii: "#") }
  }

  /// Scans from the first `#` or quote to the end of the literal.
  private mutating func scanString(hashes count: Int) {
    let width = quotes(count, 3) ? 3 : 1
    mark(.code, count + width)
    while index < bytes.count {
      if quotes(0, width), hashes(width, count) { return mark(.code, width + count) }
      // An unfinished literal ends with its line, so that one fault stays one.
      if width == 1, at(0) == UInt8(ascii: "\n") { return }
      guard at(0) == UInt8(ascii: "\\"), hashes(1, count) else {
        mark(.string)
        continue
      }
      let isInterpolation = at(1 + count) == UInt8(ascii: "(")
      mark(.string, count + 2)
      if isInterpolation { scanCode(insideInterpolation: true) }
    }
  }
}
