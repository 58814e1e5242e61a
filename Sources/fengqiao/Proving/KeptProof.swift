internal import Compiler
internal import Model
internal import SourceText
internal import Verifier

/// What came of a promise, as the cache keeps it. A case is kept as the file that people see.
enum KeptProof: Codable {
  case proved(situations: Int, longest: LongestWait?)
  case refuted(file: String)

  /// Nil for what could not be tried again at once: that a case cannot end or waits too long is
  /// known by all that may follow.
  init?(_ proof: Proof, of invariant: Invariant, in program: Program) {
    switch proof {
    case .proved(let situations, let longest):
      self = .proved(situations: situations, longest: longest)
    // Another time there may be a solver.
    case .notDecided: return nil
    case .refuted(let file):
      switch invariant.kind {
      case .never, .requires, .leadsTo:
        self = .refuted(file: CaseText(program).text(file))
      case .canEnd, .within: return nil
      }
    }
  }

  /// What it says of the promise; nil for a case that, played now, does not break it.
  func proof(of invariant: Invariant, in loaded: LoadedRulebook) -> Proof? {
    switch self {
    case .proved(let situations, let longest): .proved(situations: situations, longest: longest)
    case .refuted(let text): replayed(text, invariant, loaded).map(Proof.refuted)
    }
  }

  private func replayed(
    _ text: String, _ invariant: Invariant, _ loaded: LoadedRulebook
  ) -> CaseFile? {
    let program = loaded.program
    var sources = loaded.sources
    var diagnostics = Diagnostics()
    let compiler = RulebookCompiler(reading: KeptFile(text: text))
    guard
      let file = try? compiler.compileCases(
        path: "kept", against: ProgramNames(program), sources: &sources, into: &diagnostics
      ).first,
      !diagnostics.hasErrors, CaseText(program).text(file) == text,
      breaks(file, invariant, of: program, loaded.calendar)
    else { return nil }
    return file
  }

  /// One text, whatever is asked for.
  private struct KeptFile: SourceReading {
    let text: String

    func read(_ path: String) throws(SourceReadingError) -> [UInt8] { Array(text.utf8) }
  }
}
