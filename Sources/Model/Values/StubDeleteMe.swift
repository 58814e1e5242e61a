// Stand-ins until Values lands (delete this file then).
package struct Number: Hashable, Sendable, Codable {}
package struct CalendarDate: Hashable, Sendable, Codable {}
package struct DateTime: Hashable, Sendable, Codable {}
package struct UTCOffset: Hashable, Sendable, Codable {}
package struct DayTimeDuration: Hashable, Sendable, Codable {}
package struct YearMonthDuration: Hashable, Sendable, Codable {}
package struct Term: Hashable, Sendable, Codable {}
