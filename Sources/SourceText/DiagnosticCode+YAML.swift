/// FQ01..: reading YAML.
extension DiagnosticCode {
  package static let notUTF8 = DiagnosticCode(
    "FQ0101", "not-utf8", .error,
    en: "the file is not written in UTF-8", zh: "文件不是 UTF-8 编码")
  package static let forbiddenCharacter = DiagnosticCode(
    "FQ0102", "forbidden-character", .error,
    en: "an invisible or control character stands in the file", zh: "文件中有不可见字符或控制字符")
  package static let tabInIndentation = DiagnosticCode(
    "FQ0103", "tab-in-indentation", .error,
    en: "a line is indented with a tab", zh: "缩进用了制表符")
  package static let badIndentation = DiagnosticCode(
    "FQ0104", "bad-indentation", .error,
    en: "a line starts in a column where nothing can go on", zh: "缩进与上文对不齐")
  package static let unclosedQuote = DiagnosticCode(
    "FQ0105", "unclosed-quote", .error,
    en: "a quoted text has no closing quote", zh: "引号没有配对")
  package static let unclosedBracket = DiagnosticCode(
    "FQ0106", "unclosed-bracket", .error,
    en: "a bracket is never closed", zh: "括号没有配对")
  package static let unmatchedBracket = DiagnosticCode(
    "FQ0107", "unmatched-bracket", .error,
    en: "a closing bracket or comma stands where none can be", zh: "多余的右括号或逗号")
  package static let badEscape = DiagnosticCode(
    "FQ0108", "bad-escape", .error,
    en: "a backslash in double quotes starts no escape that YAML knows", zh: "双引号中的转义无效")
  package static let blockHeaderWithText = DiagnosticCode(
    "FQ0109", "block-header-with-text", .error,
    en: "a text starts with > or |, which YAML reads as the head of a block",
    zh: "文字以 > 或 | 开头，会被当作文本块标记")
  package static let reservedStart = DiagnosticCode(
    "FQ0110", "reserved-start", .error,
    en: "a text starts with a character that YAML keeps for itself", zh: "文字以 YAML 保留字符开头")
  package static let unknownAlias = DiagnosticCode(
    "FQ0111", "unknown-alias", .error,
    en: "an alias names no anchor", zh: "别名没有对应的锚点")
  package static let aliasLimit = DiagnosticCode(
    "FQ0112", "alias-limit", .error,
    en: "aliases stand for too much", zh: "别名展开过多")
  package static let nestedTooDeeply = DiagnosticCode(
    "FQ0113", "nested-too-deeply", .error,
    en: "lists and mappings are nested too deeply", zh: "嵌套过深")
  package static let fileTooLarge = DiagnosticCode(
    "FQ0114", "file-too-large", .error,
    en: "the file is larger than the reader takes", zh: "文件过大")
  package static let duplicateKey = DiagnosticCode(
    "FQ0115", "duplicate-key", .error,
    en: "a mapping has one key twice", zh: "键重复")
  package static let keyWithoutValue = DiagnosticCode(
    "FQ0116", "key-without-value", .error,
    en: "a key inside {} has no value", zh: "花括号中的键没有值")
  package static let tag = DiagnosticCode(
    "FQ0117", "tag", .error, en: "a text starts with !, a YAML tag", zh: "文字以 ! 开头，成了 YAML 标签")
  package static let commentTouchesText = DiagnosticCode(
    "FQ0118", "comment-touches-text", .error,
    en: "# behind a text cuts it off", zh: "文字后的 # 会截断内容")
  package static let fullWidthPunctuation = DiagnosticCode(
    "FQ0119", "full-width-punctuation", .error,
    en: "a full-width mark stands where YAML needs the ASCII one", zh: "应使用半角标点")
  package static let missingSpace = DiagnosticCode(
    "FQ0120", "missing-space", .error,
    en: "a colon or dash lacks the space behind it", zh: "冒号或短横后缺空格")
  package static let severalDocuments = DiagnosticCode(
    "FQ0121", "several-documents", .error,
    en: "the file holds several YAML documents", zh: "一个文件里有多个 YAML 文档")
  package static let mergeKey = DiagnosticCode(
    "FQ0122", "merge-key", .error, en: "the merge key << is not taken", zh: "不支持合并键 <<")
  package static let keyIsNoText = DiagnosticCode(
    "FQ0123", "key-is-no-text", .error,
    en: "a key is missing or is not a plain text", zh: "键缺失或不是文字")
  package static let colonInText = DiagnosticCode(
    "FQ0124", "colon-in-text", .error,
    en: "a text without quotes holds a colon and a space", zh: "未加引号的文字含有冒号加空格")
  package static let missingComma = DiagnosticCode(
    "FQ0125", "missing-comma", .error,
    en: "a comma is missing inside brackets", zh: "括号内缺少逗号")
  package static let listAndMappingMixed = DiagnosticCode(
    "FQ0126", "list-and-mapping-mixed", .error,
    en: "a list item stands where it cannot", zh: "列表与映射混在一起")
  package static let textAfterValue = DiagnosticCode(
    "FQ0127", "text-after-value", .error,
    en: "text follows a closed quote or bracket", zh: "引号或括号结束后又有文字")
  package static let lineWithoutColon = DiagnosticCode(
    "FQ0128", "line-without-colon", .error,
    en: "a line of a mapping has no colon", zh: "映射中的一行缺少冒号")
  package static let directive = DiagnosticCode(
    "FQ0129", "directive", .error, en: "a line starts with %", zh: "行首的 % 是 YAML 指令")
  package static let malformedYAML = DiagnosticCode(
    "FQ0130", "malformed-yaml", .error, en: "the file is no YAML here", zh: "此处不是合法的 YAML")

  static let yamlCodes: [DiagnosticCode] = [
    notUTF8, forbiddenCharacter, tabInIndentation, badIndentation, unclosedQuote, unclosedBracket,
    unmatchedBracket, badEscape, blockHeaderWithText, reservedStart, unknownAlias, aliasLimit,
    nestedTooDeeply, fileTooLarge, duplicateKey, keyWithoutValue, tag, commentTouchesText,
    fullWidthPunctuation, missingSpace, severalDocuments, mergeKey, keyIsNoText, colonInText,
    missingComma, listAndMappingMixed, textAfterValue, lineWithoutColon, directive, malformedYAML,
  ]
}
