/// A state machine in the words of the recommendation (W3C SCXML 3). Nodes are numbered in document
/// order; 0 is the `<scxml>` element.
struct Machine {
  enum Tag: String {
    case scxml
    case state
    case parallel
    case final
    case history
    case deepHistory = "history type=deep"
  }

  struct Node {
    var tag: Tag
    var parent: Int?
    var children: [Int] = []
    /// Target and content of `<initial>`, or of a history's transition.
    var initial: [Int] = []
    var initialContent: [Content] = []
    var onentry: [Content] = []
    var onexit: [Content] = []
    var transitions: [Arc] = []
    /// What a final's done event carries.
    var doneData: Operand = .constant(0)
  }

  /// A `<transition>`.
  struct Arc {
    /// Counted in document order.
    var number = 0
    /// Event descriptors; none for an eventless one.
    var event: [String] = []
    var cond: Cond?
    var target: [Int] = []
    var isInternal = false
    var content: [Content] = []
  }

  /// Executable content.
  indirect enum Content {
    case assign(Int, Operand)
    case raise(String, Operand)
    case choose(Cond, [Content], [Content])
  }

  enum Operand {
    case constant(Int)
    case variable(Int)
    /// `_event.data`
    case data
  }

  indirect enum Cond {
    case isIn(Int)
    case equals(Operand, Int)
    case not(Cond)
  }

  var nodes: [Node]
  var variableCount = 0

  /// SCXML 3.12.1: a descriptor matches an event whose name begins with its tokens.
  static func matches(_ descriptor: String, _ name: String) -> Bool {
    if descriptor == "*" { return true }
    let wanted = descriptor.hasSuffix(".*") ? String(descriptor.dropLast(2)) : descriptor
    let tokens = wanted.split(separator: ".")
    return name.split(separator: ".").starts(with: tokens)
  }
}

extension Machine: CustomStringConvertible {
  var description: String { lines(of: 0, "").joined(separator: "\n") }

  private func lines(of number: Int, _ indent: String) -> [String] {
    let node = nodes[number]
    var head = "\(indent)\(number) \(node.tag.rawValue)"
    if !node.initial.isEmpty { head += " -> \(node.initial)\(text(node.initialContent))" }
    if !node.onentry.isEmpty { head += " onentry\(text(node.onentry))" }
    if !node.onexit.isEmpty { head += " onexit\(text(node.onexit))" }
    if node.tag == .final { head += " donedata \(text(node.doneData))" }
    var lines = [head]
    for arc in node.transitions {
      let event = arc.event.isEmpty ? "eventless" : arc.event.joined(separator: " ")
      let cond = arc.cond.map { " if \(text($0))" } ?? ""
      let kind = arc.isInternal ? " internal" : ""
      lines.append(
        "\(indent)  t\(arc.number) \(event)\(cond) -> \(arc.target)\(kind)\(text(arc.content))")
    }
    return lines + node.children.flatMap { self.lines(of: $0, indent + "  ") }
  }

  private func text(_ content: [Content]) -> String {
    content.isEmpty ? "" : " {" + content.map(text).joined(separator: "; ") + "}"
  }

  private func text(_ content: Content) -> String {
    switch content {
    case .assign(let variable, let value): "x\(variable) = \(text(value))"
    case .raise(let event, let value): "raise \(event)(\(text(value)))"
    case .choose(let cond, let first, let second):
      "if \(text(cond))\(text(first)) else\(text(second))"
    }
  }

  private func text(_ operand: Operand) -> String {
    switch operand {
    case .constant(let value): "\(value)"
    case .variable(let variable): "x\(variable)"
    case .data: "data"
    }
  }

  private func text(_ cond: Cond) -> String {
    switch cond {
    case .isIn(let state): "In(\(state))"
    case .equals(let operand, let value): "\(text(operand)) == \(value)"
    case .not(let cond): "!(\(text(cond)))"
    }
  }
}
