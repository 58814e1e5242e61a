import SourceText
import Syntax

// Names of states that forms make, which no author's state may bear where it would be taken for
// them. (Other names: FormsLowering+Adding.swift.)
extension FormsLowering {
  mutating func reserveNames(
    of names: [Located<String>], against made: [String], at span: Span, maker: Bilingual
  ) {
    for name in names where made.contains(name.value) {
      diagnostics.report(.nameOfForm(name, maker, madeAt: span))
    }
  }
}
