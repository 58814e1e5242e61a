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
