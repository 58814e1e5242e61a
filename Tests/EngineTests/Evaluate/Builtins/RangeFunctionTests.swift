import Model
import Testing

/// DMN 1.5, 10.3.4.11 and table 83.
@Suite struct RangeFunctionTests {
  private static func range(_ literal: String) -> Value { .range(literal) }

  static let examples: [BuiltinExample] = [
    .init(.before, [1, 10], true),
    .init(.before, [10, 1], false),
    .init(.before, [1, range("[1..10]")], false),
    .init(.before, [1, range("(1..10]")], true),
    .init(.before, [1, range("[5..10]")], true),
    .init(.before, [range("[1..10]"), 10], false),
    .init(.before, [range("[1..10)"), 10], true),
    .init(.before, [range("[1..10]"), 15], true),
    .init(.before, [range("[1..10]"), range("[15..20]")], true),
    .init(.before, [range("[1..10]"), range("[10..20]")], false),
    .init(.before, [range("[1..10)"), range("[10..20]")], true),
    .init(.before, [range("[1..10]"), range("(10..20]")], true),
    .init(.before, [range("[1..]"), 1_000_000], false),
    .init(.after, [10, 5], true),
    .init(.after, [5, 10], false),
    .init(.after, [12, range("[1..10]")], true),
    .init(.after, [10, range("[1..10)")], true),
    .init(.after, [10, range("[1..10]")], false),
    .init(.after, [range("[11..20]"), 12], false),
    .init(.after, [range("[11..20]"), 10], true),
    .init(.after, [range("(11..20]"), 11], true),
    .init(.after, [range("[11..20]"), 11], false),
    .init(.after, [range("[11..20]"), range("[1..10]")], true),
    .init(.after, [range("[1..10]"), range("[11..20]")], false),
    .init(.after, [range("[11..20]"), range("[1..11)")], true),
    .init(.after, [range("(11..20]"), range("[1..11]")], true),
    .init(.meets, [range("[1..5]"), range("[5..10]")], true),
    .init(.meets, [range("[1..5)"), range("[5..10]")], false),
    .init(.meets, [range("[1..5]"), range("(5..10]")], false),
    .init(.meets, [range("[1..5]"), range("[6..10]")], false),
    .init(.metBy, [range("[5..10]"), range("[1..5]")], true),
    .init(.metBy, [range("[5..10]"), range("[1..5)")], false),
    .init(.metBy, [range("(5..10]"), range("[1..5]")], false),
    .init(.metBy, [range("[6..10]"), range("[1..5]")], false),
    .init(.overlaps, [range("[1..5]"), range("[3..8]")], true),
    .init(.overlaps, [range("[3..8]"), range("[1..5]")], true),
    .init(.overlaps, [range("[1..8]"), range("[3..5]")], true),
    .init(.overlaps, [range("[3..5]"), range("[1..8]")], true),
    .init(.overlaps, [range("[1..5]"), range("[6..8]")], false),
    .init(.overlaps, [range("[6..8]"), range("[1..5]")], false),
    .init(.overlaps, [range("[1..5]"), range("[5..8]")], true),
    .init(.overlaps, [range("[1..5]"), range("(5..8]")], false),
    .init(.overlaps, [range("[1..5)"), range("[5..8]")], false),
    .init(.overlaps, [range("[1..5)"), range("(5..8]")], false),
    .init(.overlaps, [range("[5..8]"), range("[1..5]")], true),
    .init(.overlaps, [range("(5..8]"), range("[1..5]")], false),
    .init(.finishes, [10, range("[1..10]")], true),
    .init(.finishes, [10, range("[1..10)")], false),
    .init(.finishes, [range("[5..10]"), range("[1..10]")], true),
    .init(.finishes, [range("[5..10)"), range("[1..10]")], false),
    .init(.finishes, [range("[5..10)"), range("[1..10)")], true),
    .init(.finishes, [range("[1..10]"), range("[1..10]")], true),
    .init(.finishes, [range("(1..10]"), range("[1..10]")], true),
    .init(.finishedBy, [range("[1..10]"), 10], true),
    .init(.finishedBy, [range("[1..10)"), 10], false),
    .init(.finishedBy, [range("[1..10]"), range("[5..10]")], true),
    .init(.finishedBy, [range("[1..10]"), range("[5..10)")], false),
    .init(.finishedBy, [range("[1..10)"), range("[5..10)")], true),
    .init(.finishedBy, [range("[1..10]"), range("(1..10]")], true),
    .init(.includes, [range("[1..10]"), 5], true),
    .init(.includes, [range("[1..10]"), 12], false),
    .init(.includes, [range("[1..10]"), 1], true),
    .init(.includes, [range("(1..10]"), 1], false),
    .init(.includes, [range("[1..10)"), 10], false),
    .init(.includes, [range("[1..10]"), range("[4..6]")], true),
    .init(.includes, [range("[1..10]"), range("[1..5]")], true),
    .init(.includes, [range("(1..10]"), range("(1..5]")], true),
    .init(.includes, [range("[1..10]"), range("(1..10)")], true),
    .init(.includes, [range("[1..10)"), range("[5..10)")], true),
    .init(.includes, [range("[1..10)"), range("[5..10]")], false),
    .init(.includes, [range("[1..]"), range("[5..10]")], true),
    .init(.includes, [range("[5..10]"), range("[5..]")], false),
    .init(.during, [5, range("[1..10]")], true),
    .init(.during, [12, range("[1..10]")], false),
    .init(.during, [1, range("(1..10]")], false),
    .init(.during, [range("[4..6]"), range("[1..10]")], true),
    .init(.during, [range("(1..5]"), range("(1..10]")], true),
    .init(.during, [range("(1..10)"), range("[1..10]")], true),
    .init(.during, [range("[5..10]"), range("[1..10)")], false),
    .init(.starts, [1, range("[1..10]")], true),
    .init(.starts, [1, range("(1..10]")], false),
    .init(.starts, [2, range("[1..10]")], false),
    .init(.starts, [range("[1..5]"), range("[1..10]")], true),
    .init(.starts, [range("(1..5]"), range("(1..10]")], true),
    .init(.starts, [range("(1..5]"), range("[1..10]")], false),
    .init(.starts, [range("[1..5]"), range("(1..10]")], false),
    .init(.starts, [range("[1..10]"), range("[1..10]")], true),
    .init(.starts, [range("[1..10)"), range("[1..10]")], true),
    .init(.starts, [range("(1..10)"), range("(1..10)")], true),
    .init(.startedBy, [range("[1..10]"), 1], true),
    .init(.startedBy, [range("(1..10]"), 1], false),
    .init(.startedBy, [range("[1..10]"), 2], false),
    .init(.startedBy, [range("[1..10]"), range("[1..5]")], true),
    .init(.startedBy, [range("(1..10]"), range("(1..5]")], true),
    .init(.startedBy, [range("[1..10]"), range("(1..5]")], false),
    .init(.startedBy, [range("(1..10]"), range("[1..5]")], false),
    .init(.startedBy, [range("[1..10]"), range("[1..10)")], true),
    .init(.coincides, [5, 5], true),
    .init(.coincides, [3, 4], false),
    .init(.coincides, [range("[1..5]"), range("[1..5]")], true),
    .init(.coincides, [range("(1..5)"), range("[1..5]")], false),
    .init(.coincides, [range("[1..5]"), range("[2..6]")], false),
    .init(.coincides, [range("[1..]"), range("[1..)")], true),
    .init(.coincides, [5, .null], nil),
  ]

  @Test(arguments: examples)
  func comesToWhatTheStandardSays(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test func everyFunctionHasAnExample() {
    let all =
      Self.examples + NumberFunctionTests.examples + TextFunctionTests.plain
      + TextFunctionTests.patterns + ListFunctionTests.lists + ListFunctionTests.summaries
      + DateFunctionTests.conversions + DateFunctionTests.parts + DateFunctionTests.workdays
    let shown = Set(all.map(\.function))
    // `is known` is of facts, not of values: see `KleeneTests`.
    #expect(Builtin.allCases.filter { !shown.contains($0) } == [.isKnown])
  }
}
