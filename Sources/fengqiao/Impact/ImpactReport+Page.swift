internal import Batch
internal import SourceText

// One page of HTML that needs nothing else: charts as SVG, readable in print.
extension ImpactReport {
  var page: String {
    let lang = console.language == .chinese ? "zh-Hans" : "en"
    var parts = [
      "<!doctype html>", "<html lang=\"\(lang)\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(Self.safe(title))</title>", "<style>\(Self.style)</style>", "</head>", "<body>",
      "<h1>\(Self.safe(title))</h1>", totalsPart,
    ]
    for aspect in aspects { parts.append(part(of: aspect)) }
    for index in run.groups.indices { parts.append(groupPart(index)) }
    if !tally.sortedMisfits.isEmpty { parts.append(table(sections[sections.count - 1])) }
    if !changes.isEmpty { parts.append(examplesPart) }
    return (parts + ["</body>", "</html>"]).joined(separator: "\n")
  }

  private var totalsPart: String {
    let items = totals.map { label, count, hasShare in
      "<div><b>\(count.grouped)</b><span>\(Self.safe(label))"
        + (hasShare ? " · \(share(count))" : "") + "</span></div>"
    }
    let verdict = verdict.map {
      "\n<p class=\"\(isOverLimit ? "over" : "within")\">\(Self.safe($0))</p>"
    }
    let bar = Self.bar([
      (tally.playedCount - tally.changedCount, "same", say("as before", "相同")),
      (tally.changedCount, "changed", say("another way", "不同")),
      (tally.newMisfitCount, "unfit", say("does not fit", "不合")),
    ])
    let unsaid = unsaid.map { "\n<p>\(Self.safe($0))</p>" }
    return
      "<section class=\"totals\">\(items.joined())</section>\n\(bar)\(verdict ?? "")\(unsaid ?? "")"
  }

  private func part(of aspect: ImpactAspect) -> String {
    let cells = tally.cells(of: aspect)
    let shown = cells.prefix(Self.shownLimit)
    let most = shown.map(\.count).max() ?? 1
    let rows = shown.map { cell, count in
      let kind = cell.isChange ? "changed" : "same"
      let words = [
        word(cell.old, of: aspect), cell.isChange ? "→" : "=", word(cell.new, of: aspect),
      ]
      return "<tr class=\"\(kind)\">"
        + words.map { "<td>\(Self.safe($0))</td>" }.joined()
        + "<td class=\"n\">\(count.grouped)</td><td class=\"n\">\(share(count))</td>"
        + "<td>\(Self.stroke(count, of: most, kind))</td></tr>"
    }
    let head = [say("old", "旧"), "", say("new", "新"), say("cases", "件数"), say("share", "占比"), ""]
    let rest = cells.count > shown.count ? "<p>\(more(cells.count - shown.count))</p>" : ""
    return "<h2>\(Self.safe(label(aspect)))</h2>\n<table>\(Self.head(head, numbers: 3...4))"
      + "\(rows.joined())</table>" + rest
  }

  private func groupPart(_ index: Int) -> String {
    let shares = tally.shares(of: index)
    let shown = shares.prefix(Self.shownLimit)
    let rows = shown.map { value, share in
      "<tr><td>\(Self.safe(group(value)))</td><td class=\"n\">\(share.changed.grouped)</td>"
        + "<td class=\"n\">\(share.cases.grouped)</td>"
        + "<td class=\"n\">\(Self.percent(share.changed, of: share.cases))</td>"
        + "<td>\(Self.stroke(share.changed, of: share.cases, "changed"))</td></tr>"
    }
    let title = say("by", "按") + " \(run.groups[index].onOneSafeLine)"
    let head = [
      run.groups[index].onOneSafeLine, say("changed", "不同"), say("of all", "总数"),
      say("share", "占比"),
      "",
    ]
    let rest = shares.count > shown.count ? "<p>\(more(shares.count - shown.count))</p>" : ""
    return
      "<h2>\(Self.safe(title))</h2>\n<table>\(Self.head(head, numbers: 1...3))"
      + "\(rows.joined())</table>"
      + rest
  }

  private func table(_ section: Section) -> String {
    let rows = section.rows.map { row in
      "<tr>"
        + row.enumerated().map { place, cell in
          "<td\(place < section.numbers ? " class=\"n\"" : "")>\(Self.coded(cell))</td>"
        }.joined() + "</tr>"
    }
    let numbers = section.numbers > 0 ? 0...(section.numbers - 1) : nil
    return
      "<h2>\(Self.safe(section.title))</h2>\n<table>\(Self.head(section.head, numbers: numbers))"
      + "\(rows.joined())</table>" + (section.rest > 0 ? "<p>\(more(section.rest))</p>" : "")
  }

  private var examplesPart: String {
    let items = changes.map { heading, example in
      let said = sides(example).map { name, side, wording in
        "<dt>\(name)</dt><dd>\(Self.coded(reason(side, wording)))</dd>"
      }
      return "<article><h3>\(Self.safe(heading))</h3><p>\(Self.coded(spot(example)))</p>"
        + "<dl>\(said.joined())</dl></article>"
    }
    return "<h2>\(say("Examples", "例子"))</h2>\n\(items.joined(separator: "\n"))"
  }
}

// Pieces of a page.
extension ImpactReport {
  private static func safe(_ text: String) -> String {
    text.reduce(into: "") { safe, character in
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      default: safe.append(character)
      }
    }
  }

  /// Words between backticks, names of the rulebook, as such.
  private static func coded(_ text: String) -> String {
    let parts = safe(text).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count.isMultiple(of: 2) == false else { return safe(text) }
    return parts.enumerated().map { $0.isMultiple(of: 2) ? String($1) : "<code>\($1)</code>" }
      .joined()
  }

  /// - Parameter numbers: which columns hold numbers.
  private static func head(_ cells: [String], numbers: ClosedRange<Int>? = nil) -> String {
    let cells = cells.enumerated().map { place, cell in
      "<th\(numbers?.contains(place) == true ? " class=\"n\"" : "")>\(safe(cell))</th>"
    }
    return "<tr>\(cells.joined())</tr>"
  }

  /// A stroke as long as a count's part of the whole.
  private static func stroke(_ count: Int, of whole: Int, _ kind: String) -> String {
    let width = whole == 0 ? 0 : max(count > 0 ? 1 : 0, count * 200 / whole)
    return "<svg width=\"200\" height=\"12\" viewBox=\"0 0 200 12\" role=\"img\">"
      + "<rect class=\"room\" width=\"200\" height=\"12\"/>"
      + "<rect class=\"\(kind)\" width=\"\(width)\" height=\"12\"/></svg>"
  }

  /// One bar of parts behind one another, each with its words below where it is long enough.
  private static func bar(_ parts: [(count: Int, kind: String, label: String)]) -> String {
    let whole = parts.reduce(0) { $0 + $1.count }
    guard whole > 0 else { return "" }
    var svg =
      "<svg class=\"whole\" viewBox=\"0 0 800 56\" role=\"img\">"
      + "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      + "<path d=\"M0 6L6 0\" stroke=\"#7a1f1f\"/></pattern></defs>"
    var start = 0
    for (count, kind, label) in parts where count > 0 {
      let width = max(1, count * 800 / whole)
      svg += "<rect class=\"\(kind)\" x=\"\(start)\" width=\"\(width)\" height=\"30\"/>"
      if width >= 90 {
        svg += "<text x=\"\(start)\" y=\"48\">\(safe(label)) \(percent(count, of: whole))</text>"
      }
      start += width
    }
    return svg + "</svg>"
  }

  private static var style: String {
    """
    body{font:15px/1.5 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;\
    color:#1a1a1a;max-width:860px;margin:2em auto;padding:0 1em}\
    h1{font-size:1.4em}h2{font-size:1.1em;margin:1.8em 0 .4em;border-bottom:1px solid #bbb}\
    h3{font-size:1em;margin:1em 0 .2em}p{margin:.2em 0}\
    .totals{display:flex;flex-wrap:wrap;gap:1em 2.5em;margin:1em 0}\
    .totals b{display:block;font-size:1.6em}\
    table{border-collapse:collapse;width:100%;break-inside:avoid}\
    td,th{padding:.15em .6em;text-align:left;vertical-align:top;border-bottom:1px solid #e4e4e4}\
    .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\
    tr.changed td{font-weight:600}\
    .whole{width:100%;height:auto}.whole text{font-size:14px;fill:#1a1a1a}\
    .room{fill:#f0f0f0}rect.same{fill:#9db4c8}rect.changed{fill:#c0532f}\
    rect.unfit{fill:url(#hatch);stroke:#7a1f1f}\
    .over{color:#a01818;font-weight:600}.within{color:#1c6b2c}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:.2em 0}\
    dt{color:#555}dd{margin:0}article{break-inside:avoid}\
    @page{size:A4;margin:14mm}\
    @media print{body{margin:0;padding:0;font-size:11px;max-width:none}\
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}h2{break-after:avoid}}
    """
  }
}
