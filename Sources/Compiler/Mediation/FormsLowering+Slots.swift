import SourceText
import Syntax

extension FormsLowering {
  mutating func lowerSlots() {}
}
