package import Model
package import SourceText

/// Values as papers write them, in one language.
///
/// | value | Chinese | English |
/// |---|---|---|
/// | null, unknown | `________` | `________` |
/// | money | `4,000.00元` | `4,000.00 yuan` |
/// | date | `2026年5月6日` | `6 May 2026` |
/// | moment | `2026年5月6日9时20分` | `6 May 2026, 09:20` |
/// | boolean | `是` | `yes` |
/// | word | its title | its title |
/// | list | `甲、乙` | `a, b` |
package struct ValueWords {
  private let program: Program
  private let language: Language

  package init(program: Program, language: Language) {
    self.program = program
    self.language = language
  }

  /// A line to write on by hand.
  package var blank: String { "________" }

  /// The value, nil where it is unknown.
  package func text(of value: Value?, _ type: ValueType) -> String {
    switch value {
    case nil, .null?: blank
    case .boolean(let holds)?: holds ? say("yes", "是") : say("no", "否")
    case .number(let number)? where type.unwrapped == .money: money(number)
    case .number(let number)?: number.description
    case .text(let text)?: text
    case .date(let date)?: day(date)
    case .dateTime(let moment)?: self.moment(moment)
    case .dayTimeDuration(let duration)?: length(duration)
    case .yearMonthDuration(let duration)?: length(duration)
    case .word(let enumeration, let index)?:
      program.enumerations[enumeration].words[index].title.text(in: language)
    case .list(let values)?: list(values, type)
    case .record?, .range?: blank
    }
  }

  private func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

  private func list(_ values: [Value], _ type: ValueType) -> String {
    var element = ValueType.nothing
    if case .list(let inner) = type.unwrapped { element = inner }
    guard !values.isEmpty else { return say("none", "无") }
    return values.map { text(of: $0, element) }.joined(separator: say(", ", "、"))
  }

  /// With thousands set apart and at least two digits behind the point; further ones are kept, so
  /// that no paper says less than was agreed.
  private func money(_ amount: Number) -> String {
    let parts = amount.description.split(separator: ".", maxSplits: 1)
    let isNegative = amount.description.hasPrefix("-")
    let digits = String(parts[0].drop { $0 == "-" })
    guard digits.allSatisfy(\.isNumber) else { return amount.description + say(" yuan", "元") }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < 2 { fraction += "0" }
    let sign = isNegative ? "-" : ""
    return sign + digits.inThousands + "." + fraction + say(" yuan", "元")
  }

  private func day(_ date: CalendarDate) -> String {
    guard language == .english else { return "\(date.year)年\(date.month)月\(date.day)日" }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  private func moment(_ moment: DateTime) -> String {
    let local = moment.local(in: program.offset)
    let (hour, minute) = (String(local.hour), String(local.minute))
    let minutes = minute.count < 2 ? "0" + minute : minute
    guard language == .english else { return "\(day(local.date))\(hour)时\(minutes)分" }
    return "\(day(local.date)), \(hour.count < 2 ? "0" + hour : hour):\(minutes)"
  }

  private func length(_ duration: DayTimeDuration) -> String {
    joined([
      ("\(duration.days)", "day", "天"), ("\(duration.hours)", "hour", "小时"),
      ("\(duration.minutes)", "minute", "分钟"), ("\(duration.seconds)", "second", "秒"),
    ]) ?? say("0 days", "0天")
  }

  private func length(_ duration: YearMonthDuration) -> String {
    joined([("\(duration.years)", "year", "年"), ("\(duration.monthsOfYear)", "month", "个月")])
      ?? say("0 months", "0个月")
  }

  /// The parts that are not zero; nil where all are.
  private func joined(_ parts: [(count: String, en: String, zh: String)]) -> String? {
    let words = parts.filter { $0.count != "0" }.map { part in
      let ending = ["1", "-1"].contains(part.count) ? "" : "s"
      return say("\(part.count) \(part.en)\(ending)", "\(part.count)\(part.zh)")
    }
    return words.isEmpty ? nil : words.joined(separator: say(" ", ""))
  }
}

extension String {
  /// Digits in groups of three.
  fileprivate var inThousands: String {
    var result = ""
    for (index, digit) in enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
