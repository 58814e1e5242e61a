package import Model
package import SourceText
package import Syntax

/// Gives expressions, tests and values their types and resolves their names: from `Syntax` trees to
/// the `Model`'s checked expressions. The rules are docs/language.md, "Expressions"; FEEL's are DMN
/// 1.5, chapter 10.
///
/// Every function leaves its findings in the given `Diagnostics` and returns nil where there is an
/// error among them.
package struct ExpressionChecker: Sendable {
  package let scope: Scope

  package init(scope: Scope) {
    self.scope = scope
  }

  /// An expression. With `expecting`, its value fits that type, and the type says what bare words,
  /// `[]` and number literals mean; without, the type is the expression's own.
  package func check(
    _ tree: ExpressionTree, expecting: ValueType? = nil, into diagnostics: inout Diagnostics
  ) -> Expression? {
    run(&diagnostics) { typing in
      guard let expecting else { return typing.type(tree) }
      return typing.require(tree, expecting)
    }
  }

  /// A guard: an expression that is true or false.
  package func checkCondition(
    _ tree: ExpressionTree, into diagnostics: inout Diagnostics
  ) -> Expression? {
    check(tree, expecting: .boolean, into: &diagnostics)
  }

  /// The tests of a cell, for an input of that type whose value stands in the local slot (`?`).
  package func checkTests(
    _ nodes: [TestNode], of input: ValueType, slot: Int = 0, into diagnostics: inout Diagnostics
  ) -> [UnaryTest]? {
    var typing = Typing(scope: scope)
    return checkTests(nodes, of: input, slot: slot, by: &typing, into: &diagnostics)
  }

  /// The same for a table's many cells: one typing of the same scope serves them all.
  func checkTests(
    _ nodes: [TestNode], of input: ValueType, slot: Int = 0, by typing: inout Typing,
    into diagnostics: inout Diagnostics
  ) -> [UnaryTest]? {
    run(&typing, &diagnostics) { typing in
      typing.nextSlot = slot + 1
      return typing.tests(nodes, of: input, slot: slot)
    }
  }

  /// What a value position gives (docs/language.md, "value"): for text and enumerations the word
  /// itself, else an expression; `{is: EXPR}` is computed; lists and records go by element.
  package func checkValue(
    _ tree: ValueTree, expecting: ValueType, into diagnostics: inout Diagnostics
  ) -> Expression? {
    run(&diagnostics) { $0.value(tree, expecting) }
  }

  /// A literal read from its raw text by the type declared for it: `no` is not false, `07:30` not a
  /// number. `null` is for optional types alone; `unknown` is the caller's to read.
  package func literal(
    _ scalar: ScalarText, type: ValueType, into diagnostics: inout Diagnostics
  ) -> Value? {
    run(&diagnostics) { $0.literal(scalar, type) }
  }

  /// The same for a list or a record of literals.
  package func literal(
    _ tree: ValueTree, type: ValueType, into diagnostics: inout Diagnostics
  ) -> Value? {
    run(&diagnostics) { $0.literal(tree, type) }
  }

  /// Runs one outermost expression's typing and hands over its findings.
  func run<Result>(
    _ diagnostics: inout Diagnostics, _ body: (inout Typing) -> Result?
  ) -> Result? {
    var typing = Typing(scope: scope)
    return run(&typing, &diagnostics, body)
  }

  /// The same by a typing that has done this before.
  func run<Result>(
    _ typing: inout Typing, _ diagnostics: inout Diagnostics, _ body: (inout Typing) -> Result?
  ) -> Result? {
    typing.begin()
    let result = body(&typing)
    diagnostics.report(contentsOf: typing.diagnostics.all)
    return typing.diagnostics.hasErrors ? nil : result
  }
}
