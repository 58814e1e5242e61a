/// FQ13..: documents and their templates, confidentiality, measures.
extension DiagnosticCode {
  package static let templateNotRead = DiagnosticCode(
    "FQ1301", "template-not-read", .error,
    en: "a template cannot be found or read", zh: "读不到模板")
  package static let unclosedSection = DiagnosticCode(
    "FQ1302", "unclosed-section", .error,
    en: "a section of a template is never closed", zh: "模板里的段落没有结束")
  package static let unopenedSection = DiagnosticCode(
    "FQ1303", "unopened-section", .error,
    en: "a template ends a section that did not begin there", zh: "模板里的结束标签没有对应的开始")
  package static let unfinishedTag = DiagnosticCode(
    "FQ1304", "unfinished-tag", .error,
    en: "a tag has no name or no end", zh: "标签没有名称或没有写完")
  package static let foreignTag = DiagnosticCode(
    "FQ1305", "foreign-tag", .error,
    en: "a kind of tag that templates do not have", zh: "模板不支持的标签")
  package static let unknownTag = DiagnosticCode(
    "FQ1306", "unknown-tag", .error,
    en: "a tag names nothing in the rulebook", zh: "标签所指的名称不存在")
  package static let tagWithoutText = DiagnosticCode(
    "FQ1307", "tag-without-text", .error,
    en: "a tag stands for a record, which has no text", zh: "标签所指的是记录，写不成文字")
  package static let sectionOfNoKind = DiagnosticCode(
    "FQ1308", "section-of-no-kind", .error,
    en: "a section over a value that is always there once", zh: "段落所指的值总是有且只有一个")
  package static let secretReachesSide = DiagnosticCode(
    "FQ1309", "secret-reaches-side", .error,
    en: "a fact reaches a side that it is kept from", zh: "应保密的事实会被该方知道")
  package static let nothingDeclassified = DiagnosticCode(
    "FQ1310", "nothing-declassified", .warning,
    en: "a secret is set free where it is not told", zh: "解密之处并没有告知秘密")
  package static let secretFromNobody = DiagnosticCode(
    "FQ1311", "secret-from-nobody", .error,
    en: "a fact is said apart but kept from no other side", zh: "背对背说的事实没有对另一方保密")
  package static let measureOfNothing = DiagnosticCode(
    "FQ1312", "measure-of-nothing", .error,
    en: "a measure says not one thing that it counts or sums", zh: "指标没有写明唯一的统计内容")
  package static let measureOfNoNumber = DiagnosticCode(
    "FQ1313", "measure-of-no-number", .error,
    en: "a measure sums what is no number", zh: "对不是数的值求和")
  package static let tagInMarkup = DiagnosticCode(
    "FQ1314", "tag-in-markup", .error,
    en: "a tag of a page stands where HTML would be read", zh: "页面的标签写在 HTML 标记里")
  package static let unescapedTag = DiagnosticCode(
    "FQ1315", "unescaped-tag", .error,
    en: "a tag of a page would write unescaped", zh: "页面的标签会不转义地写出内容")
  package static let templateCircle = DiagnosticCode(
    "FQ1316", "template-circle", .error,
    en: "a template stands inside of itself", zh: "模板嵌入了自己")

  static let paperCodes: [DiagnosticCode] = [
    templateNotRead, unclosedSection, unopenedSection, unfinishedTag, foreignTag, unknownTag,
    tagWithoutText, sectionOfNoKind, secretReachesSide, nothingDeclassified, secretFromNobody,
    measureOfNothing, measureOfNoNumber, tagInMarkup, unescapedTag, templateCircle,
  ]
}
