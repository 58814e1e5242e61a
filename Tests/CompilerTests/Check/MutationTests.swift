import Compiler
import SourceText
import Syntax
import Testing

@Suite struct MutationTests {
  /// Expressions of every kind, to be broken.
  static let texts = [
    "赔偿 != null and 赔偿 > 5 or not(有伤)", "if 赔偿 = null then 0 else 赔偿 * 2",
    "some x in 款项, y in 数目 satisfies x > 金额 and y < 人数", "for i in 1..3 return [i, 人数][1]",
    "当事人[年龄 >= 18 and item.姓 = 姓名].姓", "类别 in (婚姻, [\"a\"], not(劳动), ? = 邻里)",
    "人数 in ([1..5], < 3, 7)", "金额 between 100 and 赔偿", "in(办理.调解) and event.amount > 3",
    "{a: 1, b: {c: 类别}}.b.c = 婚姻", "@\"2026-01-01\" + @\"P3D\" <= today()",
    "纠纷.婚姻 = 类别 and 难度 in [简单..一般]", "-金额 / 2 + (5 ** 2) * 金额",
    "every x in [1, 2.5, null] satisfies x != null and x in (1, 人数)",
  ]

  /// The text cut at the borders of words and signs.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    for character in text {
      if let last = tokens.last?.last, last.isLetter || last.isNumber,
        character.isLetter || character.isNumber
      {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
    }
    return tokens
  }

  /// With each token dropped, doubled, swapped with the next, and put in place of each other one of
  /// the same text.
  private static func mutants(of text: String) -> [String] {
    let tokens = tokens(text)
    var mutants: [String] = []
    for place in tokens.indices {
      var dropped = tokens
      dropped.remove(at: place)
      var doubled = tokens
      doubled.insert(tokens[place], at: place)
      var swapped = tokens
      if place + 1 < tokens.count { swapped.swapAt(place, place + 1) }
      var replaced = tokens
      replaced[place] = tokens[(place * 7 + 3) % tokens.count]
      mutants += [dropped, doubled, swapped, replaced].map { $0.joined() }
    }
    return mutants
  }

  /// The same of calls, which are many and alike: one break of each.
  private static let brokenCalls = BuiltinTests.samples.map(\.good).enumerated().map {
    place, text in
    let mutants = mutants(of: text)
    return mutants[place * 13 % mutants.count]
  }

  @Test func aBrokenCallIsCheckedOrShownAtItsPlace() {
    for mutant in Self.brokenCalls { Self.expectCheckedOrShown(mutant, expecting: nil) }
  }

  @Test(arguments: texts)
  func aBrokenExpressionIsCheckedOrShownAtItsPlace(text: String) {
    for mutant in Self.mutants(of: text) {
      for expecting in [nil, "money or null"] {
        Self.expectCheckedOrShown(mutant, expecting: expecting)
      }
    }
  }

  private static func expectCheckedOrShown(_ text: String, expecting: String?) {
    let typed = Typed(text, in: mediation, expecting: expecting)
    let isRefused = typed.findings.contains { $0.severity == .error }
    // What the reader made of a faulty text may well be checked.
    let isWhole = typed.expression != nil
    #expect(isWhole != isRefused || isWhole && !typed.isRead, "\(text): \(typed.marks)")
    for finding in typed.findings {
      #expect(Int(finding.primary.span.end) <= text.utf8.count, "\(text)")
      #expect(finding.help != nil, "\(text): \(finding.code.id) has no help")
    }
  }

  @Test(arguments: texts)
  func aBrokenCellIsCheckedOrShownAtItsPlace(text: String) {
    let checker = ExpressionChecker(scope: mediation.scope)
    for mutant in Self.mutants(of: text) {
      for name in ["赔偿", "类别", "姓名", "当事人"] {
        guard let type = mediation.scope.entries[name]?.first?.type else { continue }
        var diagnostics = Diagnostics()
        let nodes = parseTests(.verbatim(mutant), into: &diagnostics)
        let isRead = !diagnostics.hasErrors
        let isWhole = checker.checkTests(nodes, of: type, into: &diagnostics) != nil
        let isRefused = diagnostics.hasErrors
        #expect(isWhole != isRefused || isWhole && !isRead, "\(mutant) of \(name)")
      }
    }
  }
}
