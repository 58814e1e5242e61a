import Foundation
import Model
import Testing

@Suite struct DateTimeTests {
  /// What is read, the milliseconds since the epoch, and how it prints in UTC and in China.
  @Test(arguments: [
    ("1970-01-01T00:00Z", 0, "1970-01-01T00:00Z", "1970-01-01T08:00+08:00"),
    (
      "2026-05-06T09:20+08:00", 1_778_030_400_000, "2026-05-06T01:20Z", "2026-05-06T09:20+08:00"
    ),
    (
      "2026-05-06T09:20:30+08:00", 1_778_030_430_000, "2026-05-06T01:20:30Z",
      "2026-05-06T09:20:30+08:00"
    ),
    (
      "2026-05-06T01:20:00.5Z", 1_778_030_400_500, "2026-05-06T01:20:00.500Z",
      "2026-05-06T09:20:00.500+08:00"
    ),
    (
      "2026-05-05T21:50:00.025-03:30", 1_778_030_400_025, "2026-05-06T01:20:00.025Z",
      "2026-05-06T09:20:00.025+08:00"
    ),
    (
      "1969-12-31T23:59:59.999Z", -1, "1969-12-31T23:59:59.999Z", "1970-01-01T07:59:59.999+08:00"
    ),
    ("2026-05-06T09:20", 1_778_030_400_000, "2026-05-06T01:20Z", "2026-05-06T09:20+08:00"),
  ])
  func instantsPrintAsTheyAreRead(
    literal: String, milliseconds: Int64, utc: String, china: String
  ) throws {
    let instant = try #require(DateTime(literal: literal, defaultOffset: .china))
    #expect(instant.milliseconds == milliseconds)
    #expect(instant.description == utc)
    #expect(instant.text(in: .china) == china)
    #expect(DateTime(literal: utc) == instant && DateTime(literal: china) == instant)
  }

  @Test(arguments: [
    "", "2026-05-06", "2026-05-06T09:20", "2026-05-06T24:00Z", "2026-05-06T09:60Z",
    "2026-12-31T23:59:60Z", "2026-05-06 09:20Z", "2026-05-06t09:20z", "2026-05-06T09Z",
    "2026-05-06T9:20Z", "2026-05-06T09:20:00.Z", "2026-05-06T09:20:00.1234Z",
    "2026-05-06T09:20:00.Z", "2026-05-06T09:20.5Z", "2026-05-06T09:20+0800",
    "2026-05-06T09:20+8:00", "2026-05-06T09:20+18:01", "2026-05-06T09:20Z ",
    "2026-05-06T09:20+08:60", "2026-02-30T09:20Z", "2026-05-06T09:20:7Z",
  ])
  func whatIsNoInstantIsNil(literal: String) {
    #expect(DateTime(literal: literal) == nil)
  }

  @Test func everyInstantHasALocalDateUnderEveryOffset() throws {
    let offsets = try [-64_800, -1, 0, 1, 64_800].map { try #require(UTCOffset(seconds: $0)) }
    for instant in [DateTime.min, DateTime.max] {
      for offset in offsets {
        let local = instant.local(in: offset)
        #expect(local.date >= .min && local.date <= .max)
        #expect(DateTime(literal: instant.text(in: offset)) == instant)
      }
    }
    #expect(DateTime(milliseconds: DateTime.max.milliseconds + 1) == nil)
    #expect(DateTime(milliseconds: DateTime.min.milliseconds - 1) == nil)
    #expect(DateTime(milliseconds: .max) == nil && DateTime(milliseconds: .min) == nil)
    let west = try #require(UTCOffset(literal: "-08:00"))
    #expect(DateTime(startOf: .max, offset: west) == nil)
  }

  @Test func partsAreThoseOfTheWallClock() throws {
    let instant = try #require(DateTime(literal: "2026-05-06T23:05:07.250Z"))
    #expect(instant.date(in: .utc).description == "2026-05-06")
    #expect(instant.date(in: .china).description == "2026-05-07")
    #expect(instant.hour(in: .utc) == 23 && instant.hour(in: .china) == 7)
    #expect(instant.minute(in: .china) == 5 && instant.second(in: .china) == 7)
    #expect(instant.local(in: .china).millisecond == 250)
    #expect(DateTime(instant.local(in: .china), offset: .china) == instant)
  }

  @Test func localTimesOutOfRangeAreNil() throws {
    let date = try #require(CalendarDate(literal: "2026-05-06"))
    #expect(LocalDateTime(date: date, hour: 23, minute: 59) != nil)
    #expect(LocalDateTime(date: date, hour: 24, minute: 0) == nil)
    #expect(LocalDateTime(date: date, hour: 0, minute: 60) == nil)
    #expect(LocalDateTime(date: date, hour: 0, minute: 0, second: 60) == nil)
    #expect(LocalDateTime(date: date, hour: -1, minute: 0) == nil)
    #expect(LocalDateTime(date: date, hour: 0, minute: 0, millisecond: 1000) == nil)
  }

  @Test func durationsLeadFromInstantToInstant() throws {
    let start = try #require(DateTime(literal: "2026-01-31T20:00Z"))
    let wait = try #require(DayTimeDuration(literal: "P1DT4H30M"))
    let later = try #require(start.adding(wait))
    #expect(later.description == "2026-02-02T00:30Z")
    #expect(start.duration(to: later).description == "P1DT4H30M")
    #expect(later.duration(to: start).description == "-P1DT4H30M")
    let month = YearMonthDuration(months: 1)
    // The local day is 31 January in UTC, 1 February in China.
    #expect(start.adding(month, offset: .utc)?.description == "2026-02-28T20:00Z")
    #expect(start.adding(month, offset: .china)?.description == "2026-02-28T20:00Z")
    #expect(start.adding(month, offset: .china)?.text(in: .china) == "2026-03-01T04:00+08:00")
    #expect(DateTime.max.adding(DayTimeDuration(milliseconds: .max)) == nil)
  }

  @Test(arguments: [
    ("Z", 0, "Z"), ("+08:00", 28_800, "+08:00"), ("-03:30", -12_600, "-03:30"),
    ("+00:00", 0, "Z"), ("-00:00", 0, "Z"), ("+08:05:43", 29_143, "+08:05:43"),
    ("+18:00", 64_800, "+18:00"), ("-18:00", -64_800, "-18:00"),
  ])
  func offsetsPrintAsTheyAreRead(literal: String, seconds: Int32, text: String) throws {
    let offset = try #require(UTCOffset(literal: literal))
    #expect(offset.seconds == seconds && offset.description == text)
  }

  @Test(arguments: ["", "z", "+8", "08:00", "+8:00", "+0800", "+18:01", "+07:60", "+08:00:60"])
  func whatIsNoOffsetIsNil(literal: String) {
    #expect(UTCOffset(literal: literal) == nil)
  }

  @Test func timesAreStoredAsTheirText() throws {
    struct Record: Codable, Equatable {
      var at: DateTime
      var day: CalendarDate
      var offset: UTCOffset
      var term: Term
      var wait: DayTimeDuration
      var age: YearMonthDuration
    }
    let text =
      #"{"age":"P18Y","at":"2026-05-06T01:20Z","day":"2026-05-06","offset":"+08:00","#
      + #""term":"3 workdays","wait":"PT1H30M"}"#
    let record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(record), as: UTF8.self) == text)
  }
}
