package import SourceText

/// One thing to do on a transition, entry or exit, in written order.
package struct Action: Hashable, Sendable, Codable {
  /// What the action does.
  package indirect enum Kind: Hashable, Sendable, Codable {
    /// `set`: all right sides are read before any target changes.
    case set([Assignment])
    /// Freeze a decision's result.
    case decide(ID<Decision>)
    /// Put an internal event at the end of the queue.
    case raise(ID<Event>, [Expression])
    case send(Send)
    /// Cancel all pending sends of this id.
    case cancel(String)
    case task(TaskOrder)
    case notify(Notice)
    case inform(Notice)
    case draft(ID<Document>)
    /// The first branch whose condition holds; a branch without condition is the last.
    case choose([Branch])
  }

  /// One `name: value` of a `set`.
  package struct Assignment: Hashable, Sendable, Codable {
    /// What is given a new value.
    package enum Target: Hashable, Sendable, Codable {
      case fact(ID<Fact>)
      case variable(ID<Variable>)
    }

    package var target: Target
    package var value: Expression

    package init(target: Target, value: Expression) {
      self.target = target
      self.value = value
    }
  }

  /// A delayed or immediate event to the case itself.
  package struct Send: Hashable, Sendable, Codable {
    package var event: ID<Event>
    /// One per payload field of the event.
    package var payload: [Expression]
    package var delay: Delay?
    package var id: String?

    package init(event: ID<Event>, payload: [Expression], delay: Delay?, id: String?) {
      self.event = event
      self.payload = payload
      self.delay = delay
      self.id = id
    }
  }

  /// Something somebody has to do, watched until its event comes.
  package struct TaskOrder: Hashable, Sendable, Codable {
    package var id: String
    package var title: Bilingual
    package var to: [String]
    package var within: Term?
    /// The event that shows the task done.
    package var doneBy: ID<Event>?
    /// Raised when the term runs out first.
    package var overdue: ID<Event>?

    package init(
      id: String, title: Bilingual, to: [String], within: Term?, doneBy: ID<Event>?,
      overdue: ID<Event>?
    ) {
      self.id = id
      self.title = title
      self.to = to
      self.within = within
      self.doneBy = doneBy
      self.overdue = overdue
    }
  }

  /// A message: `notify` goes to the named organs or roles, `inform` to the parties.
  package struct Notice: Hashable, Sendable, Codable {
    package var to: [String]
    package var text: Message
    /// How soon it must have reached them; nil where nothing says so.
    package var within: Term?

    package init(to: [String], text: Message, within: Term? = nil) {
      self.to = to
      self.text = text
      self.within = within
    }
  }

  /// A notice's words: fixed, or computed (`{is: EXPR}`, a text).
  package enum Message: Hashable, Sendable, Codable {
    case fixed(Bilingual)
    case computed(Expression)
  }

  /// One way of a `choose`; the one without a condition is taken when no other is.
  package struct Branch: Hashable, Sendable, Codable {
    package var condition: Expression?
    package var actions: [Action]

    package init(condition: Expression?, actions: [Action]) {
      self.condition = condition
      self.actions = actions
    }
  }

  package var kind: Kind
  package var basis: [Basis]
  /// Secrets that it may tell all the same.
  package var declassified: [Declassification] = []
  package var span: Span

  package init(_ kind: Kind, basis: [Basis], span: Span) {
    self.kind = kind
    self.basis = basis
    self.span = span
  }
}
