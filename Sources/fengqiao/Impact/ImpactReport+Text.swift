internal import Batch
internal import SourceText

// For a terminal, and for a page of Markdown.
extension ImpactReport {
  /// A table: its title, its head, and its rows; numbers first.
  struct Section {
    var title: String
    var head: [String]
    var rows: [[String]]
    /// How many of the first columns hold numbers.
    var numbers: Int
    /// How many rows were left out.
    var rest = 0
  }

  /// Everything that is counted, in the order in which it is told.
  var sections: [Section] {
    aspects.map(section) + run.groups.indices.map(groupSection)
      + (tally.sortedMisfits.isEmpty ? [] : [misfitSection])
  }

  private func limited<Element>(_ all: [Element]) -> (shown: ArraySlice<Element>, rest: Int) {
    (all.prefix(Self.shownLimit), max(0, all.count - Self.shownLimit))
  }

  private func section(_ aspect: ImpactAspect) -> Section {
    let (shown, rest) = limited(tally.cells(of: aspect))
    return Section(
      title: label(aspect),
      head: [say("cases", "件数"), say("share", "占比"), say("old", "旧"), "", say("new", "新")],
      rows: shown.map { cell, count in
        [
          count.grouped, share(count), word(cell.old, of: aspect), cell.isChange ? "→" : "=",
          word(cell.new, of: aspect),
        ]
      }, numbers: 2, rest: rest)
  }

  private func groupSection(_ index: Int) -> Section {
    let (shown, rest) = limited(tally.shares(of: index))
    return Section(
      title: say("by", "按") + " \(run.groups[index].onOneSafeLine)",
      head: [
        say("changed", "不同"), say("share", "占比"), say("of all", "总数"),
        run.groups[index].onOneSafeLine,
      ],
      rows: shown.map { value, share in
        [
          share.changed.grouped, Self.percent(share.changed, of: share.cases),
          share.cases.grouped, group(value),
        ]
      }, numbers: 3, rest: rest)
  }

  private var misfitSection: Section {
    let (shown, rest) = limited(tally.sortedMisfits)
    return Section(
      title: say("do not fit", "不合"),
      head: [
        say("cases", "件数"), say("example", "例"), say("version", "版本"), say("why", "原因"),
        say("code", "代码"),
      ],
      rows: shown.map { one, count in
        [
          count.count.grouped, id(count.id, count.number), version(one.version), why(one, count),
          one.code,
        ]
      }, numbers: 1, rest: rest)
  }

  /// Changed cells with their first case, in the order of the sections.
  var changes: [(heading: String, example: ImpactTally.Example)] {
    aspects.flatMap { aspect in
      tally.cells(of: aspect).filter(\.cell.isChange).prefix(Self.shownLimit).compactMap {
        cell, _ in
        tally.examples[cell].map {
          (
            label(aspect) + colon + "\(word(cell.old, of: aspect)) → \(word(cell.new, of: aspect))",
            $0
          )
        }
      }
    }
  }

  var text: String {
    var lines = [console.styled(title, .bold)]
    for (label, count, hasShare) in totals {
      lines.append("  \(count.grouped)  \(label)" + (hasShare ? "  \(share(count))" : ""))
    }
    if let verdict {
      lines.append("  " + console.styled(verdict, isOverLimit ? .red : .green))
    }
    if let unsaid { lines.append("  " + unsaid) }
    for section in sections { lines += ["", section.title] + columns(of: section) }
    if !changes.isEmpty {
      lines += ["", say("examples", "例子")]
      for (heading, example) in changes {
        lines.append("  \(heading)")
        lines.append("    \(spot(example))")
        for (name, side, wording) in sides(example) {
          lines.append("      " + name + colon + reason(side, wording))
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// In columns under their heads.
  private func columns(of section: Section) -> [String] {
    let table = [section.head] + section.rows
    let widths = section.head.indices.map { column in
      table.map { $0[column].displayWidth }.max() ?? 0
    }
    let lines = table.map { row in
      let cells = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].displayWidth)
        return column < section.numbers ? blanks + row[column] : row[column] + blanks
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line[...(line.lastIndex { $0 != " " } ?? line.startIndex)])
    }
    return section.rest > 0 ? lines + ["  " + more(section.rest)] : lines
  }

  func more(_ count: Int) -> String {
    say("… and \(count.grouped) more", "……另有 \(count.grouped) 行")
  }

  var markdown: String {
    var lines = ["# \(Self.escaped(title))", ""]
    for (label, count, hasShare) in totals {
      lines.append(
        "- " + label + colon + count.grouped + (hasShare ? inBrackets(share(count)) : ""))
    }
    if let verdict { lines.append("- **\(verdict)**") }
    if let unsaid { lines.append("- \(Self.escaped(unsaid))") }
    for section in sections {
      lines += ["", "## \(Self.escaped(section.title))", ""]
      lines.append("| " + section.head.map(Self.escaped).joined(separator: " | ") + " |")
      lines.append("|" + String(repeating: "---|", count: section.head.count))
      for row in section.rows {
        lines.append("| " + row.map(Self.escaped).joined(separator: " | ") + " |")
      }
      if section.rest > 0 { lines += ["", more(section.rest)] }
    }
    if !changes.isEmpty {
      lines += ["", "## \(say("Examples", "例子"))", ""]
      for (heading, example) in changes {
        lines.append("- " + Self.escaped(heading + colon + spot(example)))
        for (name, side, wording) in sides(example) {
          lines.append("  - " + name + colon + Self.escaped(reason(side, wording)))
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What each version made of an example.
  func sides(
    _ example: ImpactTally.Example
  ) -> [(name: String, side: Divergence.Side, wording: Wording)] {
    [
      (say("old", "旧"), example.divergence.old, old),
      (say("new", "新"), example.divergence.new, new),
    ]
  }

  /// Words of a rulebook or case as plain words of Markdown.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_[]<>|#&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
