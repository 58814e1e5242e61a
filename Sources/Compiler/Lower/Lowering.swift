import Model
import SourceText
import Syntax

/// The lowering of one rulebook: what has been made of it so far, and the findings on the way.
///
/// The parts are lowered in the order in which they need each other: names and types first, then
/// the outline of the workflow (so that expressions may ask `in(STATE)`), decisions, events, and
/// last what is made of all these. Each part has a file of its own that extends this type.
struct Lowering: Sendable {
  let tree: RulebookTree
  /// Reads the files that the rulebook names: tables and the calendar.
  var loader: SourceLoader
  var diagnostics: Diagnostics
  /// Findings on the layers that are not told yet.
  var refusals: [Meanwhile<[Diagnostic]>] = []
  /// What names stand for.
  var scope: Scope
  var laws = Arena<Law>()
  var roles = Arena<Role>()
  var facts = Arena<Fact>()
  var variables = Arena<Variable>()
  var decisions = Arena<Decision>()
  /// None before `takeDocuments`.
  var documents = Arena<Document>()
  /// The papers and their templates, which another processor may lower meanwhile.
  var drafting: Meanwhile<Lowering>?
  /// By the path that the rulebook names them by.
  var templates: [String: Template] = [:]
  /// Files of templates by their paths: each is read once.
  var templateFiles: [String: SourceID] = [:]
  /// Folders in which templates are looked for: whether they are there.
  var templateFolders: [String: Bool] = [:]
  /// Templates as they are written, by their files: each is scanned once.
  var templateScans: [SourceID: ScannedTemplate] = [:]
  var periods = Arena<Period>()
  var measures: [Measure] = []
  var invariants: [Invariant] = []
  /// Nil without measures.
  var outcomes: Outcomes?
  /// What is left untried with a reason.
  var exceptions: [CoverageException] = []
  /// The calendar that the rulebook names.
  var calendar: WorkCalendar?

  var events = Arena<Event>()
  var eventIDs: [String: ID<Event>] = [:]
  /// Events of people and of actions by what their names begin with, whole parts alone.
  var eventsByStem: [String: [ID<Event>]] = [:]
  /// Events with a payload field whose type is not known: what concerns it is passed over.
  var faultyPayloads: Set<ID<Event>> = []
  /// Events that nobody declared: the types of their fields are those of what they are made with.
  var inferredPayloads: Set<ID<Event>> = []
  /// By the state that is done.
  var doneEvents: [ID<State>: ID<Event>] = [:]
  var uses = WorkflowUses()

  var states = Arena<State>()
  /// By state.
  var stateTrees: [StateTree] = []
  var transitions = Arena<Transition>()
  var delayed = Arena<DelayedTransition>()

  init(_ tree: RulebookTree, _ loader: SourceLoader, _ diagnostics: Diagnostics) {
    self.tree = tree
    self.loader = loader
    self.diagnostics = diagnostics
    scope = Scope(offset: Lowering.offset(of: tree, into: &self.diagnostics))
  }

  /// Lowers everything; the program is whole only if no error was found.
  mutating func run() -> Program {
    lowerCalendar()
    lowerTypes()
    lowerLaws()
    lowerRoles()
    lowerValues()
    outlineStates()
    addDecisions()
    beginDocuments()
    lowerEvents()
    lowerDoneData()
    inferMadePayloads()
    lowerContents()
    takeDocuments()
    refuseHistoryCircles()
    lowerPeriods()
    lowerMeasures()
    invariants = lowerInvariants()
    let program = makeProgram()
    takeRefusals()
    if !diagnostics.hasErrors { lookAtWhole(program) }
    return program
  }

  /// Tells what is refused of the layers, before anything depends on whether there are errors.
  mutating func takeRefusals() {
    diagnostics.report(contentsOf: refusals.flatMap(\.value))
    refusals = []
  }

  /// Finds what concerns the whole of a program without errors. The looks change nothing but
  /// findings and know nothing of each other, so they are taken at the same time. What is told of
  /// the workflow is not told where a secret leaks: that is to be mended first.
  private mutating func lookAtWhole(_ program: Program) {
    var blank = self
    blank.diagnostics = Diagnostics()
    let whole = blank
    // What few facts decide is looked through before another thread has begun.
    let isWorthIt = program.facts.elements.count > 32
    let looks: [@Sendable (inout Lowering) -> Void] = [
      { $0.checkSecrecy(program) }, { $0.lint(program) }, { $0.readExceptions(program) },
    ]
    let looked = looks.map { look in
      Meanwhile {
        var looking = whole
        look(&looking)
        return looking
      }
    }
    if isWorthIt { for piece in looked.dropFirst() { piece.offer() } }
    for piece in looked {
      let found = piece.value
      diagnostics.report(contentsOf: found.diagnostics.all)
      guard !diagnostics.hasErrors else { return }
      exceptions = found.exceptions
    }
  }
}

// Expressions, read and checked where they stand.
extension Lowering {
  var checker: ExpressionChecker { ExpressionChecker(scope: scope) }

  /// An expression; with `expecting`, one whose value fits that type. Nil with a finding.
  mutating func expression(
    _ scalar: ScalarText, expecting: ValueType? = nil
  ) -> Expression? {
    let tree = readExpression(scalar, into: &diagnostics)
    return checker.check(tree, expecting: expecting, into: &diagnostics)
  }

  /// A guard. Nil with a finding.
  mutating func condition(_ scalar: ScalarText) -> Expression? {
    checker.checkCondition(readExpression(scalar, into: &diagnostics), into: &diagnostics)
  }
}
