import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// The list of functions in `docs/language.md` is the one that the checker goes by.
@Suite struct FunctionListTests {
  /// Every form that the list shows, by the function's name.
  static let listed = list(in: "docs/language.md", under: "### Functions\n")

  private static func list(in page: String, under heading: String) -> [String: [String]] {
    let url = Repository.url(page)
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let rows =
      text.split(separator: heading).last?.split(separator: "\n## ").first?
      .split(separator: "\n")
      .filter { $0.hasPrefix("| `") } ?? []
    var listed: [String: [String]] = [:]
    for row in rows {
      let forms = row.split(separator: "|")[0].split(separator: "`").enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      let name = forms[0].prefix { $0 != "(" }
      listed[String(name), default: []] += forms
    }
    return listed
  }

  /// Parts of days, moments and durations are written as fields.
  private static let fields: Set<Builtin> = [
    .year, .month, .day, .weekday, .hour, .minute, .second, .years, .months, .days, .hours,
    .minutes, .seconds,
  ]

  @Test func theChinesePageListsTheSame() {
    #expect(Self.list(in: "docs/language.zh.md", under: "### 函数\n") == Self.listed)
  }

  @Test func everyFunctionIsListedAndNoOther() {
    let functions = Builtin.allCases.filter { !Self.fields.contains($0) }.map(\.rawValue)
    #expect(Self.listed.keys.sorted() == functions.sorted())
  }

  /// A call without arguments is told every form that there is.
  @Test(arguments: listed.keys.sorted())
  func aFunctionIsListedWithItsForms(name: String) {
    let forms = Self.listed[name, default: []].map { "`\($0)`" }.joined(separator: " or ")
    #expect(Typed("\(name)()", in: mediation).findings.first?.help?.en == "write \(forms)")
  }
}
