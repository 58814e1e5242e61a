/// The functions an expression may call: DMN 1.5, 10.3.4, under FEEL's own names, and (last) ours
/// for working days. Parameters by name are turned into positions at check time; optional ones may
/// be missing at the end. What folds a list (`min max sum mean median mode stddev product all any`)
/// always has that one list as its argument: `min(a, b)` is turned into `min([a, b])`. `append`,
/// `concatenate` and `union` keep as many arguments as were written.
package enum Builtin: String, Hashable, Sendable, Codable, CaseIterable {
  // Conversion
  case date
  case dateAndTime = "date and time"
  case duration
  case yearsAndMonthsDuration = "years and months duration"
  case number
  case string
  // Numbers
  case decimal
  case floor
  case ceiling
  case roundUp = "round up"
  case roundDown = "round down"
  case roundHalfUp = "round half up"
  case roundHalfDown = "round half down"
  case abs
  case modulo
  case sqrt
  case log
  case exp
  case odd
  case even
  // Text
  case substring
  case stringLength = "string length"
  case upperCase = "upper case"
  case lowerCase = "lower case"
  case substringBefore = "substring before"
  case substringAfter = "substring after"
  case contains
  case startsWith = "starts with"
  case endsWith = "ends with"
  case matches
  case replace
  case split
  case stringJoin = "string join"
  // Lists
  case listContains = "list contains"
  case count
  case min
  case max
  case sum
  case mean
  case median
  case mode
  case stddev
  case product
  case all
  case any
  case sublist
  case append
  case concatenate
  case insertBefore = "insert before"
  case remove
  case listReplace = "list replace"
  case reverse
  case indexOf = "index of"
  case union
  case distinctValues = "distinct values"
  case flatten
  case sort
  // Dates
  case dayOfWeek = "day of week"
  case dayOfYear = "day of year"
  case weekOfYear = "week of year"
  case monthOfYear = "month of year"
  case lastDayOfMonth = "last day of month"
  /// Components: `x.year`, `x.month`, ... are written as fields and become these.
  case year
  case month
  case day
  case weekday
  case hour
  case minute
  case second
  case years
  case months
  case days
  case hours
  case minutes
  case seconds
  // Ranges (Allen's relations, DMN 1.5, 10.3.4.11)
  case before
  case after
  case meets
  case metBy = "met by"
  case overlaps
  case includes
  case during
  case starts
  case startedBy = "started by"
  case finishes
  case finishedBy = "finished by"
  case coincides
  // Ours
  /// `workdays between(a, b)`: working days after a up to and with b; negative if b is earlier.
  case workdaysBetween = "workdays between"
  /// `add workdays(date, n)`: the n-th working day after the date (before it if n < 0).
  case addWorkdays = "add workdays"
  /// `is workday(date)`.
  case isWorkday = "is workday"
  /// `due date(start, "3 workdays")`: the last day of a legal term, Civil Code 200-204.
  case dueDate = "due date"
  /// `is known(fact)`: whether the fact has been stated; never unknown itself.
  case isKnown = "is known"
}
