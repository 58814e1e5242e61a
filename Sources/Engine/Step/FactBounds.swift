package import Model
package import SourceText

/// Whether a value may be stated of a fact.
package enum FactBounds {
  /// What is wrong with the value, or nil.
  package static func problem(with value: Value, for fact: Fact, in program: Program) -> Bilingual?
  {
    if value == .null {
      return fact.type.isOptional
        ? nil
        : Bilingual(
          en: "`\(fact.name)` cannot be null; it is not `optional`",
          zh: "`\(fact.name)` 不能为 null；它不是可缺省的")
    }
    if !value.fits(fact.type) {
      if value.fits(fact.type.withoutFormats), let broken = value.formatFault(in: fact.type) {
        let problem = broken.format.problem(broken.fault)
        return Bilingual(
          en: "`\(fact.name)`: \(problem.en)", zh: "`\(fact.name)`：\(problem.zh)")
      }
      return Bilingual(
        en: "`\(fact.name)` takes another type of value", zh: "`\(fact.name)` 的值类型不对")
    }
    if let minimum = fact.minimum, value.precedes(minimum) == true {
      let bound = minimum.text(in: program)
      return Bilingual(
        en: "`\(fact.name)` must be at least \(bound)", zh: "`\(fact.name)` 不得小于 \(bound)")
    }
    if let maximum = fact.maximum, maximum.precedes(value) == true {
      let bound = maximum.text(in: program)
      return Bilingual(
        en: "`\(fact.name)` must be at most \(bound)", zh: "`\(fact.name)` 不得大于 \(bound)")
    }
    return nil
  }
}
