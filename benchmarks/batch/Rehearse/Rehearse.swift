internal import Batch
internal import Compiler
internal import Engine
internal import Foundation
internal import SourceText

/// Measures deciding or stepping alone, over cases that were read before: nanoseconds of processor
/// time a decision, or an event; then a sum that keeps the work from being left out.
///
///     rehearse decide|step RUNS RULEBOOK CASES
///     rehearse image RULEBOOK       writes the tables as the fuzzer reads them
@main
struct Rehearse {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 3, words[1] == "image" {
      guard let image = PlanImage(try interpreter(ofFile: words[2])) else {
        throw Misuse(message: "the rulebook cannot be put into tables")
      }
      return FileHandle.standardOutput.write(Data(image.bytes))
    }
    guard words.count == 5, let runs = Int(words[2]) else {
      throw Misuse(message: "usage: rehearse decide|step RUNS RULEBOOK CASES")
    }
    let interpreter = try interpreter(ofFile: words[3])
    let lines = [UInt8](try Data(contentsOf: URL(fileURLWithPath: words[4])))
    guard let rehearsal = Rehearsal(interpreter, lines: lines) else {
      throw Misuse(message: "the rulebook cannot be put into tables")
    }
    let isDecision = words[1] == "decide"
    var sum = 0
    let start = processorSeconds()
    for _ in 0..<runs { sum += isDecision ? rehearsal.decideAll() : rehearsal.stepAll() }
    let seconds = processorSeconds() - start
    let count = runs * (isDecision ? rehearsal.caseCount : rehearsal.eventCount)
    print(String(format: "%.2f %ld", seconds * 1e9 / Double(count), sum))
  }

  private static func interpreter(ofFile path: String) throws -> Interpreter {
    let rulebook = try String(contentsOfFile: path, encoding: .utf8)
    let compilation = try RulebookCompiler(reading: FilesInMemory(["r.yaml": rulebook])).compile(
      path: "r.yaml")
    guard let program = compilation.program else {
      throw Misuse(message: "the rulebook has errors")
    }
    return Interpreter(program: program, calendar: compilation.calendar)
  }

  private static func processorSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}

/// What was asked for cannot be measured.
struct Misuse: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
