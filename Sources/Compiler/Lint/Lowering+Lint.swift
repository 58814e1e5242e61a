import Model

extension Lowering {
  mutating func lint(_ program: Program) {}
}
