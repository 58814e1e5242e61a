package import SourceText

/// The forms of mediation as written (docs/mediation.md). They are turned into the core sections of
/// `RulebookTree` before names are resolved.
package struct MediationTree: Sendable {
  package var settings: [SettingTree] = []
  package var parties: PartiesTree?
  /// Nil if there is no section.
  package var organs: [NamedTree]?
  package var screen: ScreenTree?
  package var consents: [ConsentTree] = []
  package var rights: [RightTree] = []
  package var slots: [SlotTree] = []
  package var fills: [FillTree] = []
  package var ladder: LadderTree?
  package var scripts: [ScriptTree] = []
  package var scales: [ScaleTree] = []
  package var measures: [MeasureTree] = []

  package init() {}
}

/// An entry of `settings`: a declaration, or in its short form the value alone.
package struct SettingTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var value: ScalarText?
  /// The value that the rulebook which declares the setting gave it, where a later one set another.
  package var declaredValue: ScalarText?
  package var type: TypeTree?
  package var minimum: ScalarText?
  package var maximum: ScalarText?
  /// `any | shorter | longer | sealed`, any if left out.
  package var local: Located<String>?
  /// Whether only the value was written (`NAME: 30 days`).
  package var isValueAlone = false
  package var basis: [Located<String>] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// `parties: {sides, more, each}`.
package struct PartiesTree: Sendable {
  package var sides: [NamedTree] = []
  package var isOpen = false
  package var each: [(name: Located<String>, type: TypeTree)] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// `screen: {red_lines, checklist, acts}`.
package struct ScreenTree: Sendable {
  package var lines: [RedLineTree] = []
  package var checklist: TitleTree?
  /// By the word of the act: where it leads.
  package var acts: [(act: Located<String>, transition: TransitionTree)] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// An entry of `red_lines`.
package struct RedLineTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var condition: ScalarText?
  package var act: Located<String>?
  package var tell: [Located<String>] = []
  package var within: ScalarText?
  package var basis: [Located<String>] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `consents`.
package struct ConsentTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var question: TitleTree?
  /// Sides, or the one word `every party`.
  package var of: [Located<String>] = []
  package var before: [Located<String>] = []
  /// `again: escalation`.
  package var again: Located<String>?
  package var basis: [Located<String>] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `rights`.
package struct RightTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  /// Roles, or the one word `any party`.
  package var by: [Located<String>] = []
  /// States or slots.
  package var during: [Located<String>] = []
  package var targets: [Located<String>] = []
  package var actions: [ActionTree] = []
  package var basis: [Located<String>] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `slots`.
package struct SlotTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  /// Its outcomes.
  package var gives: [NamedTree] = []
  package var reserved: [Located<String>] = []
  package var needs: [Located<String>] = []
  package var standard: Located<String>?
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `fill`: states, a script, or a ladder with a script.
package struct FillTree: Sendable {
  package var slot: Located<String>
  package var initial: TransitionTree?
  package var states: [StateTree] = []
  package var hasLadder = false
  /// A script's name, or an expression of type `script`.
  package var script: ScalarText?
  /// `on_escalation: restart | continue`.
  package var onEscalation: Located<String>?
  package var span: Span

  package init(slot: Located<String>, span: Span) {
    self.slot = slot
    self.span = span
  }
}

/// `ladder: {levels, start, escalate}`.
package struct LadderTree: Sendable {
  package var levels: [LevelTree] = []
  package var start: ScalarText?
  package var escalations: [EscalationTree] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// An item of `levels`, lowest first.
package struct LevelTree: Sendable {
  package var id: Located<String>
  package var title: TitleTree?
  package var seats: [Located<String>] = []
  package var within: ScalarText?
  package var next: [Located<String>] = []
  package var choose: Located<String>?
  package var basis: [Located<String>] = []
  package var span: Span

  package init(id: Located<String>, span: Span) {
    self.id = id
    self.span = span
  }
}

/// An item of `escalate`.
package struct EscalationTree: Sendable {
  /// What makes a case move up.
  package enum Trigger: Sendable {
    case when(ScalarText)
    case overdue(Span)
    case on([Located<String>])
  }

  package var triggers: [Trigger] = []
  package var basis: [Located<String>] = []
  package var span: Span

  package init(span: Span) {
    self.span = span
  }
}

/// An entry of `scripts`.
package struct ScriptTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var invite: [Located<String>] = []
  package var initial: TransitionTree?
  package var steps: [StateTree] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `scales`: an abstract one, or what maps onto one.
package struct ScaleTree: Sendable {
  /// A word, and of a mapping scale what it stands for.
  package struct Word: Sendable {
    package var name: Located<String>
    package var title: TitleTree?
    package var standsFor: Located<String>?

    package init(name: Located<String>) {
      self.name = name
    }
  }

  package var name: Located<String>
  package var title: TitleTree?
  package var question: TitleTree?
  package var of: Located<String>?
  package var words: [Word] = []
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}

/// An entry of `measures`.
package struct MeasureTree: Sendable {
  package var name: Located<String>
  package var title: TitleTree?
  package var count: ScalarText?
  package var sum: ScalarText?
  package var of: ScalarText?
  /// `by: month | year`.
  package var by: Located<String>?
  package var span: Span

  package init(name: Located<String>, span: Span) {
    self.name = name
    self.span = span
  }
}
