internal import Model
internal import SourceText

/// A stretch of bytes.
struct ByteSpan {
  var start: Int
  var count: Int
}

/// What results are written from, in the words of `ResultText`: pieces of one text.
struct ResultTexts {
  private(set) var bytes: [UInt8] = []
  private(set) var head = ByteSpan(start: 0, count: 0)
  private(set) var noID = ByteSpan(start: 0, count: 0)
  private(set) var noState = ByteSpan(start: 0, count: 0)
  private(set) var behindStates = ByteSpan(start: 0, count: 0)
  private(set) var end = ByteSpan(start: 0, count: 0)
  /// By state: its path as JSON behind `"state":[`; behind a comma; alone, up to the decisions.
  private(set) var firstStates: [ByteSpan] = []
  private(set) var laterStates: [ByteSpan] = []
  private(set) var onlyStates: [ByteSpan] = []
  /// By decision, behind one another: by row, then otherwise: `"name":value`.
  private(set) var results: [ByteSpan] = []
  private(set) var resultsByDecision: [Range<Int>] = []

  init(_ plan: FastPlan) {
    head = add("{\"id\":")
    noID = add("null")
    noState = add(",\"state\":[")
    behindStates = add("],\"decisions\":{")
    end = add("}}\n")
    for state in plan.program.chart?.states.elements ?? [] {
      let path = JSONText.string(state.path).text()
      firstStates.append(add(",\"state\":[\(path)"))
      laterStates.append(add(",\(path)"))
      onlyStates.append(add(",\"state\":[\(path)],\"decisions\":{"))
    }
    for (place, decision) in plan.decisions.enumerated() {
      let name = JSONText.string(plan.program.decisions.elements[place].name).text()
      let start = results.count
      for value in decision.texts {
        let shown = String(decoding: value, as: UTF8.self)
        results.append(add("\(place == 0 ? "" : ",")\(name):\(shown)"))
      }
      resultsByDecision.append(start..<results.count)
    }
  }

  private mutating func add(_ words: String) -> ByteSpan {
    defer { bytes += Array(words.utf8) }
    return ByteSpan(start: bytes.count, count: words.utf8.count)
  }
}
