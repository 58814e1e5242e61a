import SourceText

/// Why a tree could not be finished.
enum YAMLStop: Error {
  /// The file's form is wrong; still to be explained.
  case fault(LibYAMLFault)
  /// A limit was passed, or what follows makes no sense; reported already.
  case reported
}

/// Builds nodes from libyaml's events, and looks at each for what YAML accepts but nobody means.
struct YAMLTreeBuilder: ~Copyable {
  /// A node that an alias may name, and what it weighs.
  struct Anchored {
    var node: YAMLNode
    var count: Int
    var height: Int
  }

  /// What holds the node that is being read.
  enum Position {
    case root
    case key
    case blockValue(ScalarText)
    case flowValue(ScalarText)
    case item(isFlow: Bool)
  }

  let file: [UInt8]
  /// Where the text starts, behind a byte-order mark.
  private let origin: Int
  let id: SourceID
  let limits: YAMLLimits
  var events: LibYAMLParser
  var diagnostics = Diagnostics()
  /// The last scalar read: an error in its wake may be its fault.
  var lastScalar: ScalarText?
  /// One past the last byte that belongs to a value read so far; aliases count where they stand.
  var lastEnd = 0
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: [String] = []
  /// Where the block collections that hold the present node start.
  private var blockStarts: [Int] = []
  /// Where the brackets that hold the present node open.
  private(set) var openBrackets: [Int] = []
  /// Where the event that libyaml gave last starts, or ends if it is a bracket.
  private var lastTold = 0
  private var depth = 0
  private var aliased = 0
  /// Height and node count of the node read last.
  private var weight = (height: 0, count: 0)

  init(_ file: [UInt8], from origin: Int, id: SourceID, limits: YAMLLimits) {
    self.file = file
    self.origin = origin
    self.id = id
    self.limits = limits
    events = LibYAMLParser(file, from: origin)
  }

  /// The only document of the file; an absent scalar if there is none.
  mutating func document() throws(YAMLStop) -> YAMLNode {
    var event = try next()
    if case .streamStart = event.kind { event = try next() }
    guard case .documentStart = event.kind else { return absent(at: event.start) }
    let root = try node(try next(), in: .root)
    _ = try next()
    event = try next()
    if case .streamEnd = event.kind { return root }
    report(.severalDocuments(at: span(event.start, event.start + 3)))
    throw .reported
  }

  mutating func next() throws(YAMLStop) -> YAMLEvent {
    do {
      let event = try events.next()
      lastTold = event.opensBracket ? event.end : event.start
      return event
    } catch { throw .fault(error) }
  }

  /// Up to where libyaml has told what stands there. Behind it brackets may be open that it has
  /// read and not given out: the last of a line may still become part of a key.
  var toldEnd: Int { max(lastTold, lastEnd) }

  func span(_ start: Int, _ end: Int) -> Span { Span(id, start, max(start, end)) }

  /// A file with more findings than this is broken in a way that more of them would not tell.
  private static var findingsAtMost: Int { 100 }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.all.count < Self.findingsAtMost { diagnostics.report(diagnostic) }
  }

  private func absent(at place: Int) -> YAMLNode {
    let here = span(place, place)
    let scalar = ScalarText(
      text: "", style: .plain, span: here, contentSpan: here, isAbsent: true)
    return YAMLNode(span: here, content: .scalar(scalar))
  }
}

// MARK: Nodes

extension YAMLTreeBuilder {
  /// Reads the node that an event opens.
  mutating func node(_ event: YAMLEvent, in position: Position) throws(YAMLStop) -> YAMLNode {
    if case .alias(let name) = event.kind { return try alias(name, event) }
    let start = skipProperties(of: event)
    if event.hasTag { report(.tag(at: tagSpan(event, upTo: start), in: YAMLLines(bytes: file))) }
    if let anchor = event.anchor { openAnchors.append(anchor) }
    let isTight = event.anchor != nil && reportTightAnchor(at: event.start)
    let before = weight.count
    let node = try content(event, start: start, in: position)
    if let anchor = event.anchor {
      openAnchors.removeLast()
      anchors[anchor] = Anchored(
        node: node, count: weight.count - before, height: weight.height)
    }
    return event.hasTag || isTight ? node.markedFaulty : node
  }

  private mutating func content(
    _ event: YAMLEvent, start: Int, in position: Position
  ) throws(YAMLStop) -> YAMLNode {
    switch event.kind {
    case .scalar(let text, let style):
      weight = (0, weight.count + 1)
      return scalar(text, style, start: start, end: event.end, in: position)
    case .sequenceStart(let isFlow):
      return try collection(at: start, isFlow: isFlow) { builder throws(YAMLStop) in
        try builder.sequence(isFlow: isFlow)
      }
    case .mappingStart(let isFlow):
      return try collection(at: start, isFlow: isFlow) { builder throws(YAMLStop) in
        try builder.mapping(isFlow: isFlow, start: start)
      }
    default:
      preconditionFailure("a node's event opens a node")
    }
  }

  /// What a collection's reader gives: its content, the end of its last part or of its bracket, and
  /// whether a fault of its own was reported.
  typealias Parts = (content: YAMLNode.Content, end: Int, isFaulty: Bool)

  private mutating func collection(
    at start: Int, isFlow: Bool,
    _ read: (inout YAMLTreeBuilder) throws(YAMLStop) -> Parts
  ) throws(YAMLStop) -> YAMLNode {
    guard depth < limits.depth else {
      report(.tooDeep(at: span(start, start + 1), limit: limits.depth))
      throw .reported
    }
    depth += 1
    let isBracket = isFlow && file[start].isOpener
    if isBracket { openBrackets.append(start) }
    if !isFlow { blockStarts.append(start) }
    let before = weight.count
    weight.height = 0
    let parts = try read(&self)
    if !isFlow { blockStarts.removeLast() }
    if isBracket { openBrackets.removeLast() }
    depth -= 1
    weight = (weight.height + 1, max(weight.count, before) + 1)
    return YAMLNode(
      span: span(start, parts.end), content: parts.content, isFlow: isFlow,
      isFaulty: parts.isFaulty)
  }

  /// A `?` before an item of a list makes a key of it; nobody means that but with a colon on the
  /// next line. Says whether it was told.
  private mutating func reportLongKey(
    at start: Int, isFlow: Bool, _ value: YAMLNode
  ) -> Bool {
    guard start < file.count, file[start] == UInt8(ascii: "?"), value.isAbsent else { return false }
    let lines = YAMLLines(bytes: file)
    guard isFlow || !lines.isAtTextStart(start) else { return false }
    let text = isFlow ? lines.valueInBrackets(from: start) : lines.text(from: start)
    report(.reservedStart(lines.string(text), at: span(text.lowerBound, text.upperBound)))
    return true
  }

  /// `{?a: 5}`: for YAML 1.2 the key `?a`, for libyaml `a`. Says whether it was told.
  private mutating func reportTightMark(before key: YAMLNode) -> Bool {
    let mark = Int(key.span.start) - 1
    guard mark >= 0, file[mark] == UInt8(ascii: "?"), !key.isAbsent else { return false }
    let text = YAMLLines(bytes: file).string(mark..<Int(key.span.end))
    report(.reservedStart(text, at: span(mark, Int(key.span.end))))
    return true
  }

  /// `&t:zh abc`: an anchor `t` and the rest of what was meant for a text. Says whether it was
  /// told.
  private mutating func reportTightAnchor(at start: Int) -> Bool {
    guard file[start] == UInt8(ascii: "&"),
      let end = file[(start + 1)...].firstIndex(where: { !$0.isAnchorByte }),
      !file[end].isBlankOrBreak, !file[end].isCloser, file[end] != UInt8(ascii: ",")
    else { return false }
    let lines = YAMLLines(bytes: file)
    let text = openBrackets.isEmpty ? lines.text(from: start) : lines.valueInBrackets(from: start)
    report(.reservedStart(lines.string(text), at: span(text.lowerBound, text.upperBound)))
    return true
  }

  private mutating func sequence(isFlow: Bool) throws(YAMLStop) -> Parts {
    var items: [YAMLNode] = []
    var height = 0
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        weight.height = height
        if isFlow { lastEnd = event.end }
        return (.sequence(items), lastEnd, false)
      }
      items.append(try node(event, in: .item(isFlow: isFlow)))
      height = max(height, weight.height)
    }
  }

  private mutating func mapping(isFlow: Bool, start: Int) throws(YAMLStop) -> Parts {
    var reader = MappingReader(isFlow: isFlow)
    var height = 0
    var keyStart = start
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        weight.height = height
        if isFlow, file[start] == UInt8(ascii: "{") { lastEnd = event.end }
        let isFaulty = finish(&reader)
        return (.mapping(reader.entries), lastEnd, isFaulty)
      }
      let key = try node(event, in: .key)
      let isTight = isFlow && reportTightMark(before: key)
      height = max(height, weight.height)
      let position: Position =
        isFlow ? .flowValue(key.asKey) : .blockValue(key.asKey)
      let value = try node(try next(), in: position)
      height = max(height, weight.height)
      if reportLongKey(at: keyStart, isFlow: isFlow, value) {
        reader.isFaulty = true
      } else if isTight {
        reader.isFaulty = true
      } else {
        add(key, value, to: &reader)
      }
      keyStart = file.count
    }
  }
}

extension YAMLNode {
  var markedFaulty: YAMLNode {
    YAMLNode(span: span, content: content, isFlow: isFlow, isFaulty: true)
  }

  /// The node's text as a key; an empty one for a collection, which is refused as a key.
  var asKey: ScalarText {
    scalar ?? ScalarText(text: "", style: .plain, span: span, contentSpan: span, isMapped: false)
  }
}

// MARK: Aliases and properties

extension YAMLTreeBuilder {
  private mutating func alias(_ name: String, _ event: YAMLEvent) throws(YAMLStop) -> YAMLNode {
    let place = span(event.start, event.end)
    lastEnd = event.end
    guard let anchored = anchors[name] else {
      report(
        openAnchors.contains(name)
          ? .aliasInsideItself(name, at: place) : .unknownAlias(name, at: place))
      weight = (0, weight.count + 1)
      return absent(at: event.start).markedFaulty
    }
    aliased += anchored.count
    guard aliased <= limits.aliasedNodes else {
      report(.tooManyAliases(at: place, limit: limits.aliasedNodes))
      throw .reported
    }
    guard depth + anchored.height <= limits.depth else {
      report(.tooDeep(at: place, limit: limits.depth))
      throw .reported
    }
    weight = (anchored.height, weight.count + anchored.count)
    return anchored.node
  }

  /// Where the node itself starts behind its anchor and tag.
  private func skipProperties(of event: YAMLEvent) -> Int {
    guard event.anchor != nil || event.hasTag else { return event.start }
    var offset = event.start
    while offset < file.count {
      switch file[offset] {
      case UInt8(ascii: "&"):
        repeat { offset += 1 } while offset < file.count && file[offset].isAnchorByte
      case UInt8(ascii: "!"):
        while offset < file.count, !file[offset].isBlankOrBreak, file[offset] != UInt8(ascii: ",") {
          offset += 1
        }
      case UInt8(ascii: "#"):
        while offset < file.count, !file.isBreak(at: offset) { offset += 1 }
      case let byte where byte.isBlankOrBreak:
        offset += 1
      default:
        return isCollection(event) ? offset : min(offset, event.end)
      }
      if !isCollection(event), offset >= event.end { return event.end }
    }
    return offset
  }

  private func isCollection(_ event: YAMLEvent) -> Bool {
    if case .scalar = event.kind { false } else { true }
  }

  private func tagSpan(_ event: YAMLEvent, upTo end: Int) -> Span {
    let start =
      file[event.start..<max(event.start, end)].firstIndex(of: UInt8(ascii: "!")) ?? event.start
    let rest = file[start...].dropFirst()
    let length = rest.prefix { !$0.isBlankOrBreak && $0 != UInt8(ascii: ",") }.count
    return span(start, start + 1 + length)
  }

  /// The column of the block collection that holds a block scalar, as libyaml counts; -1 at the
  /// root.
  var parentIndent: Int {
    guard let start = blockStarts.last else { return -1 }
    let lineStart = file[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? origin
    return file[lineStart..<start].count { $0 & 0xC0 != 0x80 }
  }
}

extension UInt8 {
  /// What libyaml takes into the name of an anchor.
  fileprivate var isAnchorByte: Bool {
    self < 0x80 && isWordByte || self == UInt8(ascii: "-")
  }
}
