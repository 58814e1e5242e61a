import SourceText

/// Looks at the bytes of a file before YAML does: encoding, size, characters that nobody sees.
///
/// `bytes` is the file with every such character blanked, so that reading can go on and find more.
struct FileBytes {
  private(set) var bytes: [UInt8]
  /// Where the text starts, behind a byte-order mark.
  private(set) var origin = 0
  /// Whether there is any use in reading on.
  private(set) var isReadable = true
  private(set) var findings: [Diagnostic] = []
  private let id: SourceID

  init(_ file: SourceFile, id: SourceID, limits: YAMLLimits) {
    bytes = file.bytes
    self.id = id
    guard bytes.count <= limits.fileBytes else {
      refuse(.fileTooLarge(bytes.count, limit: limits.fileBytes, at: Span(id, 0, 0)))
      return
    }
    if let name = EncodingGuess.wideEncoding(of: bytes) {
      refuse(.notUTF8(name, at: Span(id, 0, min(2, bytes.count))))
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { origin = 3 }
    if let bad = EncodingGuess.firstIllFormed(in: bytes) {
      let span = Span(id, bad.lowerBound, bad.upperBound)
      refuse(EncodingGuess.isGBK(bytes) ? .notUTF8("GBK/GB18030", at: span) : .badUTF8(at: span))
      return
    }
    blankForbiddenCharacters(atMost: limits.faults)
  }

  private mutating func refuse(_ finding: Diagnostic) {
    findings.append(finding)
    isReadable = false
  }

  private mutating func blankForbiddenCharacters(atMost limit: Int) {
    var offset = origin
    while findings.count < limit {
      offset = firstRare(from: offset)
      if offset == bytes.count { return }
      let length = forbiddenLength(at: offset)
      if length > 0 { blank(offset..<offset + length) }
      offset += max(1, length)
    }
    if offset < bytes.count { isReadable = false }
  }

  /// The next byte that a forbidden character may begin with; the end of the file if there is none.
  private func firstRare(from start: Int) -> Int {
    let span = bytes.span
    var offset = start
    while offset < span.count, span[offset].isPlain { offset += 1 }
    return offset
  }

  private mutating func blank(_ range: Range<Int>) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let scalar = text.unicodeScalars.first ?? " "
    findings.append(.forbidden(scalar, at: Span(id, range.lowerBound, range.upperBound)))
    // A file of lone carriage returns is one line to everybody else, and a blank at the start of a
    // line would be indentation: there is no reading on.
    let before = bytes[origin..<range.lowerBound].last { !$0.isBlank }
    if scalar == "\r" || before == nil || before == UInt8(ascii: "\n") { isReadable = false }
    for offset in range { bytes[offset] = UInt8(ascii: " ") }
  }

  /// Bytes of the forbidden character at an offset; 0 if the one there may stand.
  private func forbiddenLength(at offset: Int) -> Int {
    let byte = bytes[offset]
    switch byte {
    case 0x09, 0x0A, 0x20...0x7E: return 0
    case 0x0D:
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n") ? 0 : 1
    case 0x00..<0x20, 0x7F: return 1
    case 0xC2: return bytes[offset + 1] < 0xA0 ? 2 : 0
    case 0xE2, 0xEF:
      let scalar =
        UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
        | UInt32(bytes[offset + 2] & 0x3F)
      return isForbidden(scalar) ? 3 : 0
    default: return 0
    }
  }

  private func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension UInt8 {
  /// Whether no forbidden character begins with it: printable ASCII, a line's end, the first byte
  /// of a Chinese character, or a later byte of any.
  fileprivate var isPlain: Bool {
    (0x20..<0x7F).contains(self) || self == 0x0A || (0x80..<0xC0).contains(self)
      || (0xE3..<0xEF).contains(self)
  }
}

extension Diagnostic {
  fileprivate static func fileTooLarge(_ size: Int, limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      Bilingual(
        en: "the file has \(size) bytes, more than the \(limit) that are read",
        zh: "文件有 \(size) 字节，超过上限 \(limit) 字节"),
      at: span,
      help: Bilingual(
        en: "split the file, or move long tables into CSV files", zh: "请拆分文件，或把长表格移到 CSV 文件"))
  }

  fileprivate static func notUTF8(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8,
      Bilingual(en: "the file looks like \(name), not UTF-8", zh: "文件看来是 \(name) 编码，不是 UTF-8"),
      at: span,
      help: Bilingual(
        en: "save the file as UTF-8 in your editor", zh: "请在编辑器中“另存为”，编码选 UTF-8"))
  }

  fileprivate static func badUTF8(at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8, Bilingual(en: "these bytes are not UTF-8", zh: "这里的字节不是合法的 UTF-8"), at: span,
      help: Bilingual(
        en: "write the character again and save the file as UTF-8",
        zh: "请重新输入这个字，并把文件保存为 UTF-8"))
  }

  fileprivate static func forbidden(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    let name = scalar.spelledOut.dropFirst().dropLast()
    let help =
      scalar == "\r"
      ? Bilingual(en: "save the file with LF or CRLF line ends", zh: "请把换行改存为 LF 或 CRLF")
      : Bilingual(en: "delete it", zh: "请删去它")
    let fix = scalar == "\r" ? nil : Fix(span, replacement: "", isSafe: false)
    return Diagnostic(
      .forbiddenCharacter,
      Bilingual(
        en: "the invisible character \(name)\(Self.word(for: scalar).en) stands here",
        zh: "这里有不可见字符 \(name)\(Self.word(for: scalar).zh)"),
      at: span, help: help, fix: fix)
  }

  private static func word(for scalar: Unicode.Scalar) -> Bilingual {
    switch scalar.value {
    case 0: Bilingual(en: " (NUL)", zh: "（空字符）")
    case 0x0D: Bilingual(en: " (a lone carriage return)", zh: "（单独的回车符）")
    case 0x85, 0x2028, 0x2029: Bilingual(en: " (a line separator)", zh: "（行分隔符）")
    case 0x200B, 0x2060: Bilingual(en: " (a blank of no width)", zh: "（零宽空格）")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      Bilingual(en: " (it turns the direction of writing)", zh: "（改变文字方向）")
    case 0xFEFF: Bilingual(en: " (a byte-order mark amid the text)", zh: "（文中的字节顺序标记）")
    default: Bilingual(en: " (a control character)", zh: "（控制字符）")
    }
  }
}
