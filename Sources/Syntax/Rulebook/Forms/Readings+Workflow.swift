import SourceText

// The positions of a workflow that no other place has.
extension Reading where Value == [Located<String>] {
  /// The one target of a transition that is written as its name alone.
  static var target: Reading {
    Reading<Located<String>>.name.map { [$0] }
  }

  /// `accept`, `a | b`, `error.*`, `"*"`, `otherwise`.
  static var patterns: Reading {
    Reading(.pattern) { slot, diagnostics in
      guard let scalar = slot.scalar(.pattern, into: &diagnostics) else { return nil }
      return scalar.parts(at: UInt8(ascii: "|")).compactMap {
        readPattern(scalar, $0, into: &diagnostics)
      }
    }
  }
}

extension Reading where Value == [TransitionTree] {
  /// `TARGET`, `{to, when, do}`, or a list of such: candidates in order.
  static var transitions: Reading { candidates(.form(Forms.transition)) }

  /// The same behind `always`.
  static var eventless: Reading { candidates(.form(Forms.eventless)) }

  private static func candidates(_ one: Reading<TransitionTree>) -> Reading {
    let candidates = Reading.oneOrMore(one)
    return Reading(candidates.shape) { slot, diagnostics in
      let names = slot.node.sequence?.compactMap(\.scalar) ?? []
      if names.count > 1, names.count == slot.node.sequence?.count {
        diagnostics.report(.bareCandidates(slot, names))
      }
      return candidates.read(slot, &diagnostics)
    }
  }
}

extension Reading where Value == [HandlerTree] {
  /// `{EVENT: transitions}` or `[{event, to, when, do}]`, both in the order of the file.
  static var handlers: Reading {
    let map = Reading.entries(by: .patterns, of: .transitions) {
      HandlerTree(patterns: $0, transitions: $1)
    }
    let list = Reading<[Forms.Handler]>.list(of: .form(Forms.handler)).map { handlers in
      handlers.map { HandlerTree(patterns: $0.patterns, transitions: [$0.transition]) }
    }
    return Reading(.either([map.shape, list.shape])) { slot, diagnostics in
      guard slot.node.mapping != nil || slot.node.sequence != nil else {
        slot.refuse(map.shape, into: &diagnostics)
        return nil
      }
      let handlers = (slot.node.mapping == nil ? list : map).read(slot, &diagnostics)
      checkOtherwise(handlers ?? [], into: &diagnostics)
      return handlers
    }
  }
}

extension Reading where Value == [AfterTree] {
  /// `{TERM: transitions}` or `[{length | is, to, when, do}]`.
  static var afters: Reading {
    let map = Reading<[(term: YAMLEntry, transitions: [TransitionTree])]>.byTerm
    let list = Reading<[Forms.Timer]>.list(of: .form(Forms.timer))
    return Reading(.either([map.shape, list.shape])) { slot, diagnostics in
      if slot.node.mapping != nil {
        return map.read(slot, &diagnostics)?.map {
          AfterTree(length: .term($0.term.key), transitions: $0.transitions, span: $0.term.span)
        }
      }
      guard slot.node.sequence != nil else {
        slot.refuse(map.shape, into: &diagnostics)
        return nil
      }
      return list.read(slot, &diagnostics)?.compactMap { timer in
        timer.length.map {
          AfterTree(length: $0, transitions: [timer.transition], span: timer.transition.span)
        }
      }
    }
  }
}

extension Reading where Value == [(term: YAMLEntry, transitions: [TransitionTree])] {
  fileprivate static var byTerm: Reading {
    let transitions = Reading<[TransitionTree]>.transitions
    return Reading(.entries(by: .term, of: transitions.shape)) { slot, diagnostics in
      slot.node.mapping?.compactMap { entry in
        transitions.read(Slot(entry), &diagnostics).map { (term: entry, transitions: $0) }
      }
    }
  }
}

/// One event pattern: names joined by dots, the last of which may be `*`.
private func readPattern(
  _ scalar: ScalarText, _ range: Range<Int>, into diagnostics: inout Diagnostics
) -> Located<String>? {
  let pattern = scalar.located(range)
  if pattern.value == "*" || pattern.value == "otherwise" { return pattern }
  var name = scalar
  if pattern.value.hasSuffix(".*") {
    name = scalar.slice(range.lowerBound..<range.upperBound - 2)
  } else if range != 0..<scalar.text.utf8.count {
    name = scalar.slice(range)
  }
  guard let read = readName(name, isPath: true, into: &diagnostics) else { return nil }
  return Located(pattern.value.hasSuffix(".*") ? read.value + ".*" : read.value, at: pattern.span)
}

/// `otherwise` takes what nothing before it took, so nothing can come behind it.
private func checkOtherwise(_ handlers: [HandlerTree], into diagnostics: inout Diagnostics) {
  let index = handlers.firstIndex { $0.patterns.contains { $0.value == "otherwise" } }
  guard let index,
    let otherwise = handlers[index].patterns.first(where: { $0.value == "otherwise" })
  else { return }
  if let next = handlers[(index + 1)...].flatMap(\.patterns).first(where: {
    $0.value != "otherwise"
  }) {
    diagnostics.report(.otherwiseNotLast(otherwise, next: next))
  } else if handlers[index].patterns.count > 1 {
    diagnostics.report(.otherwiseWithOthers(otherwise))
  }
}
