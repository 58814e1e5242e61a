package import SourceText

/// Takes a template apart: text, values, sections. What is faulty is reported and left out.
package func scanTemplate(
  _ file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics
) -> TemplateTree {
  var scanner = TemplateScanner(file.bytes, id)
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
  var position: Int
  var parts: [TemplateTree.Part] = []
  var open: [Open] = []
  var diagnostics = Diagnostics()

  init(_ bytes: [UInt8], _ source: SourceID) {
    self.bytes = bytes
    self.source = source
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func scan() -> TemplateTree {
    while let start = first(of: "{{", from: position) {
      addText(to: start)
      takeTag(at: start)
    }
    addText(to: bytes.count)
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
    take(sign, at: inside, to: end, tag: span(start..<position))
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
    case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="),
      UInt8(ascii: "%"):
      diagnostics.report(.foreignTag(String(decoding: [sign ?? 0], as: UTF8.self), at: tag))
    default: addValue(inside..<end, tag)
    }
  }

  private mutating func addValue(_ range: Range<Int>, _ tag: Span) {
    if let name = name(in: range, tag) { parts.append(.value(name)) }
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
        en: "write values `{{name}}`, sections `{{#name}}`, `{{^name}}` and comments alone",
        zh: "只能写取值 `{{名称}}`、段落 `{{#名称}}`、`{{^名称}}` 和注释"))
  }
}
