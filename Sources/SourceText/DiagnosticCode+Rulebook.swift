/// FQ03..: the shape of a rulebook.
extension DiagnosticCode {
  package static let unknownKey = DiagnosticCode(
    "FQ0301", "unknown-key", .error, en: "a mapping has a key that it does not take", zh: "未知的键")
  package static let wrongKind = DiagnosticCode(
    "FQ0302", "wrong-kind", .error,
    en: "a list, mapping or text stands where another of these is needed", zh: "内容的种类不对")
  package static let missingKey = DiagnosticCode(
    "FQ0303", "missing-key", .error, en: "a required key is missing", zh: "缺少必需的键")
  package static let emptyValue = DiagnosticCode(
    "FQ0304", "empty-value", .error, en: "nothing stands where something is needed", zh: "缺少内容")
  package static let notAFlag = DiagnosticCode(
    "FQ0305", "not-a-flag", .error, en: "a word other than true or false", zh: "应写 true 或 false")
  package static let unknownChoice = DiagnosticCode(
    "FQ0306", "unknown-choice", .error, en: "a word that is none of those to choose from",
    zh: "不是可选的词")
  package static let conflictingKeys = DiagnosticCode(
    "FQ0307", "conflicting-keys", .error, en: "two keys that exclude each other",
    zh: "两个键互相排斥")
  package static let notAName = DiagnosticCode(
    "FQ0308", "not-a-name", .error, en: "a name has a character that names cannot have",
    zh: "名称中有不允许的字符")
  package static let reservedName = DiagnosticCode(
    "FQ0309", "reserved-name", .error, en: "a name is a word of the expression language",
    zh: "名称是表达式的保留词")
  package static let nameWithBlank = DiagnosticCode(
    "FQ0310", "name-with-blank", .error, en: "a name has a blank in it", zh: "名称中有空格")
  package static let fullWidthName = DiagnosticCode(
    "FQ0311", "full-width-name", .error, en: "a name has a full-width letter, digit or sign",
    zh: "名称中有全角字符")
  package static let lookAlikeLetter = DiagnosticCode(
    "FQ0312", "look-alike-letter", .error,
    en: "a name has a Greek or Cyrillic letter that looks Latin", zh: "名称中有形似拉丁字母的字符")
  package static let nameNotComposed = DiagnosticCode(
    "FQ0313", "name-not-composed", .error, en: "a name is not in normalisation form C",
    zh: "名称不是 NFC 规范形式")
  package static let duplicateName = DiagnosticCode(
    "FQ0314", "duplicate-name", .error, en: "one name stands twice in a list", zh: "名称重复")
  package static let unknownLanguageVersion = DiagnosticCode(
    "FQ0315", "unknown-language-version", .error,
    en: "the file is written for another version of the language", zh: "语言版本不支持")
  package static let listForRange = DiagnosticCode(
    "FQ0316", "list-for-range", .error, en: "a range in brackets became a YAML list",
    zh: "区间被读成了列表")
  package static let otherwiseNotLast = DiagnosticCode(
    "FQ0317", "otherwise-not-last", .error, en: "otherwise stands before other events",
    zh: "otherwise 不在最后")
  package static let notAnAction = DiagnosticCode(
    "FQ0318", "not-an-action", .error, en: "an item does not say what is to be done",
    zh: "不是动作")
  package static let severalActions = DiagnosticCode(
    "FQ0319", "several-actions", .error, en: "one item holds several actions",
    zh: "一项里有多个动作")
  package static let emptyTable = DiagnosticCode(
    "FQ0320", "empty-table", .error, en: "a decision table has no rows", zh: "决策表没有行")
  package static let stateOfTwoKinds = DiagnosticCode(
    "FQ0321", "state-of-two-kinds", .error, en: "a state is of two kinds at once",
    zh: "状态同时属于两种类型")
  package static let keyOfAnotherKind = DiagnosticCode(
    "FQ0322", "key-of-another-kind", .error, en: "a state has a key that its kind does not take",
    zh: "这种状态不能有这个键")
  package static let misplacedHistory = DiagnosticCode(
    "FQ0323", "misplaced-history", .error, en: "a history stands outside a compound state",
    zh: "历史状态不在复合状态之内")
  package static let unknownHitPolicy = DiagnosticCode(
    "FQ0324", "unknown-hit-policy", .error, en: "the hit policy is none of DMN's",
    zh: "未知的命中策略")
  package static let bareCandidates = DiagnosticCode(
    "FQ0325", "bare-candidates", .error,
    en: "of a list of bare targets only the first is ever taken", zh: "只列目标的列表总是取第一项")

  package static let otherKindOfFile = DiagnosticCode(
    "FQ0326", "other-kind-of-file", .error,
    en: "a rulebook, a case file or a calendar is given in place of another", zh: "文件种类不对")
  package static let notALiteralBlock = DiagnosticCode(
    "FQ0330", "not-a-literal-block", .error, en: "a table is not in a literal block",
    zh: "表格不在文本块中")
  package static let lineWithoutBars = DiagnosticCode(
    "FQ0331", "line-without-bars", .error, en: "a line of a table lacks its bars",
    zh: "表格的行缺少竖线")
  package static let raggedRow = DiagnosticCode(
    "FQ0332", "ragged-row", .error, en: "a row has more or fewer cells than the header",
    zh: "行的格数与表头不符")
  package static let outputMark = DiagnosticCode(
    "FQ0333", "output-mark", .error, en: "the mark => of the first output is missing or doubled",
    zh: "输出标记 => 缺失或重复")
  package static let duplicateColumn = DiagnosticCode(
    "FQ0334", "duplicate-column", .error, en: "two columns have one name", zh: "列名重复")
  package static let columnWithoutName = DiagnosticCode(
    "FQ0335", "column-without-name", .error, en: "a column has no name", zh: "列没有名称")
  package static let unclosedCell = DiagnosticCode(
    "FQ0336", "unclosed-cell", .error, en: "a quoted cell has no closing quote",
    zh: "CSV 单元格的引号没有配对")
  package static let textBehindQuote = DiagnosticCode(
    "FQ0337", "text-behind-quote", .error, en: "text follows the closing quote of a cell",
    zh: "CSV 单元格的引号之后有文字")
  package static let decimalComma = DiagnosticCode(
    "FQ0338", "decimal-comma", .error,
    en: "a comma between digits in a file parted by semicolons", zh: "分号分隔的文件中数字间有逗号")

  static let rulebookCodes: [DiagnosticCode] = [
    unknownKey, wrongKind, missingKey, emptyValue, notAFlag, unknownChoice, conflictingKeys,
    notAName, reservedName, nameWithBlank, fullWidthName, lookAlikeLetter, nameNotComposed,
    duplicateName, unknownLanguageVersion, listForRange, otherwiseNotLast, notAnAction,
    severalActions, emptyTable, stateOfTwoKinds, keyOfAnotherKind, misplacedHistory,
    unknownHitPolicy, bareCandidates, otherKindOfFile, notALiteralBlock, lineWithoutBars,
    raggedRow, outputMark, duplicateColumn, columnWithoutName, unclosedCell, textBehindQuote,
    decimalComma,
  ]
}
