import Model
import SourceText
import Syntax

// Calls of functions.
extension Diagnostic {
  static func unknownFunction(_ name: Located<String>) -> Diagnostic {
    let known = BuiltinSignatures.names + ["now", "today", "opened", "not"]
    var finding = Diagnostic(
      .unknownFunction,
      Bilingual(en: "no function is called `\(name.value)`", zh: "没有名为 `\(name.value)` 的函数"),
      at: name.span)
    if Builtin(rawValue: name.value) != nil {
      finding.help = Bilingual(
        en: "write it as a part of the value: `x.\(name.value)`",
        zh: "请写成值的一部分：`x.\(name.value)`")
    } else if let meant = foreign(name.value) {
      finding.help = meant
    } else if let near = near(name, known) {
      (finding.help, finding.fix) = (near.help, near.fix)
    } else {
      finding.help = Bilingual(
        en: "use one of the functions that docs/language.md lists",
        zh: "请用 docs/language.md 列出的函数")
    }
    return finding
  }

  /// What spreadsheets and other languages call so.
  private static func foreign(_ name: String) -> Bilingual? {
    let mends = ForeignFunction.mends(of: name, ["x"]).map { "`\($0)`" }
    guard !mends.isEmpty else { return nil }
    return Bilingual(
      en: "write \(mends.joined(separator: " or "))", zh: "请写 \(mends.joined(separator: " 或 "))")
  }

  static func wrongArguments(
    _ name: Located<String>, _ count: Int, _ signatures: [Signature], at span: Span,
    wording: TypeWording
  ) -> Diagnostic {
    let arguments =
      switch count {
      case 0: "a call without arguments"
      case 1: "this one argument"
      default: "these \(count) arguments"
      }
    return Diagnostic(
      .wrongArguments,
      Bilingual(
        en: "`\(name.value)` does not take \(arguments)",
        zh: "`\(name.value)` 不接受这样的 \(count) 个参数"),
      at: span, help: signatureHelp(signatures, wording))
  }

  static func wrongArgument(
    _ name: Located<String>, _ argument: Expression, _ parameter: Signature.Parameter,
    _ signature: Signature, wording: TypeWording
  ) -> Diagnostic {
    let (wanted, found) = (signature.text(parameter.shape, wording), wording.text(argument.type))
    return Diagnostic(
      .wrongArgumentType,
      Bilingual(
        en: "`\(name.value)` takes `\(wanted)` as its `\(parameter.name)`, and this is `\(found)`",
        zh: "`\(name.value)` 的 `\(parameter.name)` 需要 `\(wanted)`，而这是 `\(found)`"),
      at: argument.span,
      help: argument.type.holdsNull
        ? Bilingual(
          en: "leave the nulls out: `list[item != null]`", zh: "请先去掉空值：`list[item != null]`")
        : signatureHelp([signature], wording))
  }

  private static func signatureHelp(
    _ signatures: [Signature], _ wording: TypeWording
  ) -> Bilingual {
    let forms = signatures.map { "`\($0.text(wording))`" }
    return Bilingual(
      en: "write \(forms.joined(separator: " or "))", zh: "请写 \(forms.joined(separator: " 或 "))")
  }

  static func noArgumentsTaken(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongArguments,
      Bilingual(en: "`\(name)` takes no arguments", zh: "`\(name)` 没有参数"), at: span,
      help: Bilingual(en: "write `\(name)()`", zh: "请写 `\(name)()`"))
  }

  static func notAFact(at span: Span) -> Diagnostic {
    Diagnostic(
      .notAFact,
      Bilingual(
        en: "`is known` is asked of something that is neither a fact nor a decision",
        zh: "`is known` 只能用于事实或决策"), at: span,
      help: Bilingual(
        en: "name one fact or decision: nothing else can be unknown",
        zh: "请写一个事实或决策的名称：只有它们才会未知"))
  }

  static func computedDuration(at span: Span) -> Diagnostic {
    Diagnostic(
      .computedDuration,
      Bilingual(
        en: "what kind of duration this text says is not known before a case runs",
        zh: "这段文字表示哪种时长，要到运行时才知道"),
      at: span,
      help: Bilingual(
        en: "write the text out, as in `duration(\"P3D\")`, and multiply: `n * @\"P1D\"`",
        zh: "请写明文字，例如 `duration(\"P3D\")`，再用乘法：`n * @\"P1D\"`"))
  }

  static func badTerm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badTerm,
      Bilingual(en: "`\(text)` is not a term", zh: "`\(text)` 不是期限"), at: span,
      help: Bilingual(
        en: "write a number and a unit, as in `3 workdays` or `1 month`",
        zh: "请写数和单位，例如 `3 workdays` 或 `1 month`"))
  }
}

extension ValueType {
  /// Whether it is a list some of whose items may be null.
  fileprivate var holdsNull: Bool {
    if case .list(let element) = self { element.isOptional } else { false }
  }
}
