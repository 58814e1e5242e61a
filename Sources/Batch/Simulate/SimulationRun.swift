package import Engine
internal import Model

/// Makes up cases, one after the other; the same for the same seed.
package struct SimulationRun: Sendable {
  package let interpreter: Interpreter
  package let profile: SimulationProfile
  package let seed: Int

  package init(_ interpreter: Interpreter, _ profile: SimulationProfile, seed: Int) {
    self.interpreter = interpreter
    self.profile = profile
    self.seed = seed
  }

  /// - Parameter each: takes a case as a line of a batch's input, its line break included.
  /// - Returns: what they ask of those who handle them.
  package func run<Failure: Error>(
    count: Int, each: (String) throws(Failure) -> Void
  ) throws(Failure) -> PlanningLoad {
    var interpreter = interpreter
    // Nobody reads why something came about, or what else could have.
    interpreter.recordsReadings = false
    interpreter.namesAlternatives = false
    var load = PlanningLoad(interpreter)
    let voices = Voices(program: interpreter.program, profile: profile)
    let text = CaseText(program: interpreter.program)
    for number in 1...max(1, count) {
      var walk = CaseWalk(interpreter, profile, voices, seed: seed, number: number)
      walk.walk()
      load.add(walk.file, walk.steps)
      try each(text.line(walk.file))
    }
    return load
  }
}
