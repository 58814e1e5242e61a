import Testing

/// The engine and a naive interpreter written from appendix D of the SCXML recommendation do the
/// same, event by event: states left and entered in the same order, the same events raised, the
/// same values.
@Suite struct SCXMLOracleTests {
  /// Runs all machines of a recipe, or in a usual run, where there are too many, a sample of them.
  ///
  /// - Parameter total: how many such machines there are, so that none is lost unnoticed.
  private func expectAgreement(
    _ recipe: MachineRecipe, total: Int, sample: Int? = nil, events: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var differences: [String] = []
    func run(_ machine: Machine) {
      var run = SideBySide(machine)
      for event in events { run.fire(event, 0) }
      if let difference = run.difference { differences.append(difference) }
    }
    if let sample, !Effort.isFull {
      for seed in 0..<sample {
        var choices = RandomChoices(seed: seed)
        if let machine = recipe.machine(&choices) { run(machine) }
      }
    } else {
      var count = 0
      let runEach = { (machine: Machine) in
        count += 1
        if differences.count < 3 { run(machine) }
      }
      EveryChoice.all({ recipe.machine(&$0) }, runEach)
      #expect(count == total, sourceLocation: sourceLocation)
    }
    for difference in differences.prefix(3) {
      Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [(1, 4, nil), (2, 60, nil), (3, 808, nil), (4, 11110, 300), (5, 161_546, 300)])
  func smallMachinesWithOneTransitionAgree(states: Int, total: Int, sample: Int?) {
    expectAgreement(
      MachineRecipe(stateCount: states, arcCount: 1, descriptors: ["e", ""]), total: total,
      sample: sample, events: ["e", "e"])
  }

  @Test(arguments: [(1, 36, nil), (2, 1215, nil), (3, 28314, 300)])
  func smallMachinesWithTwoTransitionsAgree(states: Int, total: Int, sample: Int?) {
    expectAgreement(
      MachineRecipe(stateCount: states, arcCount: 2, descriptors: ["e", "f", ""]), total: total,
      sample: sample, events: ["e", "f", "e"])
  }

  @Test func smallMachinesWithThreeTransitionsAgree() {
    expectAgreement(
      MachineRecipe(stateCount: 3, arcCount: 3, descriptors: ["e", ""]), total: 177_328,
      sample: 500, events: ["e", "e", "e"])
  }

  @Test func smallMachinesWithDoneEventsAgree() {
    expectAgreement(
      MachineRecipe(
        stateCount: 4, arcCount: 2, descriptors: ["e", "done.state.1"], hasHistory: false,
        hasInternal: false),
      total: 94000, sample: 500, events: ["e", "e"])
  }

  @Test(arguments: 0..<4) func randomMachinesAgree(batch: Int) {
    for round in 0..<Effort.rounds(100) {
      let seed = batch * 1_000_000 + round
      var choices = RandomChoices(seed: seed)
      guard let machine = Self.bigRecipe(&choices).machine(&choices) else { continue }
      var run = SideBySide(machine)
      for _ in 0..<12 { run.fire(choices.pick(among: MachineProgram.external), choices.pick(3)) }
      if let difference = run.difference {
        Issue.record("seed \(seed): \(difference)")
        return
      }
    }
  }

  /// Without this nothing would show that agreement means anything.
  @Test(arguments: PlantedFault.allCases)
  func aFaultPlantedInOneOfTheTwoIsFound(fault: PlantedFault) {
    let isFound =
      isFound(fault, in: .leftAndComeBackTo) || isFound(fault, in: .raisingOnTheWay)
      || isFoundAtRandom(fault) || isFoundAmongSmall(fault)
    #expect(isFound)
  }

  private func isFound(_ fault: PlantedFault, in machine: Machine) -> Bool {
    var run = SideBySide(machine, planting: fault)
    for event in ["e", "e", "e"] { run.fire(event, 0) }
    return run.difference != nil
  }

  private func isFoundAtRandom(_ fault: PlantedFault) -> Bool {
    (0..<160).contains { seed in
      var choices = RandomChoices(seed: seed)
      guard let machine = Self.bigRecipe(&choices).machine(&choices) else { return false }
      var run = SideBySide(machine, planting: fault)
      for _ in 0..<12 { run.fire(choices.pick(among: MachineProgram.external), choices.pick(3)) }
      return run.difference != nil
    }
  }

  private func isFoundAmongSmall(_ fault: PlantedFault) -> Bool {
    let recipe = MachineRecipe(stateCount: 3, arcCount: 2, descriptors: ["e"], hasHistory: false)
    var isFound = false
    let runEach = { (machine: Machine) in
      isFound = isFound || self.isFound(fault, in: machine)
    }
    EveryChoice.all({ recipe.machine(&$0) }, runEach)
    return isFound
  }

  /// Machines with a bit of everything; every second one has little else than transitions, so that
  /// many of them meet and states are left and come back to.
  private static func bigRecipe(_ choices: inout RandomChoices) -> MachineRecipe {
    if choices.isLucky(oneIn: 2) {
      let stateCount = 4 + choices.pick(6)
      return MachineRecipe(
        stateCount: stateCount, arcCount: 2 * stateCount + choices.pick(6),
        descriptors: ["e", "f", "e.g", "f"], hasFinals: choices.isLucky(oneIn: 3),
        isBroad: choices.isLucky(oneIn: 2))
    }
    let someDone = "done.state.\(1 + choices.pick(6))"
    return MachineRecipe(
      stateCount: 2 + choices.pick(12), arcCount: 1 + choices.pick(14),
      descriptors: ["e", "f", "e.g", "e", "f", "*", "", "r", "s", "done.state", someDone],
      hasContent: true)
  }
}
