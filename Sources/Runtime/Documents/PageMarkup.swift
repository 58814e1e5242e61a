/// The little HTML that the tool itself writes onto a page.
package enum PageMarkup {
  /// A place to write on by hand; the page's style says how it looks.
  static let blank = "<span class=\"blank\"></span>"

  /// Words as HTML that says just them: none of them is read as markup, in an element or an
  /// attribute. The ends of lines are kept; the page's style says how far a new line is set in.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // A mark of a Windows line end says nothing more than the newline behind it.
      case "\r": continue
      case "\n": result += "<br><span class=\"line\"></span>"
      // Other controls are no text in HTML.
      case _ where scalar.value < 0x20 && scalar != "\t": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
