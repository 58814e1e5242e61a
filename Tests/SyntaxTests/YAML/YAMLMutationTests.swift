import SourceText
import Syntax
import TestSupport
import Testing

/// Whatever is broken in a good file, the reader ends in findings or a tree, with every place
/// inside the file and every scalar led back to it.
struct YAMLMutationTests {
  static let samples = [
    """
    rulebook: xinyi
    title: {zh: 新义“三调”工作法, en: 'Xinyi''s way'}
    types:
      难易: {ordered: [简单, 一般], title: {en: difficulty}}  # lowest first
    decisions:
      分类:
        rules: |
          | id | 金额   | => 脚本 |
          | a  | < 5000 | 义礼    |
        note: >-
          第一行
          second "line"

          第三行

    """,
    """
    %YAML 1.1
    ---
    - &a {x: "\\u4e2d\\n", y: [1, 2, *b]}
    - *a
    -
      ? long
      : - 1
        - |2+
            deep

    -   plain text
        over lines
    ...

    """.replacing(", *b", with: ""),
    "\u{FEFF}a: 1\r\n乙:\r\n  - 'x\r\n\r\n    y'\r\n  - {c: d,\r\n     e: f}\r\n",
  ]

  private static let signs = "\t\"'[]{}:#-|>&*!%@\n\0 "

  @Test(arguments: samples)
  func samplesAreGood(text: String) {
    #expect(parse(text).findings == [])
    check(Array(text.utf8))
  }

  @Test(arguments: samples)
  func anyByteDroppedDoubledSwappedOrReplaced(text: String) {
    let bytes = Array(text.utf8)
    for place in bytes.indices {
      var dropped = bytes
      dropped.remove(at: place)
      check(dropped)
      var doubled = bytes
      doubled.insert(bytes[place], at: place)
      check(doubled)
      if place + 1 < bytes.count {
        var swapped = bytes
        swapped.swapAt(place, place + 1)
        check(swapped)
      }
      // Every sign comes to every fourth place, so that neighbours see them all.
      for (index, byte) in Self.signs.utf8.enumerated() where (index + place) % 4 == 0 {
        var replaced = bytes
        replaced[place] = byte
        check(replaced)
      }
      check(Array(bytes[..<place]))
      check(Array(bytes[place...]))
    }
  }

  @Test(arguments: samples)
  func anyWordDroppedDoubledOrSwapped(text: String) {
    let words = Self.words(of: text)
    for place in words.indices {
      var dropped = words
      dropped.remove(at: place)
      var doubled = words
      doubled.insert(words[place], at: place)
      for mutant in [dropped, doubled] { check(Array(mutant.joined().utf8)) }
      for other in words.indices where other > place && other < place + 6 {
        var swapped = words
        swapped.swapAt(place, other)
        check(Array(swapped.joined().utf8))
      }
    }
  }

  @Test(arguments: 0..<40)
  func heapsOfSigns(seed: Int) {
    let signs = [
      "a", "b", ":", ": ", " ", "  ", "\n", "\n  ", "- ", "-", "[", "]", "{", "}", ",", "#", " # ",
      "'", "\"", "|", ">", "&a ", "*a", "!t ", "%", "@", "\t", "：", "，", "金额", "?", "? ", "---\n",
      "...\n", "\\", "\u{3000}", "\r\n", "1..5", "|2\n", ">-\n", "<<", "\u{FEFF}", "\u{85}",
    ]
    var random = SeededRandom(seed: seed)
    for _ in 0..<250 {
      let count = Int.random(in: 1...14, using: &random)
      check(Array((0..<count).map { _ in random.pick(signs) }.joined().utf8))
    }
  }

  /// Runs of letters, runs of blanks, and single signs.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isLetter = character.isLetter || character.isNumber
      let last = words.last?.last
      if let last, isLetter ? last.isLetter || last.isNumber : character == " " && last == " " {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  // MARK: What must hold

  private func check(_ bytes: [UInt8]) {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "x.yaml", bytes: bytes)
    let node = parseYAML(file, id: SourceID(0), into: &diagnostics)
    if node == nil, !diagnostics.hasErrors { record("no tree and no finding", bytes) }
    for finding in diagnostics.all {
      let spans =
        [finding.primary.span] + finding.labels.map(\.span) + (finding.fix.map { [$0.span] } ?? [])
      for span in spans where span.end > bytes.count || !isBoundary(span, bytes) {
        record("\(finding.code.id) points at \(span)", bytes)
      }
    }
    if let node { checkNode(node, bytes) }
  }

  private func record(_ what: String, _ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    Issue.record(Comment(rawValue: "\(what) in \(text)"))
  }

  /// Findings about text point between characters; those about bytes cannot.
  private func isBoundary(_ span: Span, _ bytes: [UInt8]) -> Bool {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    return !isText
      || [span.start, span.end].allSatisfy { $0 == bytes.count || bytes[Int($0)] & 0xC0 != 0x80 }
  }

  private func checkNode(_ node: YAMLNode, _ bytes: [UInt8]) {
    if Int(node.span.end) > bytes.count { record("a node ends beyond the file", bytes) }
    switch node.content {
    case .scalar(let scalar): checkScalar(scalar, bytes)
    case .sequence(let items): for item in items { checkNode(item, bytes) }
    case .mapping(let entries):
      for entry in entries {
        checkScalar(entry.key, bytes)
        checkNode(entry.value, bytes)
      }
    }
  }

  private func checkScalar(_ scalar: ScalarText, _ bytes: [UInt8]) {
    if !scalar.isMapped { record("a scalar is not mapped", bytes) }
    if scalar.style == .plain, !scalar.text.contains(where: \.isWhitespace) {
      let span = scalar.span
      let slice = String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
      if slice != scalar.text { record("a plain scalar is not its own text", bytes) }
    }
    var last = 0
    for offset in 0...scalar.text.utf8.count {
      let place = Int(scalar.span(of: offset..<offset).start)
      if place < last, offset < scalar.text.utf8.count || place > bytes.count {
        record("a scalar's map runs back", bytes)
      }
      last = max(last, place)
    }
  }
}
