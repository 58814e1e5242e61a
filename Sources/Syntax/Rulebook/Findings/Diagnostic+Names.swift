import SourceText

// What is wrong with a name.
extension Diagnostic {
  static func badName(_ part: NamePart, _ fault: NameFault) -> Diagnostic {
    var finding =
      switch fault {
      case .empty: emptyName(part)
      case .reserved: reservedName(part)
      case .blank: nameWithBlank(part)
      case .fullWidth(let wide, let offset, _): fullWidth(part, wide, at: offset)
      case .lookAlike(let letter, let twin, let offset, _):
        lookAlike(part, letter, twin: twin, at: offset)
      case .notComposed: notComposed(part)
      case .hyphen(let offset, _): hyphen(part, at: offset)
      case .quoted: quotedName(part)
      case .mark(let character, let offset, _), .character(let character, let offset):
        notAName(part, character, at: offset)
      }
    if let mended = fault.mended {
      finding.help = .write(mended)
      finding.fix = Fix(part.span, replacement: mended, isSafe: false)
    }
    return finding
  }

  private static func emptyName(_ part: NamePart) -> Diagnostic {
    Diagnostic(
      .notAName, Bilingual(en: "a name is missing here", zh: "此处缺少名称"), at: part.span,
      help: Bilingual(
        en: "write a name on both sides of the dot", zh: "请在点号两边都写上名称"))
  }

  private static func reservedName(_ part: NamePart) -> Diagnostic {
    Diagnostic(
      .reservedName,
      Bilingual(
        en: "`\(part.text)` is a word of the expression language and cannot be a name",
        zh: "`\(part.text)` 是表达式的保留词，不能用作名称"),
      at: part.span,
      help: Bilingual(
        en: "choose another name, such as `\(part.text)_`", zh: "请换一个名称，例如 `\(part.text)_`"))
  }

  private static func quotedName(_ part: NamePart) -> Diagnostic {
    Diagnostic(
      .notAName,
      Bilingual(
        en: "the quotes of `\(part.text)` are read as part of the name",
        zh: "`\(part.text)` 的引号会被当作名称的一部分"),
      at: part.span)
  }

  private static func nameWithBlank(_ part: NamePart) -> Diagnostic {
    Diagnostic(
      .nameWithBlank,
      Bilingual(
        en: "`\(part.text)` has a blank in it, which no name can have",
        zh: "名称 `\(part.text)` 中不能有空格"),
      at: part.span)
  }

  private static func fullWidth(
    _ part: NamePart, _ wide: Unicode.Scalar, at offset: Int
  ) -> Diagnostic {
    Diagnostic(
      .fullWidthName,
      Bilingual(
        en: "`\(wide)` in `\(part.text)` is a full-width character",
        zh: "`\(part.text)` 中的 `\(wide)` 是全角字符"),
      at: part.span(of: wide, at: offset))
  }

  private static func lookAlike(
    _ part: NamePart, _ letter: Unicode.Scalar, twin: Unicode.Scalar, at offset: Int
  ) -> Diagnostic {
    let isGreek = letter.value < 0x400
    return Diagnostic(
      .lookAlikeLetter,
      Bilingual(
        en: "the `\(letter)` in `\(part.text)` is a \(isGreek ? "Greek" : "Cyrillic") letter, not "
          + "the Latin `\(twin)`",
        zh: "`\(part.text)` 中的 `\(letter)` 是\(isGreek ? "希腊" : "西里尔")字母，"
          + "不是拉丁字母 `\(twin)`"),
      at: part.span(of: letter, at: offset))
  }

  private static func notComposed(_ part: NamePart) -> Diagnostic {
    Diagnostic(
      .nameNotComposed,
      Bilingual(
        en: "`\(part.text)` is written with characters that Unicode joins into others (NFC)",
        zh: "`\(part.text)` 不是 Unicode 的 NFC 规范形式"),
      at: part.span)
  }

  private static func hyphen(_ part: NamePart, at offset: Int) -> Diagnostic {
    Diagnostic(
      .notAName,
      Bilingual(
        en: "the `-` in `\(part.text)` would be read as minus in expressions",
        zh: "`\(part.text)` 中的 `-` 在表达式里会被读成减号"),
      at: part.span(of: "-", at: offset))
  }

  private static func notAName(
    _ part: NamePart, _ character: Unicode.Scalar, at offset: Int
  ) -> Diagnostic {
    let shown = character.isVisible ? "`\(character)`" : "U+\(character.hexadecimal)"
    let isStart = offset == 0 && character.continuesName
    return Diagnostic(
      .notAName,
      isStart
        ? Bilingual(
          en: "the name `\(part.text)` cannot begin with \(shown)",
          zh: "名称 `\(part.text)` 不能以 \(shown) 开头")
        : Bilingual(
          en: "\(shown) cannot stand in the name `\(part.text)`",
          zh: "名称 `\(part.text)` 中不能有 \(shown)"),
      at: part.span(of: character, at: offset),
      help: mend(of: character, in: part))
  }

  private static func mend(of character: Unicode.Scalar, in part: NamePart) -> Bilingual {
    let sign = CharacterClass.ascii(for: character).map(Unicode.Scalar.init) ?? character
    switch sign {
    case ",", ";":
      return Bilingual(en: "write several names as a list: `[a, b]`", zh: "几个名称请写成列表：`[甲, 乙]`")
    case "|" where sign != character, "." where sign != character, "-" where sign != character:
      return Bilingual(en: "write the ASCII `\(sign)`", zh: "请改用半角 `\(sign)`")
    case "(", ")", "[", "]", "<", ">":
      return Bilingual(
        en: "leave the brackets out of the name and write `\(part.text)` under `title`",
        zh: "名称中去掉括号，把 `\(part.text)` 写在 `title` 下")
    default:
      return Bilingual(
        en: "begin with a letter or `_`, then use letters, digits, `_`, and `-` inside",
        zh: "请以文字或 `_` 开头，其后可用文字、数字、`_`，中间可用 `-`")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .nonspacingMark,
      .enclosingMark, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    default: true
    }
  }

  fileprivate var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
