internal import Model
internal import SourceText

/// What JSON is wanted for a value, in words.
enum Form {
  static let text = Bilingual(en: "a string", zh: "字符串")
  static let number = Bilingual(en: "a number", zh: "数字")
  static let boolean = Bilingual(en: "`true` or `false`", zh: " `true` 或 `false`")
  static let `true` = Bilingual(en: "`true`, the one answer to a checklist", zh: "清单唯一的回答 `true`")
  static let list = Bilingual(en: "a list", zh: "列表")
  static let object = Bilingual(en: "an object", zh: "对象")
  static let value = Bilingual(
    en: "a value; only an optional fact may be null", zh: "值；可缺省的事实才可为 null")
}

// Values by their declared types: the forms in which results are written (docs/json.md), and, as in
// a case file, any scalar that says such a value by its text, in quotes or not.
extension LineReader {
  func value(
    of type: ValueType, _ line: LineTokens, at place: Int
  ) throws(LineFault) -> Value {
    let kind = line.kind(place)
    let own = type.unwrapped
    let isScalar = kind != .object && kind != .array
    if kind == .null || kind == .string && own.withoutFormats != .text && line.text(place) == "null"
    {
      guard type.isOptional else { throw LineFault.wrongType(Form.value) }
      return .null
    }
    switch own {
    case .boolean:
      let text = isScalar ? line.text(place) : ""
      guard text == "true" || text == "false" else { throw LineFault.wrongType(Form.boolean) }
      return .boolean(text == "true")
    case .number, .integer, .money:
      guard isScalar else { throw LineFault.wrongType(Form.number) }
      return try number(of: own, line.text(place))
    case .list(let element): return try list(of: element, line, at: place)
    case .record(let type): return .record(try record(type, line, at: place))
    default:
      guard isScalar else { throw LineFault.wrongType(Form.text) }
      return try value(of: own, line.text(place))
    }
  }

  func number(of type: ValueType, _ text: String) throws(LineFault) -> Value {
    switch Number.read(text, exponentAllowed: true) {
    case .exact(let number):
      guard type != .integer || number.isInteger else { throw notAValue(text, of: type) }
      return .number(number)
    case .malformed: throw LineFault.wrongType(Form.number)
    case .rounded, .outOfRange:
      let shown = LineFault.shown(text)
      throw LineFault(
        .tooManyDigits, en: "`\(shown)` has more than 34 significant digits or is out of range",
        zh: "`\(shown)` 超过 34 位有效数字或超出范围")
    }
  }

  private func list(
    of element: ValueType, _ line: LineTokens, at place: Int
  ) throws(LineFault) -> Value {
    guard line.kind(place) == .array else { throw LineFault.wrongType(Form.list) }
    var values: [Value] = []
    var item = place + 1
    while item < line.end(place) {
      do throws(LineFault) {
        values.append(try value(of: element, line, at: item))
      } catch {
        throw error.within(String(values.count + 1))
      }
      item = line.end(item)
    }
    return .list(values)
  }

  /// One value for each field; an optional one that is left out is null.
  func record(
    _ type: RecordType, _ line: LineTokens, at place: Int
  ) throws(LineFault) -> [Value] {
    let members = try Members(line, at: place)
    try members.refuse(besides: type.fields.map(\.name))
    var values: [Value] = []
    for field in type.fields {
      guard let place = members.place(of: field.name) else {
        values += try absent([field], of: nil)
        continue
      }
      do throws(LineFault) {
        values.append(try value(of: field.type, line, at: place))
      } catch {
        throw error.within(field.name)
      }
    }
    return values
  }

  /// What fields that are left out are: null, where they may be.
  func absent(
    _ fields: ArraySlice<RecordType.Field>, of name: String?
  ) throws(LineFault) -> [Value] {
    if let field = fields.first(where: { !$0.type.isOptional }) {
      throw LineFault(
        .missingMember, en: "`\(field.name)` is missing", zh: "缺少 `\(field.name)`",
        at: name.map { [$0] } ?? [])
    }
    return fields.map { _ in .null }
  }

  /// Words, texts and times.
  func value(of type: ValueType, _ text: String) throws(LineFault) -> Value {
    let value: Value? =
      switch type {
      case .text: .text(text)
      case .formatted(let format): format.fault(in: text) == nil ? .text(text) : nil
      case .enumeration(let id):
        program.enumerations[id].index(of: text).map { .word(id, $0) }
      case .date: CalendarDate(literal: text).map(Value.date)
      case .dateTime:
        DateTime(literal: text, defaultOffset: program.offset).map(Value.dateTime)
      case .dayTimeDuration: DayTimeDuration(literal: text).map(Value.dayTimeDuration)
      case .yearMonthDuration: YearMonthDuration(literal: text).map(Value.yearMonthDuration)
      default: nil
      }
    guard let value else { throw notAValue(text, of: type) }
    return value
  }

  private func notAValue(_ text: String, of type: ValueType) -> LineFault {
    let shown = LineFault.shown(text)
    switch type {
    case .enumeration(let id):
      let words = program.enumerations[id].words.map(\.name)
      return LineFault.unknown(
        .notAValue, text,
        Bilingual(
          en: "value of `\(program.enumerations[id].name)`",
          zh: " `\(program.enumerations[id].name)` 取值"), among: words)
    case .formatted(let format):
      let problem = format.problem(with: text) ?? Bilingual(text)
      return LineFault(.notAValue, en: problem.en, zh: problem.zh)
    case .integer:
      return LineFault(.notAValue, en: "`\(shown)` is not a whole number", zh: "`\(shown)` 不是整数")
    case .date:
      return LineFault(
        .notAValue, en: "`\(shown)` is not a date such as `2026-01-31`",
        zh: "`\(shown)` 不是 `2026-01-31` 这样的日期")
    case .dateTime:
      return LineFault(
        .notAValue, en: "`\(shown)` is not a moment such as `2026-01-31T09:00`",
        zh: "`\(shown)` 不是 `2026-01-31T09:00` 这样的时刻")
    default:
      return LineFault(
        .notAValue, en: "`\(shown)` is not a duration such as `P3D` or `P1Y2M`",
        zh: "`\(shown)` 不是 `P3D`、`P1Y2M` 这样的时长")
    }
  }
}
