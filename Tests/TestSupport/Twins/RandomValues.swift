internal import Model
internal import SourceText

/// Random values of a program's types: small ones, and those that its rules speak of.
struct RandomValues {
  private let program: Program
  private var numbers: [Number] = [0, 1, 2, 3]
  private var texts: [String] = ["甲某", "乙某", "丙某"]
  private let today: CalendarDate
  private let opened: DateTime

  init(_ program: Program, at opened: DateTime) {
    self.program = program
    self.opened = opened
    today = opened.date(in: program.offset)
    // What stands in the rules divides their cases: the numbers and their neighbours, the texts.
    let rules = dumpProgram(program)
    let digits = rules.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
    for constant in Set(digits).sorted() {
      guard let number = Number(literal: String(constant)), number < 1_000_000 else { continue }
      for delta: Number in [-1, 0, 1] {
        if let near = try? number + delta { numbers.append(near) }
      }
    }
    let quoted = rules.split(separator: "\"", omittingEmptySubsequences: false)
    texts += quoted.indices.filter { !$0.isMultiple(of: 2) }.map { String(quoted[$0]) }.prefix(20)
  }

  func value(of type: ValueType, using random: inout SeededRandom) -> NamedValue {
    switch type {
    case .boolean: .plain(.boolean(random.chance(2)))
    case .number, .money: .plain(.number(random.pick(numbers)))
    case .integer: .plain(.number(random.pick(numbers.filter(\.isInteger))))
    case .text: .plain(.text(random.pick(Bool.random(using: &random) ? texts : ["甲某", "乙某"])))
    case .formatted(let format):
      .plain(.text(format.example(Int.random(in: 0..<1000, using: &random))))
    case .date: .plain(.date(day(using: &random)))
    case .dateTime:
      .plain(.dateTime(DateTime(startOf: day(using: &random), offset: program.offset) ?? opened))
    case .enumeration(let id): .word(random.pick(program.enumerations[id].words).name)
    case .list(let element):
      .list(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in value(of: element, using: &random) })
    case .record(let record):
      .record(record.fields.map { ($0.name, value(of: $0.type, using: &random)) })
    case .optional(let inner):
      random.chance(4) ? .plain(.null) : value(of: inner, using: &random)
    case .dayTimeDuration, .yearMonthDuration, .range, .null, .nothing: .plain(.null)
    }
  }

  private func day(using random: inout SeededRandom) -> CalendarDate {
    today.adding(days: Int.random(in: -40...90, using: &random)) ?? today
  }
}
