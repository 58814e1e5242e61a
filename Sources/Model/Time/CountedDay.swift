package import SourceText

/// One day on the way to a deadline, and what became of it.
package struct CountedDay: Hashable, Sendable {
  /// What the day is in the count.
  package enum Role: Hashable, Sendable {
    /// The first day, which is not counted (art. 201).
    case start
    /// The day counted with that number, from 1 on.
    case counted(Int)
    /// A rest day within a term of workdays.
    case skipped
    /// The day of the last month or year that corresponds to the start (art. 202).
    case corresponding
    /// The month's last day, for want of a corresponding one (art. 202).
    case endOfMonth
    /// A rest day after a last day that was one, too (art. 203).
    case passedOver
    /// The first workday after a last day that is a rest day (art. 203).
    case movedTo
  }

  package let date: CalendarDate
  package let role: Role
  /// Whether it is worked, and if not, why.
  package let kind: WorkCalendar.DayKind
  /// Whether the calendar knows the year's holidays.
  package let isKnown: Bool
  /// Whether the term would have ended on this day, had it not been a rest day.
  package let isMovedFrom: Bool
}

extension CountedDay {
  /// Why the day is where it is, for people: `workday 3`, `not counted: Spring Festival`.
  package var reason: Bilingual {
    var reason = roleText
    if isMovedFrom {
      reason.en += "; a rest day, so the end moves on"
      reason.zh += "；遇休息日，期限顺延"
    }
    if !isKnown {
      reason.en += " (provisional: holidays of this year are not known)"
      reason.zh += "（暂定：该年节假日安排尚未公布）"
    }
    return reason
  }

  private var roleText: Bilingual {
    let kind = kind.text
    switch role {
    case .start: return Bilingual(en: "first day, not counted", zh: "开始的当日，不计入")
    case .counted(let number):
      return Bilingual(en: "day \(number): \(kind.en)", zh: "第\(number)日：\(kind.zh)")
    case .skipped: return Bilingual(en: "not counted: \(kind.en)", zh: "不计入：\(kind.zh)")
    case .corresponding:
      return Bilingual(en: "corresponding day: \(kind.en)", zh: "对应日：\(kind.zh)")
    case .endOfMonth:
      return Bilingual(
        en: "no corresponding day, last of the month: \(kind.en)",
        zh: "没有对应日，为月末日：\(kind.zh)")
    case .passedOver: return Bilingual(en: "passed over: \(kind.en)", zh: "顺延：\(kind.zh)")
    case .movedTo: return Bilingual(en: "moved here: \(kind.en)", zh: "顺延至：\(kind.zh)")
    }
  }
}

extension WorkCalendar.DayKind {
  /// What the day is, for people; a holiday by its name.
  package var text: Bilingual {
    switch self {
    case .workday: Bilingual(en: "workday", zh: "工作日")
    case .makeUpWorkday: Bilingual(en: "make-up workday", zh: "调休上班")
    case .weekend: Bilingual(en: "weekend", zh: "周末")
    case .holiday(let name): name
    }
  }
}
