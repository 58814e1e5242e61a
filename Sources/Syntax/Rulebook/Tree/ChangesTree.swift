package import SourceText

/// What a rulebook changes of the one that it extends: `add`, `replace`, `remove` (docs/layers.md).
package struct ChangesTree: Sendable {
  /// `add: {DECISION: {rules | table}}`: rows that stand behind those of the base.
  package var additions: [AdditionTree] = []
  /// `replace`: things that stand in the place of the base's of the same name.
  package var replacements = ReplacementsTree()
  /// `remove`: names of the base's things that are to be no more.
  package var removals = RemovalsTree()

  package init() {}
}

/// An entry of `add`.
package struct AdditionTree: Sendable {
  /// The base's decision.
  package var decision: Located<String>
  package var rows: RowsTree?

  package init(decision: Located<String>) {
    self.decision = decision
  }
}

/// The sections of `replace`.
package struct ReplacementsTree: Sendable {
  package var decisions: [DecisionTree] = []
  package var documents: [DocumentTree] = []
  package var scripts: [ScriptTree] = []
  package var measures: [MeasureTree] = []
  package var ladder: LadderTree?

  package init() {}
}

/// The sections of `remove`.
package struct RemovalsTree: Sendable {
  package var decisions: [Located<String>] = []
  package var documents: [Located<String>] = []
  package var scripts: [Located<String>] = []
  package var measures: [Located<String>] = []

  package init() {}
}
