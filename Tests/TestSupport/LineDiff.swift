/// The lines of both texts in one list, with `-` before those that only `old` has, `+` before those
/// that only `new` has.
package func lineDiff(from old: [String], to new: [String]) -> String {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [String] = []
  var (left, right) = (0, 0)
  while left < old.count || right < new.count {
    if removed.contains(left), left < old.count {
      lines.append("- " + old[left])
      left += 1
    } else if inserted.contains(right), right < new.count {
      lines.append("+ " + new[right])
      right += 1
    } else {
      lines.append("  " + new[right])
      left += 1
      right += 1
    }
  }
  return lines.joined(separator: "\n")
}
