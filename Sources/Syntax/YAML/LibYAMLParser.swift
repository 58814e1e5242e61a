import CYAML

/// One step of a YAML file as libyaml sees it, in byte offsets of the file.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, ScalarStyle)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  var kind: Kind
  /// The anchor before the node, without `&`.
  var anchor: String?
  var hasTag = false
  /// Where the node's properties or, if it has none, the node starts.
  var start: Int
  /// Where libyaml thinks it ends; for block collections and block scalars that is too far.
  var end: Int

  /// Whether it is a bracket that opens.
  var opensBracket: Bool {
    switch kind {
    case .sequenceStart(let isFlow), .mappingStart(let isFlow): isFlow
    default: false
    }
  }
}

/// Where and why libyaml gave up.
struct LibYAMLFault: Error {
  /// libyaml's own name of the fault; never shown, only told apart.
  var problem: String
  /// What it was reading then.
  var context: String
  /// The place of the fault.
  var place: Int
  /// Where the thing that was being read began.
  var contextPlace: Int
}

/// Owner of one libyaml parser and of the bytes that it reads.
///
/// The parser keeps a pointer into itself, so it lives on the heap and is never moved.
@safe
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let offsets: ScalarOffsets

  /// A parser over well-formed UTF-8; `origin` is where the text starts after a byte-order mark.
  init(_ bytes: [UInt8], from origin: Int) {
    offsets = ScalarOffsets(bytes, from: origin)
    unsafe input = UnsafeMutableBufferPointer.allocate(capacity: bytes.count - origin)
    _ = unsafe input.initialize(from: bytes[origin...])
    for pair in SurrogatePairs(bytes, from: origin).starts {
      for (index, byte) in SurrogatePairs.standIn.enumerated() {
        unsafe input[pair - origin + index] = byte
      }
    }
    unsafe parser = UnsafeMutablePointer.allocate(capacity: 1)
    let isReady = unsafe yaml_parser_initialize(parser)
    precondition(isReady == 1, "libyaml has memory for a parser")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the end of the stream or a fault there is none to ask for.
  mutating func next() throws(LibYAMLFault) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe translate(event)
  }

  private var fault: LibYAMLFault {
    let place = unsafe offset(of: parser.pointee.problem_mark)
    let hasContext = unsafe parser.pointee.context != nil
    return unsafe LibYAMLFault(
      problem: text(parser.pointee.problem), context: text(parser.pointee.context), place: place,
      contextPlace: hasContext ? offset(of: parser.pointee.context_mark) : place)
  }

  private func translate(_ event: yaml_event_t) -> YAMLEvent {
    var result = unsafe YAMLEvent(
      kind: .streamStart, start: offset(of: event.start_mark), end: offset(of: event.end_mark))
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      result.kind = unsafe .alias(text(event.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      result.kind = unsafe .scalar(text(scalar.value, scalar.length), style(scalar.style))
      unsafe result.setProperties(anchor: scalar.anchor, tag: scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      result.kind = unsafe .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
      unsafe result.setProperties(anchor: start.anchor, tag: start.tag)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      result.kind = unsafe .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
      unsafe result.setProperties(anchor: start.anchor, tag: start.tag)
    default: break
    }
    return result
  }

  private func offset(of mark: yaml_mark_t) -> Int {
    offsets.byteOffset(ofScalar: Int(mark.index))
  }

  private func style(_ style: yaml_scalar_style_t) -> ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}

extension YAMLEvent {
  fileprivate mutating func setProperties(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) {
    self.anchor = unsafe anchor.map { unsafe String(cString: $0) }
    hasTag = unsafe tag != nil
  }
}

private func text(_ value: UnsafeMutablePointer<UInt8>?, _ length: Int) -> String {
  unsafe String(decoding: UnsafeBufferPointer(start: value, count: length), as: UTF8.self)
}

private func text(_ value: UnsafePointer<CChar>?) -> String {
  unsafe value.map { unsafe String(cString: $0) } ?? ""
}

private func text(_ value: UnsafeMutablePointer<UInt8>?) -> String {
  unsafe value.map { unsafe String(cString: $0) } ?? ""
}
