package import SourceText

/// Why a line gives no result. Its code is part of the tool's contract (docs/batch.md).
package struct LineFault: Error, Hashable, Sendable {
  /// What kind of fault it is, by the name that stays.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case notUTF8 = "not-utf8"
    case controlCharacter = "control-character"
    case unclosedString = "unclosed-string"
    case badEscape = "bad-escape"
    case notJSON = "not-json"
    case tooDeep = "too-deep"
    case tooLong = "line-too-long"
    case notAnObject = "not-an-object"
    case duplicateMember = "duplicate-member"
    case unknownMember = "unknown-member"
    case missingMember = "missing-member"
    case unknownFact = "unknown-fact"
    case unknownEvent = "unknown-event"
    case unknownRole = "unknown-role"
    case wrongType = "wrong-type"
    case notAValue = "not-a-value"
    case tooManyDigits = "too-many-digits"
    case wrongCellCount = "wrong-cell-count"
    case timeRunsBackwards = "time-runs-backwards"
  }

  package var code: Code
  package var message: Bilingual
  /// Where in the line, from the outside in; positions in a list are counted from 1.
  package var path: [String]

  init(_ code: Code, en: String, zh: String, at path: [String] = []) {
    self.code = code
    message = Bilingual(en: en, zh: zh)
    self.path = path
  }

  /// The same fault of something that stands within `name`.
  func within(_ name: String) -> LineFault {
    var fault = self
    fault.path.insert(name, at: 0)
    return fault
  }
}

extension LineFault {
  init(_ fault: ScanFault) {
    switch fault {
    case .notUTF8: self.init(.notUTF8, en: "the line is not UTF-8", zh: "这一行不是 UTF-8")
    case .control:
      self.init(
        .controlCharacter, en: "a string holds a control character that is not escaped",
        zh: "字符串里有未转义的控制字符")
    case .unclosed:
      self.init(
        .unclosedString, en: "a string has no end; the line may have been cut off",
        zh: "字符串没有结束，这一行可能被截断")
    case .badEscape:
      self.init(.badEscape, en: "a string holds an escape that is none", zh: "字符串里有不合法的转义")
    case .malformed: self.init(.notJSON, en: "the line is not JSON", zh: "这一行不是 JSON")
    case .tooDeep:
      self.init(
        .tooDeep, en: "lists and objects are nested too deeply", zh: "列表和对象嵌套太深")
    }
  }

  /// A line that is longer than `limit` bytes.
  static func tooLong(limit: Int) -> LineFault {
    LineFault(
      .tooLong, en: "the line is longer than \(limit) bytes", zh: "这一行超过 \(limit) 字节")
  }

  /// A value of another form than what is wanted.
  static func wrongType(_ wanted: Bilingual) -> LineFault {
    LineFault(.wrongType, en: "this is not \(wanted.en)", zh: "这不是\(wanted.zh)")
  }

  /// A name that nothing has.
  static func unknown(
    _ code: Code, _ name: String, _ noun: Bilingual, among known: some Sequence<String>
  ) -> LineFault {
    let isShort = name.utf8.count <= shownLength
    let near = isShort ? Suggestion.nearest(to: name, among: known) : nil
    let shown = shown(name)
    return LineFault(
      code,
      en: "no \(noun.en) is called `\(shown)`" + (near.map { "; write `\($0)`" } ?? ""),
      zh: "没有名为 `\(shown)` 的\(noun.zh)" + (near.map { "；请写 `\($0)`" } ?? ""))
  }

  /// How many bytes of the user's words a message repeats.
  private static let shownLength = 80

  /// The user's words, cut off where they are long: a line may be a megabyte.
  static func shown(_ text: String) -> String {
    text.utf8.count <= shownLength ? text : String(text.unicodeScalars.prefix(24)) + "…"
  }
}
