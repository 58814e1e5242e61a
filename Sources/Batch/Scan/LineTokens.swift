internal import CJSONLines
internal import SourceText

/// What kind of JSON value a token is.
enum TokenKind: UInt8 {
  case object = 1
  case array
  case string
  case number
  case `true`
  case `false`
  case null
}

/// One scanned line: its values in the order of the text, each followed by what is in it. An
/// object's members are a string, then the value. It is lent for as long as its line is read.
@safe struct LineTokens {
  fileprivate let bytes: UnsafePointer<UInt8>
  private let tokens: UnsafePointer<jl_token>
  let count: Int

  init(_ line: jl_line, in bytes: UnsafePointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe tokens = unsafe line.tokens
    count = unsafe Int(line.count)
  }

  fileprivate subscript(_ index: Int) -> jl_token {
    @inline(__always) get {
      assert(index < count, "a token of this line")
      return unsafe tokens[index]
    }
  }

  @inline(__always)
  func kind(_ index: Int) -> TokenKind {
    guard let kind = TokenKind(rawValue: self[index].kind) else {
      preconditionFailure("the scanner knows seven kinds of values")
    }
    return kind
  }

  /// The token after a value and all that is in it.
  @inline(__always)
  func end(_ index: Int) -> Int { Int(self[index].end) }

  /// Which of the scanner's words a string is, counted from 0; -1 if none or if it has escapes.
  @inline(__always)
  func word(_ index: Int) -> Int { Int(self[index].word) - 1 }

  /// A number's text, or the text that a string stands for.
  func text(_ index: Int) -> String {
    let token = self[index]
    let raw = unsafe UnsafeBufferPointer(start: bytes + Int(token.start), count: Int(token.length))
    guard token.escaped != 0 else { return unsafe String(decoding: raw, as: UTF8.self) }
    return unsafe String(unsafeUninitializedCapacity: max(raw.count, 1)) { buffer in
      guard let from = raw.baseAddress, let to = buffer.baseAddress else { return 0 }
      let count = unsafe jl_unescape(from, token.length, to)
      precondition(count >= 0, "the scanner has read the escapes")
      return Int(count)
    }
  }
}

// What is read without making anything.
extension LineTokens {
  /// A number's value times 1,000,000; unclear if that is not exact in few digits.
  @inline(__always)
  func scaled(_ index: Int) -> Packed {
    let token = self[index]
    var value: Int64 = 0
    return unsafe jl_scaled(bytes + Int(token.start), token.length, &value) ? value : .unclear
  }

  /// Milliseconds since the epoch of a day or moment in its usual form.
  ///
  /// - Parameter offset: of a moment that says none, in minutes.
  @inline(__always)
  func moment(_ index: Int, offset: Int32) -> Int64? {
    let token = self[index]
    var value: Int64 = 0
    return unsafe jl_moment(bytes + Int(token.start), token.length, offset, &value) ? value : nil
  }

  /// Days since the epoch.
  @inline(__always)
  func day(_ index: Int) -> Int64? {
    let token = self[index]
    var value: Int64 = 0
    return unsafe jl_day(bytes + Int(token.start), token.length, &value) ? value : nil
  }

  /// Whether a string is as long as a day.
  @inline(__always)
  func isDay(_ index: Int) -> Bool { self[index].length <= 10 }

  /// Whether a string has neither escapes nor anything but printable ASCII and Chinese characters:
  /// it is then written as it was read, and no other text means the same.
  @inline(__always)
  func isPlainText(_ index: Int) -> Bool {
    let token = self[index]
    return unsafe token.escaped == 0 && jl_is_plain(bytes + Int(token.start), token.length)
  }

  /// Whether it is an id that is written as it was read.
  @inline(__always)
  func isPlainID(_ index: Int) -> Bool {
    switch kind(index) {
    case .string: isPlainText(index)
    case .number, .null: true
    default: false
    }
  }

  /// Writes a string with its quotes, or a number, as it was read.
  @inline(__always)
  func copy(_ index: Int, to output: inout OutputBuffer) {
    let token = self[index]
    let quote = token.kind == TokenKind.string.rawValue ? 1 : 0
    unsafe output.append(
      UnsafeBufferPointer(
        start: bytes + Int(token.start) - quote, count: Int(token.length) + 2 * quote))
  }
}
