internal import Model
internal import SourceText

/// What regions leave open of a table whose columns compute with facts.
struct OpenMatters {
  /// Regions that no row matches, for which no facts were found.
  var gaps: [[Stretches]] = []
  /// Parts of rows that seem to meet, for which no facts were found.
  var pairs: [(one: Int, other: Int)] = []
}
