package import SourceText

/// Takes a template apart: text, values, sections, partials. What is faulty is reported and left
/// out.
package func scanTemplate(
  _ file: SourceFile, id: SourceID, as format: TemplateTree.Format,
  into diagnostics: inout Diagnostics
) -> TemplateTree {
  var scanner = TemplateScanner(file.bytes, id, format)
  let tree = scanner.scan()
  diagnostics.report(contentsOf: scanner.diagnostics.all)
  return tree
}

/// Walks over a template's bytes from tag to tag.
private struct TemplateScanner {
  /// A section whose end has not come yet.
  struct Open {
    var name: TemplateTree.Name
    var isInverted: Bool
    var span: Span
    /// What stood before it in the part around.
    var before: [TemplateTree.Part]
  }

  let bytes: [UInt8]
  let source: SourceID
  /// Where a page has come to; nil in a text.
  var markup: MarkupPlace?
  var position: Int
  var parts: [TemplateTree.Part] = []
  var open: [Open] = []
  var diagnostics = Diagnostics()

  init(_ bytes: [UInt8], _ source: SourceID, _ format: TemplateTree.Format) {
    self.bytes = bytes
    self.source = source
    markup = format == .page ? MarkupPlace() : nil
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func scan() -> TemplateTree {
    while let start = first(of: "{{", from: position) {
      addText(to: start)
      takeTag(at: start)
    }
    addText(to: bytes.count)
    if let markup, !markup.isAmongWords {
      diagnostics.report(
        .unfinishedMarkup(at: span(markup.start..<endOfLine(from: markup.start))))
    }
    while let section = open.popLast() {
      diagnostics.report(.unclosedSection(section.name, at: section.span))
      close(section)
    }
    var tree = TemplateTree()
    tree.parts = parts
    return tree
  }

  private mutating func addText(to end: Int) {
    guard position < end else { return }
    markup?.advance(over: bytes, position..<end)
    parts.append(.text(text(position..<end)))
    position = end
  }

  private mutating func takeTag(at start: Int) {
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let closing = isTriple ? "}}}" : "}}"
    let inside = start + (isTriple ? 3 : 2)
    guard let end = first(of: closing, from: inside) else {
      diagnostics.report(.unfinishedTag(span(start..<endOfLine(from: start)), closing))
      position = bytes.count
      return
    }
    position = end + closing.utf8.count
    let sign = isTriple ? nil : bytes[inside..<end].first
    let tag = span(start..<position)
    if sign != UInt8(ascii: "!"), let markup {
      if !markup.isAmongWords { return diagnostics.report(.tagInMarkup(at: tag)) }
      if isTriple || sign == UInt8(ascii: "&") {
        diagnostics.report(
          .unescapedTag(name(in: (isTriple ? inside : inside + 1)..<end, tag), at: tag))
        return
      }
    }
    take(sign, at: inside, to: end, tag: tag)
  }

  private mutating func take(_ sign: UInt8?, at inside: Int, to end: Int, tag: Span) {
    switch sign {
    case UInt8(ascii: "!"): parts.append(.comment)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      guard let name = name(in: inside + 1..<end, tag) else { return }
      open.append(
        Open(name: name, isInverted: sign == UInt8(ascii: "^"), span: tag, before: parts))
      parts = []
    case UInt8(ascii: "/"): takeEnd(inside + 1..<end, tag)
    case UInt8(ascii: "&"): addValue(inside + 1..<end, tag)
    case UInt8(ascii: ">"): addPartial(inside + 1..<end, tag)
    case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="),
      UInt8(ascii: "%"):
      diagnostics.report(.foreignTag(String(decoding: [sign ?? 0], as: UTF8.self), at: tag))
    default: addValue(inside..<end, tag)
    }
  }

  private mutating func addValue(_ range: Range<Int>, _ tag: Span) {
    if let name = name(in: range, tag) { parts.append(.value(name)) }
  }

  /// Another template; alone on its line it leaves no line of its own.
  private mutating func addPartial(_ range: Range<Int>, _ tag: Span) {
    guard let name = name(in: range, tag) else { return }
    if let end = endOfBlankLine(from: position), dropBlanks(before: Int(tag.start)) {
      position = end
    }
    parts.append(.partial(Located(name.text, at: name.span)))
  }

  /// Behind the line's end, where only blanks stand before it.
  private func endOfBlankLine(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
  }

  /// Takes blanks away that begin the line of an offset; whether nothing else does.
  private mutating func dropBlanks(before offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return false }
    if start < offset, case .text(let text)? = parts.popLast(), text.utf8.count > offset - start {
      parts.append(.text(String(text.dropLast(offset - start))))
    }
    return true
  }

  private mutating func takeEnd(_ range: Range<Int>, _ tag: Span) {
    guard let name = name(in: range, tag) else { return }
    guard let section = open.last else {
      diagnostics.report(.unopenedSection(name, inside: nil, at: tag))
      return
    }
    guard section.name.text == name.text else {
      diagnostics.report(.unopenedSection(name, inside: section, at: tag))
      // An end that some section further out has: those between were not closed.
      guard open.contains(where: { $0.name.text == name.text }) else { return }
      while let inner = open.popLast() {
        close(inner)
        if inner.name.text == name.text { break }
      }
      return
    }
    open.removeLast()
    close(section)
  }

  private mutating func close(_ section: Open) {
    let own = TemplateTree.Section(
      name: section.name, isInverted: section.isInverted, parts: parts, span: section.span)
    parts = section.before + [.section(own)]
  }

  /// The name between two offsets; a finding where there is none.
  private mutating func name(in range: Range<Int>, _ tag: Span) -> TemplateTree.Name? {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let start = bytes[range].firstIndex { !isBlank($0) }
    let last = bytes[range].lastIndex { !isBlank($0) }
    guard let start, let last else {
      diagnostics.report(.emptyTag(at: tag))
      return nil
    }
    let whole = start..<last + 1
    let text = text(whole)
    guard text != ".", !text.hasSuffix("()") else {
      let part = Located(text, at: span(whole))
      return TemplateTree.Name(text: text, parts: [part], span: part.span)
    }
    return TemplateTree.Name(text: text, parts: path(in: whole), span: span(whole))
  }

  private func path(in range: Range<Int>) -> [Located<String>] {
    bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      Located(String(decoding: $0, as: UTF8.self), at: span($0.startIndex..<$0.endIndex))
    }
  }

  private func first(of word: String, from start: Int) -> Int? {
    let wanted = Array(word.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    return (start...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) }
  }

  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(source, range.lowerBound, range.upperBound)
  }
}

extension Diagnostic {
  fileprivate static func unclosedSection(_ name: TemplateTree.Name, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedSection,
      Bilingual(
        en: "the section `\(name.text)` is never closed", zh: "段落 `\(name.text)` 没有结束标签"),
      at: span,
      help: Bilingual(
        en: "write `{{/\(name.text)}}` where it ends", zh: "请在它结束处写 `{{/\(name.text)}}`"))
  }

  fileprivate static func unopenedSection(
    _ name: TemplateTree.Name, inside section: TemplateScanner.Open?, at span: Span
  ) -> Diagnostic {
    guard let section else {
      return Diagnostic(
        .unopenedSection,
        Bilingual(
          en: "`{{/\(name.text)}}` ends a section that never began",
          zh: "`{{/\(name.text)}}` 没有对应的开始标签"),
        at: span,
        help: Bilingual(
          en: "take it away, or write `{{#\(name.text)}}` where the section begins",
          zh: "请删去它，或在段落开始处写 `{{#\(name.text)}}`"))
    }
    return Diagnostic(
      .unopenedSection,
      Bilingual(
        en: "`{{/\(name.text)}}` stands inside the section `\(section.name.text)`",
        zh: "`{{/\(name.text)}}` 写在段落 `\(section.name.text)` 里面"),
      at: span,
      labels: [Label(section.span, Bilingual(en: "it begins here", zh: "该段落始于此"))],
      help: Bilingual(
        en: "write `{{/\(section.name.text)}}` first", zh: "请先写 `{{/\(section.name.text)}}`"))
  }

  fileprivate static func unfinishedTag(_ span: Span, _ closing: String) -> Diagnostic {
    Diagnostic(
      .unfinishedTag,
      Bilingual(en: "this tag never ends", zh: "标签没有写完"), at: span,
      help: Bilingual(en: "write `\(closing)` behind the name", zh: "请在名称后面写 `\(closing)`"))
  }

  fileprivate static func emptyTag(at span: Span) -> Diagnostic {
    Diagnostic(
      .unfinishedTag,
      Bilingual(en: "this tag names nothing", zh: "标签里没有名称"), at: span,
      help: Bilingual(
        en: "write the name of a fact, variable or decision in it",
        zh: "请在其中写事实、变量或决策的名称"))
  }

  fileprivate static func foreignTag(_ sign: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .foreignTag,
      Bilingual(
        en: "tags that begin with `\(sign)` are not part of these templates",
        zh: "这里的模板不用以 `\(sign)` 开头的标签"),
      at: span,
      help: Bilingual(
        en: "write values `{{name}}`, sections `{{#name}}`, `{{^name}}`, partials `{{> path}}` and "
          + "comments alone",
        zh: "只能写取值 `{{名称}}`、段落 `{{#名称}}`、`{{^名称}}`、嵌入 `{{> 路径}}` 和注释"))
  }

  fileprivate static func tagInMarkup(at span: Span) -> Diagnostic {
    Diagnostic(
      .tagInMarkup,
      Bilingual(
        en: "this tag stands inside of markup, where what it writes could be read as HTML",
        zh: "标签写在 HTML 标记里面，写出的内容可能被当作 HTML"),
      at: span,
      help: Bilingual(
        en: "write it among the words of an element, between `>` and `<`, outside of `style`, "
          + "`script` and `title`",
        zh: "请写在元素的文字中（`>` 和 `<` 之间），不要写在 `style`、`script`、`title` 里"))
  }

  fileprivate static func unfinishedMarkup(at span: Span) -> Diagnostic {
    Diagnostic(
      .tagInMarkup,
      Bilingual(
        en: "the file ends inside of markup that begins here", zh: "HTML 标记从这里开始，到文件末尾没有结束"),
      at: span,
      help: Bilingual(
        en: "end it here, or write `&lt;` for the sign itself",
        zh: "请在本文件内写完它；要写这个符号本身，请写 `&lt;`"))
  }

  fileprivate static func unescapedTag(_ name: TemplateTree.Name?, at span: Span) -> Diagnostic {
    let tag = "{{\(name?.text ?? "…")}}"
    return Diagnostic(
      .unescapedTag,
      Bilingual(
        en: "on a page everything is escaped, so there is no other way to write a value",
        zh: "页面上的内容一律转义，没有不转义的写法"),
      at: span, help: Bilingual(en: "write `\(tag)`", zh: "请写 `\(tag)`"))
  }
}
