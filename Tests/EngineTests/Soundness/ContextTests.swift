import Engine
import Model
import Testing

/// An entry of a context sees the entries before it, and behind them what is outside (DMN 1.5,
/// 10.3.2.6): what is read by an entry's name comes to the same as what the entry says, written in
/// its place by hand.
@Suite struct ContextTests {
  @Test(arguments: 0..<8)
  func anEntrysNameStandsForWhatItSays(part: Int) {
    var writer = ExpressionWriter(seed: UInt64(part) &* 104_729 &+ 3)
    let world = SoundWorld()
    var compared = 0
    for _ in 0..<120 {
      let kind = writer.pick([ExpressionWriter.Kind.number, .money, .text, .date, .numbers])
      let (one, two) = (writer.write(kind, depth: 2), writer.write(kind, depth: 2))
      for (context, whole) in Self.pairs(one, two) {
        guard let read = world.checked(context), let written = world.checked(whole) else {
          continue
        }
        compared += 1
        for round in 0..<4 {
          let facts = world.facts(round, &writer)
          #expect(world.outcome(read, facts) == world.outcome(written, facts), "\(context)")
        }
      }
    }
    #expect(compared > 100, "\(compared) of 720")
  }

  /// Contexts that end in a field, each with what it comes to without one. Some entries bear the
  /// names of facts, which the other texts may read.
  private static func pairs(_ one: String, _ two: String) -> [(String, String)] {
    [
      ("{p: \(one), q: [p, p]}.q", "[\(one), \(one)]"),
      (
        "{p: \(one), q: if p = null then \(two) else p}.q",
        "if (\(one)) = null then \(two) else \(one)"
      ),
      ("{p: \(one), q: p = \(two), r: not(q)}.r", "not((\(one)) = \(two))"),
      ("{p: \(one), list: {a: p, m: [a]}, r: list.m}.r", "[\(one)]"),
      ("{p: \(one), n: \(two), t: [p, n]}.t", "[\(one), \(two)]"),
      (
        "for i in 1..2 return {p: \(one), i: i + 1, r: [p, p][i]}.r",
        "[([\(one), \(one)])[2], ([\(one), \(one)])[3]]"
      ),
    ]
  }
}
