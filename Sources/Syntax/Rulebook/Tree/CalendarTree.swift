package import SourceText

/// A calendar file as written: which days of which years are holidays and make-up workdays.
package struct CalendarTree: Sendable {
  package var span: Span
  package var name: Located<String>?
  package var language: Located<String>?
  package var title: TitleTree?
  /// In the order of the file.
  package var years: [YearTree] = []

  package init(span: Span) {
    self.span = span
  }

  /// What a calendar says of one year.
  package struct YearTree: Sendable {
    /// As written, four digits.
    package var year: Located<String>
    package var holidays: [HolidayTree] = []
    /// Saturdays and Sundays that are workdays (调休), as dates.
    package var workdays: [ScalarText] = []

    package init(year: Located<String>) {
      self.year = year
    }
  }

  /// Days off in a row: `{name, from, to}`; one day where `to` is left out.
  package struct HolidayTree: Sendable {
    package var name: TitleTree?
    package var from: ScalarText?
    package var to: ScalarText?
    package var span: Span

    package init(span: Span) {
      self.span = span
    }
  }
}
