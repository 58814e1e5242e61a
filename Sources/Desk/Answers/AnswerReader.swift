internal import Engine
package import Model
package import SourceText

/// Why a typed answer cannot be taken, in one sentence.
package struct AnswerFault: Error, Hashable, Sendable {
  package var message: Bilingual
  /// The same for one who has the options before his eyes; nil where it is no shorter.
  package var inShort: Bilingual?

  package init(_ message: Bilingual) {
    self.message = message
  }

  init(en: String, zh: String) {
    message = Bilingual(en: en, zh: zh)
  }
}

/// Reads what a person types as a value of a declared type.
///
/// | type | is typed as |
/// |---|---|
/// | boolean | `是` `否`, `有` `没有`, `y` `n`, or the number of the option |
/// | number, integer | `12`, `1,200`, `1.5万`, `三十二` |
/// | money | the same, with or without `元` |
/// | date | `2026-05-06`, `2026年5月6日`, `5月6日`, `今天` |
/// | moment | a day and `9:20` or `9点20分`; the time alone is today's |
/// | text with a format | with or without blanks, hyphens and `+86`; a small `x` |
/// | words | the number of the option, the word or its title |
/// | list | several of these, with `、`, `,` or blanks between |
/// | persons | `张某 52、李某 47`, or `张某 年龄=52 监护人到场=是` |
///
/// Full-width digits and signs count as their narrow ones.
package struct AnswerReader: Sendable {
  let program: Program
  /// What a day without its year, and a time without its day, are read from.
  let today: CalendarDate?

  package init(program: Program, today: CalendarDate?) {
    self.program = program
    self.today = today
  }

  /// The answer to a question, within the bounds that its declaration sets.
  package func read(_ text: String, for fact: Fact) throws(AnswerFault) -> Value {
    let value = try read(text, as: fact.type)
    guard let problem = FactBounds.problem(with: value, for: fact, in: program) else {
      return value
    }
    throw AnswerFault(problem)
  }

  /// The answer as a value of the type.
  package func read(_ text: String, as type: ValueType) throws(AnswerFault) -> Value {
    let answer = text.asTyped
    guard !answer.isEmpty else {
      throw AnswerFault(en: "nothing was typed", zh: "没有输入内容")
    }
    if case .optional(let inner) = type {
      return answer.saysNothing(of: inner) ? .null : try read(text, as: inner)
    }
    switch type {
    case .boolean: return .boolean(try boolean(answer))
    case .number, .money: return .number(try number(answer))
    case .integer: return .number(try whole(answer))
    case .text: return .text(text.trimmed)
    case .formatted(let format): return .text(try self.text(text, as: format))
    case .date: return .date(try date(answer))
    case .dateTime: return .dateTime(try moment(answer))
    case .dayTimeDuration: return .dayTimeDuration(try hours(answer))
    case .yearMonthDuration: return .yearMonthDuration(try months(answer))
    case .enumeration(let id): return .word(id, try word(answer, of: id))
    case .list(let element): return .list(try list(text, of: element))
    case .record(let record): return try self.record(text, record)
    case .range, .optional, .null, .nothing:
      throw AnswerFault(en: "this cannot be typed as an answer", zh: "这一项不能直接输入")
    }
  }

  /// `138 1234 5678`, `+86-138…`, `１１０…ｘ`; what is wrong with it is told by its place.
  private func text(_ text: String, as format: TextFormat) throws(AnswerFault) -> String {
    let tidied = format.tidied(text)
    if let problem = format.problem(with: tidied) { throw AnswerFault(problem) }
    return tidied
  }

  private func boolean(_ answer: String) throws(AnswerFault) -> Bool {
    if ["1", "是", "是的", "有", "对", "要", "同意", "y", "yes", "true"].contains(answer) { return true }
    if ["2", "否", "不", "不是", "没有", "没", "无", "不要", "不同意", "n", "no", "false"].contains(answer) {
      return false
    }
    throw AnswerFault(en: "answer `yes` or `no`", zh: "请答“是”或者“否”")
  }

  private func word(_ answer: String, of id: ID<Enumeration>) throws(AnswerFault) -> Int {
    let words = program.enumerations[id].words
    if let index = words.firstIndex(where: { $0.answersTo(answer) }) { return index }
    if let number = Int(answer) {
      if words.indices.contains(number - 1) { return number - 1 }
      throw AnswerFault(
        en: "there is no option \(number); choose 1 to \(words.count)",
        zh: "没有第 \(number) 项；请选 1 到 \(words.count)")
    }
    let begun = words.indices.filter { words[$0].begins(with: answer) }
    if begun.count == 1 { return begun[0] }
    var fault = AnswerFault(
      en: "`\(answer)` is none of \(words.map { "`\($0.title.en)`" }.joined(separator: ", "))",
      zh: "没有“\(answer)”这一项；可选：\(words.map(\.plainTitle).joined(separator: "、"))")
    fault.inShort = Bilingual(
      en: "there is no `\(answer)`; write a number or a word of the list above; Enter if not known",
      zh: "没有“\(answer)”这一项，请写上面的数字或者词；不清楚就直接回车")
    throw fault
  }
}

extension Enumeration.Word {
  /// In Chinese; the name where it has a title in English alone.
  fileprivate var plainTitle: String {
    title.zh == title.en && !name.utf8.allSatisfy { $0 < 0x80 } ? name : title.zh
  }

  /// Whether an answer names it, by its name or a title.
  fileprivate func answersTo(_ answer: String) -> Bool {
    [name, title.zh, title.en].contains { $0.asTyped == answer }
  }

  fileprivate func begins(with answer: String) -> Bool {
    [name, title.zh, title.en].contains { $0.asTyped.hasPrefix(answer) }
  }
}

extension AnswerReader {
  /// Whether an answer leaves its question open, since it says that this is not known. A word of a
  /// closed list that says so is an answer.
  package func leavesOpen(_ text: String, of fact: Fact) -> Bool {
    guard SpokenAnswer.isNotKnown(text) else { return false }
    switch fact.type.unwrapped {
    case .enumeration, .list(.enumeration): return (try? read(text, as: fact.type)) == nil
    default: return true
    }
  }
}
