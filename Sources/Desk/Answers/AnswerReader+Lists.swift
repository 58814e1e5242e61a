internal import Model
internal import SourceText

// Several things at once, and persons.
extension AnswerReader {
  func list(_ text: String, of element: ValueType) throws(AnswerFault) -> [Value] {
    let answer = text.asTyped
    if ["无", "没有", "none", "[]"].contains(answer) { return [] }
    var values: [Value] = []
    for part in text.parts(blanks: element.isChosenByWord) {
      let value = try read(part, as: element)
      if values.contains(value) {
        throw AnswerFault(en: "`\(part)` stands there twice", zh: "“\(part)”重复了")
      }
      values.append(value)
    }
    guard !values.isEmpty else {
      throw AnswerFault(en: "nothing was typed", zh: "没有输入内容")
    }
    return values
  }

  /// A person: the name, then an age as a bare number, then `field=value`.
  func record(_ text: String, _ record: RecordType) throws(AnswerFault) -> Value {
    var values: [Value?] = Array(repeating: nil, count: record.fields.count)
    for (place, word) in text.split(whereSeparator: \.isWhitespace).map(String.init).enumerated() {
      let index = try field(of: word, at: place, in: record)
      guard values[index] == nil else {
        let name = record.fields[index].name
        throw AnswerFault(en: "`\(name)` is given twice", zh: "“\(name)”写了两次")
      }
      values[index] = try read(word.behindEqualSign, as: record.fields[index].type)
    }
    var whole: [Value] = []
    for (field, value) in zip(record.fields, values) {
      guard let value = value ?? (field.type.isOptional ? .null : nil) else {
        throw AnswerFault(en: "`\(field.name)` is missing", zh: "还缺“\(field.name)”")
      }
      whole.append(value)
    }
    return .record(whole)
  }

  /// Which field a word is for.
  private func field(
    of word: String, at place: Int, in record: RecordType
  ) throws(AnswerFault) -> Int {
    if let sign = word.firstIndex(where: { "=＝".contains($0) }) {
      let name = String(word[..<sign])
      if let index = record.index(of: name) { return index }
      let known = record.fields.map(\.name)
      throw AnswerFault(
        en: "there is no `\(name)` here; known: \(known.joined(separator: ", "))",
        zh: "没有“\(name)”这一栏；可写：\(known.joined(separator: "、"))")
    }
    if place == 0 { return 0 }
    // A word in the format of a field is that field's.
    if let index = record.fields.firstIndex(where: { $0.type.unwrapped.isFormat(of: word) }) {
      return index
    }
    // A bare number behind a name is an age: the first field of that type.
    if (try? whole(word.asTyped)) != nil,
      let index = record.fields.firstIndex(where: { $0.type.unwrapped == .integer })
    {
      return index
    }
    throw AnswerFault(
      en: "say what `\(word)` is: write `field=value`, as `\(record.fields[0].name)=\(word)`",
      zh: "请写明“\(word)”是哪一栏，例如 \(record.fields[0].name)=\(word)")
  }
}

extension String {
  /// What stands behind its first `=`; all of it where there is none.
  fileprivate var behindEqualSign: String {
    guard let sign = firstIndex(where: { "=＝".contains($0) }) else { return self }
    return String(self[index(after: sign)...])
  }
}

extension ValueType {
  /// Whether the word is in the format that the type has.
  fileprivate func isFormat(of word: String) -> Bool {
    if case .formatted(let format) = self {
      format.fault(in: format.tidied(word)) == nil
    } else {
      false
    }
  }

  /// Whether blanks end one answer of this type and begin the next.
  fileprivate var isChosenByWord: Bool {
    switch unwrapped {
    case .enumeration, .boolean, .number, .integer, .money: true
    default: false
    }
  }
}
