internal import Model
internal import SourceText

/// A checklist in portions that fit a screen: nobody answers for what has scrolled away unread.
struct ChecklistPortions {
  /// One point of the list.
  struct Item {
    /// Its place in the whole list, from 1; it stays when others have been answered.
    var number: Int
    var fact: ID<Fact>
    /// Its question, broken into lines.
    var lines: [String]
  }

  /// In the rulebook's order, about the same number of lines each.
  let portions: [[Item]]

  /// - Parameter room: how many lines a portion may have; a longer item stands alone.
  init(_ items: [Item], room: Int) {
    let fewest = Self.filled(items, room).count
    let total = items.reduce(0) { $0 + $1.lines.count }
    var even = max(1, total / max(1, fewest))
    while even < room, Self.filled(items, even).count > fewest { even += 1 }
    portions = Self.filled(items, even)
  }

  private static func filled(_ items: [Item], _ room: Int) -> [[Item]] {
    var portions: [[Item]] = []
    var used = 0
    for item in items {
      if portions.isEmpty || used + item.lines.count > room {
        portions.append([])
        used = 0
      }
      portions[portions.count - 1].append(item)
      used += item.lines.count
    }
    return portions
  }
}
