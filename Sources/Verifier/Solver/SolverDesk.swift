internal import Model
internal import SourceText

/// Puts questions to a solver that may be missing, late or at a loss.
struct SolverDesk {
  /// Whether something can be.
  enum Answer: Hashable {
    case impossible
    case possible
    case silent(TableFinding.Silence)
  }

  /// In the solver's own count of its steps, for one question.
  static let effort = 5_000_000

  let solver: any ConditionSolver

  /// Of each question, whether all of its formulas can be true.
  func answers(_ script: SolverScript, _ questions: [[String]]) -> [Answer] {
    guard !questions.isEmpty else { return [] }
    let words: String
    switch solver.answer(script.askingEach(questions, effort: Self.effort)) {
    case .missing: return questions.map { _ in .silent(.missing) }
    case .late: return questions.map { _ in .silent(.late) }
    case .said(let said): words = said
    }
    let lines = words.split(separator: "\n")
    guard lines.count == questions.count else { return questions.map { _ in .silent(.unclear) } }
    return lines.map { line in
      switch line {
      case "sat": .possible
      case "unsat": .impossible
      default: .silent(.unclear)
      }
    }
  }

  /// An example for which some formulas are all true: one in whole numbers, if there is any.
  func example(
    _ script: SolverScript, _ formulas: [String], besides names: [String] = []
  ) -> SolverModel? {
    for whole in [script.wholeNumbers, []] {
      let text = script.asking(formulas + whole, besides: names, effort: Self.effort)
      guard case .said(let words) = solver.answer(text) else { return nil }
      let model = SolverModel(words)
      if model.isSatisfiable == true { return model }
      if whole.isEmpty { break }
    }
    return nil
  }

  /// Whether some formulas can all be true, and where not, which of them exclude each other.
  enum Together: Hashable {
    case impossible(core: [Int])
    case possible
    case silent(TableFinding.Silence)
  }

  /// Whether some formulas can all be true together.
  func together(_ script: SolverScript, _ formulas: [String]) -> Together {
    switch solver.answer(script.askingForCore(formulas, effort: Self.effort)) {
    case .missing: return .silent(.missing)
    case .late: return .silent(.late)
    case .said(let words):
      let model = SolverModel(words)
      switch model.isSatisfiable {
      case true?: return .possible
      case nil: return .silent(.unclear)
      case false?:
        let all = Array(formulas.indices)
        guard let core = model.core, core.allSatisfy(all.contains) else {
          return .impossible(core: all)
        }
        return .impossible(core: core)
      }
    }
  }

  /// Of formulas that exclude each other those that already do; all where it does not say.
  func core(_ script: SolverScript, _ formulas: [String]) -> [Int] {
    if case .impossible(let core) = together(script, formulas) {
      core
    } else {
      Array(formulas.indices)
    }
  }
}

extension SolverScript {
  /// That numbers have no fractions.
  fileprivate var wholeNumbers: [String] {
    facts.indices.filter { Self.sort(of: program.facts[facts[$0].id].type) == "Real" }
      .map { "(is_int v_\($0))" }
  }
}
