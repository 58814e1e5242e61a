internal import Batch
internal import SourceText

// The shape is part of the tool's contract (docs/impact.md).
extension ImpactReport {
  var json: JSONText {
    .object(
      [
        .init("cases", .integer(tally.comparedCount)),
        .init("changed", .integer(tally.changedCount)),
        .init("unfit", .integer(tally.newMisfitCount)),
        .init("onlyNew", .integer(tally.oldMisfitCount)),
        .init("unread", .integer(tally.unreadCount)),
        .init("share", .string(share(tally.affectedCount))),
        .init("overLimit", .bool(isOverLimit)), .init("matrix", .array(aspects.map(matrix))),
        .init("groups", .array(run.groups.indices.map(group))),
        .init("misfits", .array(tally.sortedMisfits.map(misfitJSON))),
      ] + uncompared)
  }

  /// Of cases of a store.
  private var uncompared: [JSONText.Member] {
    guard run.secrets != nil else { return [] }
    return [.init("uncompared", .array(run.uncomparedDecisions.map(JSONText.string)))]
  }

  private func name(_ aspect: ImpactAspect) -> String {
    switch aspect {
    case .state: "state"
    case .firstLevel: "firstLevel"
    case .level: "level"
    case .script: "script"
    case .deadline: "deadline"
    case .due: "due"
    case .decision(let name), .frozen(let name): name
    }
  }

  private func matrix(_ aspect: ImpactAspect) -> JSONText {
    func word(_ word: String) -> JSONText {
      if word.isEmpty { return .null }
      if aspect.isInDays, let days = Int(word) { return .integer(days) }
      return .string(word)
    }
    // A decision may bear the name of something else.
    let isFrozen = if case .frozen = aspect { true } else { false }
    return .object([
      .init(isFrozen ? "frozen" : "of", .string(name(aspect))),
      .init(
        "cells",
        .array(
          tally.cells(of: aspect).map { cell, count in
            var members: [JSONText.Member] = [
              .init("old", word(cell.old)), .init("new", word(cell.new)),
              .init("count", .integer(count)),
            ]
            if let example = tally.examples[cell] {
              members.append(.init("example", json(of: example)))
            }
            return .object(members)
          })),
    ])
  }

  private func json(of example: ImpactTally.Example) -> JSONText {
    .object([
      .init("id", .string(example.id)), .init("line", .integer(example.number)),
      .init("entry", .integer(example.divergence.entry)),
      .init("event", example.divergence.event.map(JSONText.string) ?? .null),
      .init("old", .string(reason(example.divergence.old, old))),
      .init("new", .string(reason(example.divergence.new, new))),
    ])
  }

  private func group(_ index: Int) -> JSONText {
    .object([
      .init("by", .string(run.groups[index])),
      .init(
        "values",
        .array(
          tally.shares(of: index).map { value, share in
            .object([
              .init("value", value.map(JSONText.string) ?? .null),
              .init("cases", .integer(share.cases)), .init("changed", .integer(share.changed)),
            ])
          })),
    ])
  }

  private func misfitJSON(
    _ one: ImpactTally.Misfit, _ count: ImpactTally.MisfitCount
  ) -> JSONText {
    let version =
      switch one.version {
      case .new: "new"
      case .old: "old"
      case .both: "both"
      }
    return .object([
      .init("version", .string(version)), .init("code", .string(one.code)),
      .init("at", .string(one.place)), .init("count", .integer(count.count)),
      .init("id", .string(count.id)), .init("line", .integer(count.number)),
      .init("message", .string(count.message.text(in: console.language))),
    ])
  }
}
