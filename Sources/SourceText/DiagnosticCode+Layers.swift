/// FQ10..: rulebooks of several files and layers, settings, scales.
extension DiagnosticCode {
  package static let fileNotRead = DiagnosticCode(
    "FQ1001", "file-not-read", .error,
    en: "a file that the rulebook is made of cannot be read", zh: "读不到规则书所用的文件")
  package static let filesInACircle = DiagnosticCode(
    "FQ1002", "files-in-a-circle", .error,
    en: "files include or extend one another", zh: "文件互相包含或互为上层")
  package static let headerInPart = DiagnosticCode(
    "FQ1003", "header-in-part", .error,
    en: "an included file says what only the rulebook's own file may", zh: "被包含的文件写了主文件的内容")
  package static let declaredTwice = DiagnosticCode(
    "FQ1004", "declared-twice", .error,
    en: "two files of a rulebook declare one name", zh: "规则书的两个文件声明了同一名称")
  package static let declaredByBase = DiagnosticCode(
    "FQ1005", "declared-by-base", .error,
    en: "a place declares anew what it has to add to, set or replace", zh: "重复声明了上层已有的内容")
  package static let sealedByBase = DiagnosticCode(
    "FQ1006", "sealed-by-base", .error,
    en: "a place would change what is the base's alone", zh: "改动了上层封闭的内容")
  package static let withoutBase = DiagnosticCode(
    "FQ1007", "without-base", .error,
    en: "a change is written where there is no base to change", zh: "没有上层规则书可以改动")
  package static let nothingToChange = DiagnosticCode(
    "FQ1008", "nothing-to-change", .error,
    en: "the base has nothing of the name that is to be changed", zh: "上层没有要改动的内容")
  package static let rowsOverruleBase = DiagnosticCode(
    "FQ1009", "rows-overrule-base", .error,
    en: "added rows could overrule those of the base", zh: "增加的行可能压过上层的行")
  package static let droppedByReplacement = DiagnosticCode(
    "FQ1010", "dropped-by-replacement", .error,
    en: "a replacement leaves out what the base requires", zh: "替换后缺少上层要求的内容")
  package static let actsOnBase = DiagnosticCode(
    "FQ1011", "acts-on-base", .error,
    en: "a local action does what only the base or people may", zh: "地方动作代替了上层或当事人")
  package static let takesClockOfBase = DiagnosticCode(
    "FQ1012", "takes-clock-of-base", .error,
    en: "local content takes the event of a clock of the base", zh: "地方内容接走了上层的期限事件")
  package static let hidesStateOfBase = DiagnosticCode(
    "FQ1013", "hides-state-of-base", .error,
    en: "a local state has the name of one of the base", zh: "地方状态与上层状态同名")
  package static let unknownSetting = DiagnosticCode(
    "FQ1020", "unknown-setting", .error,
    en: "a place sets what the base does not let it set", zh: "上层没有这个参数")
  package static let settingOutOfBounds = DiagnosticCode(
    "FQ1021", "setting-out-of-bounds", .error,
    en: "a setting lies outside of its bounds", zh: "参数超出上下限")
  package static let settingMovedTooFar = DiagnosticCode(
    "FQ1022", "setting-moved-too-far", .error,
    en: "a place moves a setting where the base does not let it", zh: "参数改动超出上层的许可")
  package static let settingOfAnotherKind = DiagnosticCode(
    "FQ1023", "setting-of-another-kind", .error,
    en: "a setting gets a value of another kind", zh: "参数的值种类不对")
  package static let settingIsNoTerm = DiagnosticCode(
    "FQ1024", "setting-is-no-term", .error,
    en: "a setting that is no length of time stands where one is needed", zh: "此处需要时长，而参数不是时长")
  package static let settingWithoutType = DiagnosticCode(
    "FQ1025", "setting-without-type", .error,
    en: "a setting's value does not tell its type", zh: "从参数的值看不出类型")
  package static let scaleNotTotal = DiagnosticCode(
    "FQ1030", "scale-not-total", .error,
    en: "a scale does not map every word", zh: "等级的对应不完整")
  package static let scaleMappedTwice = DiagnosticCode(
    "FQ1031", "scale-mapped-twice", .error,
    en: "two scales stand for one", zh: "同一等级有两种对应")
  package static let mappingWithoutScale = DiagnosticCode(
    "FQ1032", "mapping-without-scale", .error,
    en: "a word stands for another and its scale for none", zh: "取值写了对应，等级却没有写所对应的等级")

  static let layerCodes: [DiagnosticCode] = [
    fileNotRead, filesInACircle, headerInPart, declaredTwice, declaredByBase, sealedByBase,
    withoutBase, nothingToChange, rowsOverruleBase, droppedByReplacement, actsOnBase,
    takesClockOfBase, hidesStateOfBase,
    unknownSetting,
    settingOutOfBounds,
    settingMovedTooFar, settingOfAnotherKind, settingIsNoTerm, settingWithoutType, scaleNotTotal,
    scaleMappedTwice, mappingWithoutScale,
  ]
}
