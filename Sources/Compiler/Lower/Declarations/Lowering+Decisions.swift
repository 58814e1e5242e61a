extension Lowering {
  mutating func lowerDecisions() {}
}
