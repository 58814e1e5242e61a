/// Lines of text that grow with indentation.
struct Outline {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ words: String) {
    text += String(repeating: "  ", count: depth) + words + "\n"
  }

  /// The lines that `body` adds stand one step further in.
  mutating func indented(_ body: (inout Outline) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }
}

extension String {
  /// ` word` with a blank before it; nothing for an empty word.
  var spaced: String { isEmpty ? "" : " " + self }

  /// ` because pml_17`; nothing for an empty word.
  var because: String { isEmpty ? "" : " because " + self }
}
