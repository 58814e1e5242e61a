import Model
import SourceText
import Syntax

// The outline of the workflow: which states there are and how they nest, before anything that leads
// from one to another is read.
extension Lowering {
  /// Lays out all states in document order and makes their names known.
  mutating func outlineStates() {
    guard let root = tree.workflow else { return }
    outline(root, in: nil)
    for id in states.ids.dropFirst() { states[id].path = scope.states.path(of: id) }
    checkStateNames()
  }

  private mutating func outline(_ tree: StateTree, in parent: ID<State>?) {
    let name = tree.name ?? Located("", at: tree.span)
    let id = states.add(
      State(
        name: name.value, path: "", title: title(tree.title, name), kind: kind(of: tree),
        parent: parent, span: name.span))
    states[id].part = tree.part.map(State.Part.init)
    stateTrees.append(tree)
    scope.states.add(name.value, parent: parent)
    if let parent { states[parent].children.append(id) }
    checkKind(id, tree)
    for child in tree.states { outline(child, in: id) }
  }

  private func kind(of tree: StateTree) -> State.Kind {
    switch tree.type?.value {
    case "final": return .final
    case "history": return tree.depth?.value == "deep" ? .deepHistory : .shallowHistory
    default: break
    }
    if tree.isParallel { return .parallel }
    let holdsStates = !tree.states.isEmpty || tree.type?.value == "compound" || tree.name == nil
    return holdsStates ? .compound : .atomic
  }

  /// What the shape of one state alone does not tell the decoder.
  private mutating func checkKind(_ id: ID<State>, _ tree: StateTree) {
    let state = states[id]
    if state.kind == .final, let parent = state.parent, states[parent].kind == .parallel {
      diagnostics.report(.misplacedFinal(state))
    }
    let isAllHistory = tree.states.allSatisfy { $0.type?.value == "history" }
    if isAllHistory, !tree.states.isEmpty, tree.name != nil {
      diagnostics.report(.stateWithoutStates(state))
    }
  }

  /// States that look alike confuse wherever they stand; one name in two places is fine.
  private mutating func checkStateNames() {
    var names = DeclaredNames()
    for state in states.elements where state.parent != nil {
      names.declare(Located(state.name, at: state.span), as: .state, into: &diagnostics)
    }
  }
}

// Names of states, where other parts refer to them.
extension Lowering {
  /// The state that a name or path means from some place; a finding where none or several answer.
  mutating func state(_ name: Located<String>, from place: ID<State>?) -> ID<State>? {
    let path = name.value.split(separator: ".").map(String.init)
    switch scope.states.resolve(path, from: place) {
    case .state(let id): return id
    case .unknown:
      diagnostics.report(.undeclared(.state, name.value, among: statePaths, at: name.span))
    case .ambiguous(let candidates):
      diagnostics.report(.ambiguousState(name, candidates))
    }
    return nil
  }

  /// How each state can be named without doubt, and by its bare name.
  var statePaths: [String] {
    states.elements.dropFirst().flatMap { $0.path == $0.name ? [$0.name] : [$0.path, $0.name] }
  }
}

extension Diagnostic {
  /// A state's name that several states answer to.
  static func ambiguousState(_ name: Located<String>, _ candidates: [String]) -> Diagnostic {
    let listed = candidates.map { "`\($0)`" }
    return Diagnostic(
      .ambiguousState,
      Bilingual(
        en: "`\(name.value)` could be any of \(listed.joined(separator: ", "))",
        zh: "`\(name.value)` 可能指 \(listed.joined(separator: "、"))"),
      at: name.span,
      help: Bilingual(en: "write the path of the one you mean", zh: "请写出所指状态的路径"))
  }

  fileprivate static func misplacedFinal(_ state: State) -> Diagnostic {
    Diagnostic(
      .misplacedFinal,
      Bilingual(
        en: "`\(state.name)` is final but stands as a region of a parallel state",
        zh: "`\(state.name)` 是终态，却作了并行区域"),
      at: state.span,
      help: Bilingual(
        en: "put it inside a region, as in `region: {states: {\(state.name): {type: final}}}`",
        zh: "请把它放进区域里，如 `区域: {states: {\(state.name): {type: final}}}`"))
  }

  fileprivate static func stateWithoutStates(_ state: State) -> Diagnostic {
    Diagnostic(
      .stateWithoutStates,
      Bilingual(
        en: "`\(state.name)` holds histories alone and no state to be in",
        zh: "`\(state.name)` 里只有历史状态，没有可以进入的状态"),
      at: state.span, help: Bilingual(en: "give it a state", zh: "请在其中写一个状态"))
  }
}
