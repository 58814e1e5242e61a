internal import Batch
internal import SourceText

// For a terminal, and for a page of Markdown.
extension ImpactReport {
  /// A table: its title, its head, and its rows; numbers first.
  struct Section {
    var title: String
    var head: [String]
    var rows: [[String]]
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
          count.grouped, share(count), word(cell.old), cell.isChange ? "→" : "=", word(cell.new),
        ]
      }, rest: rest)
  }

  private func groupSection(_ index: Int) -> Section {
    let (shown, rest) = limited(tally.shares(of: index))
    return Section(
      title: say("by", "按") + " \(run.groups[index].onOneSafeLine)",
      head: [
        say("changed", "不同"), say("share", "占比"), say("of", "总数"),
        run.groups[index].onOneSafeLine,
      ],
      rows: shown.map { value, share in
        [
          share.changed.grouped, Self.percent(share.changed, of: share.cases),
          share.cases.grouped, group(value),
        ]
      }, rest: rest)
  }

  private var misfitSection: Section {
    let (shown, rest) = limited(tally.sortedMisfits)
    return Section(
      title: say("do not fit", "不合"),
      head: [say("cases", "件数"), say("example", "例"), "", say("why", "原因")],
      rows: shown.map { one, count in
        [count.count.grouped, id(count.id, count.number), version(one.version), misfit(one, count)]
      }, rest: rest)
  }

  /// Changed cells with their first case, in the order of the sections.
  var changes: [(heading: String, example: ImpactTally.Example)] {
    aspects.flatMap { aspect in
      tally.cells(of: aspect).filter(\.cell.isChange).prefix(Self.shownLimit).compactMap {
        cell, _ in
        tally.examples[cell].map {
          ("\(label(aspect)): \(word(cell.old)) → \(word(cell.new))", $0)
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
    for section in sections {
      lines.append("")
      lines.append(section.title)
      let widths = (0..<2).map { column in
        section.rows.map { $0[column].unicodeScalars.count }.max() ?? 0
      }
      for row in section.rows {
        let numbers = zip(row, widths).map { cell, width in
          String(repeating: " ", count: max(0, width - cell.unicodeScalars.count)) + cell
        }
        lines.append("  " + (numbers + row.dropFirst(2)).joined(separator: "  "))
      }
      if section.rest > 0 { lines.append("  " + more(section.rest)) }
    }
    if !changes.isEmpty {
      lines += ["", say("examples", "例子")]
      for (heading, example) in changes {
        lines.append("  \(heading)")
        lines.append("    \(id(example.id, example.number)), \(place(example))")
        lines.append("      \(say("old", "旧")): \(reason(example.divergence.old, old))")
        lines.append("      \(say("new", "新")): \(reason(example.divergence.new, new))")
      }
    }
    return lines.joined(separator: "\n")
  }

  func more(_ count: Int) -> String {
    say("… and \(count.grouped) more", "……另有 \(count.grouped) 行")
  }

  var markdown: String {
    var lines = ["# \(Self.escaped(title))", ""]
    for (label, count, hasShare) in totals {
      lines.append("- \(label): \(count.grouped)" + (hasShare ? " (\(share(count)))" : ""))
    }
    if let verdict { lines.append("- **\(verdict)**") }
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
        let place = "\(id(example.id, example.number)), \(self.place(example))"
        lines.append("- \(Self.escaped(heading)): \(Self.escaped(place))")
        lines.append("  - \(say("old", "旧")): \(Self.escaped(reason(example.divergence.old, old)))")
        lines.append("  - \(say("new", "新")): \(Self.escaped(reason(example.divergence.new, new)))")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Words of a rulebook or case as plain words of Markdown.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_[]<>|#&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
