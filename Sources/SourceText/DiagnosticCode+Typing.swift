/// FQ02..: typing expressions and values (FQ0230 to FQ0299).
extension DiagnosticCode {
  package static let unknownName = DiagnosticCode(
    "FQ0230", "unknown-name", .error,
    en: "a name stands for nothing", zh: "名称没有对应的内容")
  package static let ambiguousName = DiagnosticCode(
    "FQ0231", "ambiguous-name", .error,
    en: "a name could mean more than one thing", zh: "名称有歧义")
  package static let unknownWord = DiagnosticCode(
    "FQ0232", "unknown-word", .error,
    en: "a word is not one of its type's", zh: "不是该类型的取值")
  package static let typeMismatch = DiagnosticCode(
    "FQ0233", "type-mismatch", .error,
    en: "a value is of another type than is needed", zh: "值的类型不符")
  package static let mayBeNull = DiagnosticCode(
    "FQ0234", "may-be-null", .error,
    en: "a value that may be null is used as if it were there", zh: "可能为空的值被直接使用")
  package static let unlikeTypes = DiagnosticCode(
    "FQ0235", "unlike-types", .error,
    en: "values of unlike types are compared", zh: "比较了不同类型的值")
  package static let notOrdered = DiagnosticCode(
    "FQ0236", "not-ordered", .error,
    en: "values without an order are compared by size", zh: "对没有大小之分的值比较大小")
  package static let wrongOperands = DiagnosticCode(
    "FQ0237", "wrong-operands", .error,
    en: "an operator stands between values it has no meaning for", zh: "运算符不适用于这些值")
  package static let moneyAndNumber = DiagnosticCode(
    "FQ0238", "money-and-number", .error,
    en: "money and plain numbers are mixed", zh: "金额与普通数混用")
  package static let neverNull = DiagnosticCode(
    "FQ0239", "never-null", .error,
    en: "a value that is never null is compared with null", zh: "从不为空的值与 null 比较")
  package static let unknownFunction = DiagnosticCode(
    "FQ0240", "unknown-function", .error,
    en: "a function is called that there is not", zh: "函数不存在")
  package static let wrongArguments = DiagnosticCode(
    "FQ0241", "wrong-arguments", .error,
    en: "a function is called with the wrong number or names of arguments", zh: "函数的参数个数或名称不对")
  package static let wrongArgumentType = DiagnosticCode(
    "FQ0242", "wrong-argument-type", .error,
    en: "an argument is of another type than the function takes", zh: "函数的参数类型不对")
  package static let unknownField = DiagnosticCode(
    "FQ0243", "unknown-field", .error,
    en: "a field is read that there is not", zh: "字段不存在")
  package static let unknownState = DiagnosticCode(
    "FQ0244", "unknown-state", .error,
    en: "a state is named that there is not", zh: "状态不存在")
  package static let noPayload = DiagnosticCode(
    "FQ0245", "no-payload", .error,
    en: "a payload field is read that no event at hand carries", zh: "没有事件附带该字段")
  package static let badMoment = DiagnosticCode(
    "FQ0246", "bad-moment", .error,
    en: "a text is no date, date with a time, or duration", zh: "文字不是日期、日期时间或时长")
  package static let divisionByZero = DiagnosticCode(
    "FQ0247", "division-by-zero", .error,
    en: "a divisor is always zero", zh: "除数恒为零")
  package static let unlikeValues = DiagnosticCode(
    "FQ0248", "unlike-values", .error,
    en: "values that belong together are of unlike types", zh: "同组的值类型不一致")
  package static let emptyRange = DiagnosticCode(
    "FQ0249", "empty-range", .error,
    en: "a range holds no value", zh: "区间为空")
  package static let unknownType = DiagnosticCode(
    "FQ0250", "unknown-type", .error,
    en: "a type is named that there is not", zh: "类型不存在")
  package static let badLiteral = DiagnosticCode(
    "FQ0251", "bad-literal", .error,
    en: "a literal is not written as its type needs it", zh: "字面值的写法与类型不符")
  package static let nullLiteral = DiagnosticCode(
    "FQ0252", "null-literal", .error,
    en: "null is stated of something that is not optional", zh: "非可选项不能写 null")
  package static let unknownLaw = DiagnosticCode(
    "FQ0253", "unknown-law", .error,
    en: "a basis names no law", zh: "依据没有对应的法条")
  package static let conditionWithoutPlaceholder = DiagnosticCode(
    "FQ0254", "condition-without-placeholder", .error,
    en: "a cell holds a condition that does not look at the value", zh: "单元格中的条件没有用到被测试的值")
  package static let missingField = DiagnosticCode(
    "FQ0255", "missing-field", .error,
    en: "a record lacks a field", zh: "记录缺少字段")
  package static let wrongShape = DiagnosticCode(
    "FQ0256", "wrong-shape", .error,
    en: "a list, mapping or single value stands where another of these is needed", zh: "值的形式不对")
  package static let notAList = DiagnosticCode(
    "FQ0257", "not-a-list", .error,
    en: "a list is needed and something else is given", zh: "此处需要列表")
  package static let notAFact = DiagnosticCode(
    "FQ0258", "not-a-fact", .error,
    en: "it is asked of something that cannot be unknown whether it is known",
    zh: "is known 只能用于事实或决策")
  package static let computedDuration = DiagnosticCode(
    "FQ0259", "computed-duration", .error,
    en: "a duration is made of a text that is not written out", zh: "时长的文字没有写明")
  package static let endlessRun = DiagnosticCode(
    "FQ0260", "endless-run", .error,
    en: "the numbers to run over are not written out", zh: "要遍历的数没有写明")
  package static let positionReadsItem = DiagnosticCode(
    "FQ0261", "position-reads-item", .error,
    en: "a position depends on the item it is to find", zh: "位置取决于要找的项")
  package static let badTerm = DiagnosticCode(
    "FQ0262", "bad-term", .error,
    en: "a text is no term such as 3 workdays", zh: "文字不是期限")
  package static let tooManyDigits = DiagnosticCode(
    "FQ0263", "too-many-digits", .error,
    en: "a number has more digits than can be kept", zh: "数的位数过多")
  package static let misplacedFormat = DiagnosticCode(
    "FQ0264", "misplaced-format", .error,
    en: "a format is set on what is no text, or on what nobody states", zh: "格式用在了不能用的地方")
  package static let brokenFormat = DiagnosticCode(
    "FQ0265", "broken-format", .error,
    en: "a text is not written as its format says", zh: "文字不符合格式")
  package static let textNotComputed = DiagnosticCode(
    "FQ0266", "text-not-computed", .warning,
    en: "a text is taken as it stands, and reads like an expression", zh: "文字按原样使用，看起来却像表达式")

  static let typingCodes: [DiagnosticCode] = [
    unknownName, ambiguousName, unknownWord, typeMismatch, mayBeNull, unlikeTypes, notOrdered,
    wrongOperands, moneyAndNumber, neverNull, unknownFunction, wrongArguments, wrongArgumentType,
    unknownField, unknownState, noPayload, badMoment, divisionByZero, unlikeValues, emptyRange,
    unknownType, badLiteral, nullLiteral, unknownLaw, conditionWithoutPlaceholder, missingField,
    wrongShape, notAList, notAFact, computedDuration, endlessRun, positionReadsItem, badTerm,
    tooManyDigits, misplacedFormat, brokenFormat, textNotComputed,
  ]
}
