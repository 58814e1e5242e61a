/// How many columns a text takes on a terminal (Unicode Annex 11; what is ambiguous is narrow).
extension StringProtocol {
  /// Columns of the whole text; a tab goes to the next multiple of four.
  package var displayWidth: Int {
    var column = 0
    for character in self { column += character.displayWidth(atColumn: column) }
    return column
  }
}

/// Distance of the tab stops, in columns.
private let tabStop = 4

extension Character {
  /// Columns of one character as people count them: an accent stands above its letter, an emoji of
  /// several parts is one.
  package func displayWidth(atColumn column: Int) -> Int {
    if self == "\t" { return tabStop - column % tabStop }
    let scalars = unicodeScalars
    if scalars.contains(where: { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }) {
      return 2
    }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  /// Columns of one scalar by itself: 0 for marks and invisible ones, 2 for full-width ones.
  package var displayWidth: Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    value >= 0x1100
      && (wideRanges.contains { $0.contains(value) } || properties.isEmojiPresentation)
  }
}

/// East Asian Wide and Fullwidth, emoji apart, from Unicode's EastAsianWidth.txt; gaps that no
/// character fills are bridged.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x4E00...0xA4CF, 0x2E80...0x303E, 0x3040...0x3247, 0x3250...0x4DBF, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x1100...0x115F, 0x2329...0x232A, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
  0x1F200...0x1F2FF, 0x20000...0x3FFFD,
]
