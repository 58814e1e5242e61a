internal import SourceText
package import Store

/// A step that was taken back, and what becomes of what it had left to be done in the world.
package struct Undone: Sendable {
  /// The case without it.
  package var fold: CaseFold
  /// The step.
  package var line: CaseFold.Line
  /// Notices and tasks that nobody has been told of, and nobody will be.
  package var withdrawn: [OutboxItem]
  /// Those that went out, or may have: a correction follows them.
  package var sent: [OutboxItem]
}

extension OutboxItem {
  /// Not to be carried out, or else corrected.
  func withdrawn(for reason: String) -> WithdrawnEffect {
    WithdrawnEffect(key: key, correction: correction(reason: reason))
  }

  /// Tells whoever got it that it does not hold: kind `correction`, with the key that it had.
  private func correction(reason: String) -> Effect {
    let text = String(decoding: effect.payload, as: UTF8.self)
    let payload = JSONText.object([
      .init("corrects", .string(key.description)), .init("kind", .string(effect.kind)),
      .init("reason", .string(reason)),
      .init("taken_back", JSONValue(reading: text)?.json ?? .null),
    ])
    return Effect(kind: "correction", payload: Array(payload.text().utf8))
  }

  /// To whom it goes, by the names of roles and organs.
  package var recipients: [String] {
    JSONValue(reading: String(decoding: effect.payload, as: UTF8.self))?["to"]?.items?
      .compactMap(\.text) ?? []
  }

  /// What it says, in Chinese where it is said in both.
  package var words: String {
    let payload = JSONValue(reading: String(decoding: effect.payload, as: UTF8.self))
    return payload?["title"]?.text ?? payload?["text_zh"]?.text ?? payload?["text"]?.text ?? ""
  }
}
