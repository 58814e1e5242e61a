import Model
import SourceText
import Syntax

/// What an author most likely meant by a text that is no date and no moment, or why it is none.
enum DateMend {
  /// A day that its month does not have: `2026-02-30`, also `2026年2月30日` or with a time.
  struct ShortMonth {
    let year: Int
    let month: Int
    /// The last day that the month has.
    let last: CalendarDate

    var length: Int { last.components.day }

    var reason: Bilingual {
      Bilingual(
        en: "month \(month) of \(year) has only \(length) days", zh: "\(year)年\(month)月只有\(length)天"
      )
    }

    var help: Bilingual {
      Bilingual(
        en: "write a day that exists; `\(last)` is the last", zh: "请写存在的日期，最后一天是 `\(last)`")
    }
  }

  /// Nil where the text is no such day.
  static func shortMonth(_ text: String) -> ShortMonth? {
    let parts = split(text).day.split { "-/.年月日".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts[0].count == 4, (29...31).contains(numbers[2])
    else { return nil }
    let days = (28...31).compactMap {
      CalendarDate(year: numbers[0], month: numbers[1], day: $0)
    }
    guard let last = days.last, last.components.day < numbers[2] else { return nil }
    return ShortMonth(year: numbers[0], month: numbers[1], last: last)
  }

  /// A month, a day, an hour or a minute that there is none of: `2026-13-06`, `T25:00`. Nil where
  /// the text is not of that form or another thing is wrong with it.
  static func noSuchPart(_ text: String) -> Bilingual? {
    let (day, time) = split(text)
    let numbers = day.split { "-/.年月日".contains($0) }.map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let last = numbers[2],
      year >= 1000
    else { return nil }
    if !(1...12).contains(month) {
      return Bilingual(en: "there is no month \(month)", zh: "没有\(month)月")
    }
    if !(1...31).contains(last) {
      return Bilingual(en: "no month has a day \(last)", zh: "没有哪个月有\(last)日")
    }
    let parts = (time ?? "").split { ":：".contains($0) }.prefix(2).map { Int($0.prefix(2)) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
    if hour > 23 {
      return Bilingual(
        en: "the hours of a day go from 00 to 23", zh: "一天的小时数从 00 到 23")
    }
    return minute > 59
      ? Bilingual(en: "the minutes of an hour go from 00 to 59", zh: "一小时的分钟数从 00 到 59") : nil
  }

  /// The date or moment to write for `2026-7-1 9:20`: `2026-07-01T09:20`. Nil where it is not sure.
  static func moment(_ text: String) -> String? {
    let (day, time) = split(text)
    guard let date = CalendarDate(spreadsheet: day) else { return nil }
    guard let time else { return date.description }
    let hour = time.prefix { $0.isWholeNumber }
    let padded = (hour.count == 1 ? "0" : "") + time.map { $0 == "：" ? ":" : String($0) }.joined()
    let moment = "\(date)T\(padded)"
    return DateTime(literal: moment, defaultOffset: .utc) == nil ? nil : moment
  }

  private static func split(_ text: String) -> (day: Substring, time: Substring?) {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " || $0 == "　" }
    return (parts.first ?? "", parts.count > 1 ? parts[1].drop { $0 == " " } : nil)
  }
}

extension Diagnostic {
  /// This finding about a date or moment, with why there is no such day, or with what to write.
  func mendingDate(_ scalar: ScalarText, _ mend: String?) -> Diagnostic {
    var finding = self
    if let month = DateMend.shortMonth(scalar.text) {
      finding.message = Bilingual(
        en: "\(message.en): \(month.reason.en)", zh: "\(message.zh)：\(month.reason.zh)")
      finding.help = month.help
    } else if let reason = DateMend.noSuchPart(scalar.text) {
      finding.message = Bilingual(
        en: "\(message.en): \(reason.en)", zh: "\(message.zh)：\(reason.zh)")
    } else if let mend {
      finding.help = Bilingual(en: "write `\(mend)`", zh: "改为 `\(mend)`")
      finding.fix = Fix(scalar.contentSpan, replacement: mend, isSafe: false)
    }
    return finding
  }
}
