import Model
import Testing
import Workbench

/// How measures round.
struct StatisticsTests {
  /// Against the definition: the tenths of a per cent that are nearest, the greater where two are.
  @Test func aShareIsTheNearestTenthOfAPerCent() {
    for cases in 1...120 {
      for hits in 0...cases {
        var figures = Statistics.Figures()
        (figures.cases, figures.hits) = (cases, hits)
        let nearest = (0...1000).min { one, other in
          let (left, right) = (abs(hits * 1000 - one * cases), abs(hits * 1000 - other * cases))
          return left == right ? one > other : left < right
        }
        let tenths = nearest ?? 0
        #expect(figures.percent == "\(tenths / 10).\(tenths % 10)", "\(hits) of \(cases)")
      }
    }
  }

  @Test func ofNothingThereIsNeitherShareNorAverage() {
    let figures = Statistics.Figures()
    #expect(figures.percent == nil && figures.average == nil)
  }

  @Test(arguments: [("10", 4, "2.5"), ("1", 8, "0.13"), ("-1", 8, "-0.13"), ("100.10", 3, "33.37")])
  func anAverageHasTwoDigits(_ sum: String, _ cases: Int, _ average: String) throws {
    var figures = Statistics.Figures()
    figures.sum = try #require(Number(literal: sum))
    figures.cases = cases
    #expect(figures.average?.description == average)
  }
}
