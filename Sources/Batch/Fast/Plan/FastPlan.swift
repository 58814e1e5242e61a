internal import Engine
internal import Model
internal import SourceText

/// A program as tables of numbers, so that a case is read, stepped and decided without making
/// anything. It says less than the engine: where a case meets what it has no numbers for, the
/// engine steps that case from its beginning, so that results are always the engine's.
struct FastPlan {
  let program: Program
  let names: PlannedNames
  let nodes: [CodeNode]
  /// That rules speak of; a packed text is an index into them.
  let texts: [String]
  /// By decision.
  let decisions: [DecisionPlan]
  /// Nil for a rulebook of decisions alone.
  let chart: ChartPlan?
  /// Of moments that say none, in minutes.
  let offset: Int32

  /// Nil where the program has something that cannot be put into numbers.
  init?(_ interpreter: Interpreter) {
    program = interpreter.program
    guard program.periods.count == 0, program.offset.seconds % 60 == 0 else { return nil }
    offset = program.offset.seconds / 60
    var maker = CodeMaker(program)
    let facts = Array(repeating: Value?.none, count: program.facts.count)
    let evaluator = Evaluator(program: program, calendar: interpreter.calendar, facts: facts)
    var decisions: [DecisionPlan] = []
    for id in program.decisions.ids {
      guard let plan = DecisionPlan(program.decisions[id], program, &maker, evaluator) else {
        return nil
      }
      decisions.append(plan)
    }
    if program.chart != nil {
      guard let chart = ChartPlan(interpreter, &maker) else { return nil }
      self.chart = chart
    } else {
      chart = nil
    }
    for (place, read) in maker.reads.enumerated() {
      guard decisions[read.decision.index].addOutput(read.output, as: place, &maker.texts) else {
        return nil
      }
    }
    self.decisions = decisions
    nodes = maker.nodes
    texts = maker.texts.texts
    names = PlannedNames(program, texts: texts)
  }
}

/// How one decision is found, and how what it gives is written.
struct DecisionPlan {
  /// A table, else an expression that is true or false or a word.
  let table: TablePlan?
  let node: Int32
  /// By row, then otherwise; or by the expression's value: the JSON text of the value.
  let texts: [[UInt8]]
  /// By the place of a read: by row, then otherwise: the packed output.
  private(set) var outputs: [[Packed]] = []

  init?(
    _ decision: Decision, _ program: Program, _ maker: inout CodeMaker, _ evaluator: Evaluator
  ) {
    func text(_ value: Value) -> [UInt8] {
      Array(value.json(as: decision.type, in: program).text().utf8)
    }
    switch decision.logic {
    case .table(let logic):
      guard let plan = TablePlan(logic, &maker, evaluator) else { return nil }
      table = plan
      node = -1
      texts = plan.values.map(text)
    case .expression(let expression):
      guard let made = maker.make(expression) else { return nil }
      table = nil
      node = made
      switch Packing(expression.type) {
      case .boolean: texts = [text(.boolean(false)), text(.boolean(true))]
      case .word(let id):
        texts = program.enumerations[id].words.indices.map { text(.word(id, $0)) }
      default: return nil
      }
    }
  }

  /// Notes an output that expressions read; false if it does not go into numbers.
  mutating func addOutput(_ output: Int?, as place: Int, _ texts: inout TextPool) -> Bool {
    while outputs.count <= place { outputs.append([]) }
    guard let table else {
      outputs[place] = self.texts.indices.map { Packed($0) }
      return output == nil
    }
    for value in table.values {
      var value = value
      if let output {
        guard case .record(let fields) = value else { return false }
        value = fields[output]
      }
      guard let packed = texts.pack(value) else { return false }
      outputs[place].append(packed)
    }
    return true
  }
}
