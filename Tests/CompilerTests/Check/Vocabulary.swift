import Compiler
import Model
import SourceText
import Syntax

/// A scope made of a few lines of text, and what the checker makes of expressions in it.
struct Vocabulary {
  var scope = Scope()
  private(set) var facts = Arena<Fact>()
  private(set) var variables = Arena<Variable>()
  private var decisions = 0

  /// Lines such as `fact 金额: money or null`, `type 难易: 简单, 一般` (`ordered` likewise), `state 办理.调解`,
  /// `event amount: money`; between lines, a line break or a semicolon.
  init(_ text: String) {
    var payload: [Event.Field] = []
    scope.states.add("", parent: nil)
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let (name, rest) = Self.halves(parts[1])
      switch parts[0] {
      case "type", "ordered": addType(name, rest, isOrdered: parts[0] == "ordered")
      case "fact":
        let type = type(rest, name)
        let fact = Fact(
          name: name, title: Bilingual(name), type: type ?? .nothing, minimum: nil, maximum: nil,
          question: nil, isFixed: false, span: Self.nowhere)
        scope.add(name, .fact(facts.add(fact)), type: type, at: Self.nowhere)
      case "variable":
        let type = type(rest, name)
        let variable = Variable(
          name: name, title: Bilingual(name), type: type ?? .nothing, start: .null,
          span: Self.nowhere)
        scope.add(name, .variable(variables.add(variable)), type: type, at: Self.nowhere)
      case "decision":
        scope.add(name, .decision(ID(decisions)), type: type(rest, name), at: Self.nowhere)
        decisions += 1
      case "event":
        payload.append(
          Event.Field(
            name: name, type: type(rest, name) ?? .nothing, title: Bilingual(name),
            span: Self.nowhere))
      case "state": addState(name.split(separator: ".").map(String.init))
      default: preconditionFailure("no such line: \(line)")
      }
    }
    guard !payload.isEmpty else { return }
    scope.payload = Payload(
      of: [
        Event(
          name: "pay", title: Bilingual("pay"), origin: .external, roles: [], payload: payload,
          span: Self.nowhere)
      ])
  }

  static let nowhere = Span(SourceID(0), 0, 0)

  private static func halves(_ text: String) -> (String, String) {
    let parts = text.split(separator: ":", maxSplits: 1).map {
      String($0.drop { $0 == " " })
    }
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }

  private mutating func addType(_ name: String, _ words: String, isOrdered: Bool) {
    scope.add(
      Enumeration(
        name: name, title: Bilingual(name), words: Self.words(words), isOrdered: isOrdered,
        span: Self.nowhere))
  }

  private static func words(_ text: String) -> [Enumeration.Word] {
    text.split(separator: ",").map {
      let word = $0.filter { $0 != " " }
      return Enumeration.Word(name: word, title: Bilingual(word))
    }
  }

  /// A type's text, or `{a: money, b: text}`.
  private mutating func type(_ text: String, _ owner: String) -> ValueType? {
    let owner = Located(owner, at: Self.nowhere)
    var tree = TypeTree.named(.verbatim(text))
    for (prefix, isList) in [("{", false), ("list of {", true)] where text.hasPrefix(prefix) {
      let fields = text.dropFirst(prefix.count).dropLast().split(separator: ",").map { field in
        let (name, type) = Self.halves(field.trimmingPrefix(" ").description)
        return (name: Located(name, at: Self.nowhere), type: TypeTree.named(.verbatim(type)))
      }
      let record = TypeTree.record(fields, Self.nowhere)
      tree = isList ? .list([record], Self.nowhere) : record
    }
    var diagnostics = Diagnostics()
    let type = scope.type(tree, owner: owner, into: &diagnostics)
    precondition(diagnostics.all.isEmpty, "the vocabulary's types are there: \(text)")
    return type
  }

  private mutating func addState(_ path: [String]) {
    var parent = ID<State>(0)
    for (place, name) in path.enumerated() {
      if case .state(let known) = scope.states.resolve(Array(path[...place])) {
        parent = known
      } else {
        parent = scope.states.add(name, parent: parent)
      }
    }
  }
}
