/// FQ04..: names and what they stand for.
extension DiagnosticCode {
  package static let undeclaredName = DiagnosticCode(
    "FQ0401", "undeclared-name", .error,
    en: "a name stands for nothing that is declared", zh: "名称没有声明")
  package static let nameTaken = DiagnosticCode(
    "FQ0402", "name-taken", .error,
    en: "one name is declared as two things", zh: "同一名称声明为两样东西")
  package static let lookAlikeNames = DiagnosticCode(
    "FQ0403", "look-alike-names", .warning,
    en: "two declared names look the same", zh: "两个名称看起来一样")
  package static let specialName = DiagnosticCode(
    "FQ0404", "special-name", .error,
    en: "a declared name has a meaning of its own in the language", zh: "名称在语言中另有含义")
  package static let emptyBounds = DiagnosticCode(
    "FQ0405", "empty-bounds", .error,
    en: "a fact's least value is above its greatest", zh: "事实的下限大于上限")
  package static let boundsWithoutOrder = DiagnosticCode(
    "FQ0406", "bounds-without-order", .error,
    en: "a fact has bounds though its values have no order", zh: "事实的取值没有大小，不能设上下限")
  package static let untypedVariable = DiagnosticCode(
    "FQ0407", "untyped-variable", .error,
    en: "a variable has no type and its start does not tell it", zh: "变量没有类型，初始值也看不出类型")

  static let nameCodes: [DiagnosticCode] = [
    undeclaredName, nameTaken, lookAlikeNames, specialName, emptyBounds, boundsWithoutOrder,
    untypedVariable,
  ]
}
