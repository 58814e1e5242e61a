import Compiler
import Engine
import Foundation
import Model
import SourceText
import Synchronization
import TestSupport
import Testing
import Verifier

/// What the shipped rulebooks promise: proved as they stand, refuted where a fault is planted.
@Suite struct ShippedPromiseTests {
  private static let places = {
    let paths = (try? Repository.files()) ?? []
    return paths.filter { $0.hasPrefix("Rules/") && $0.hasSuffix("/rulebook.yaml") }
      .map { $0.split(separator: "/")[1] }.map(String.init)
  }()

  @Test func allPlacesAreTried() {
    #expect(Set(Self.places).isSuperset(of: ["base", "xinyi", "dingmao", "fengqiao"]))
  }

  @Test(arguments: places)
  func aShippedRulebookKeepsItsPromises(_ place: String) throws {
    let program = try #require(try Self.program(place, besides: [:]))
    #expect(!program.invariants.isEmpty)
    let begun = Self.processorSeconds
    for invariant in program.invariants {
      guard case .proved = prove(invariant, of: program, .china) else {
        Issue.record("\(place): \(invariant.name) is not proved")
        continue
      }
    }
    Self.tell(place, Self.processorSeconds - begun)
  }

  private static let spent = Mutex((seconds: 0.0, places: 0))

  /// What proofs take is in the log of a run; no test asserts it.
  private static func tell(_ place: String, _ seconds: Double) {
    let all = spent.withLock { spent in
      spent.seconds += seconds
      spent.places += 1
      return spent
    }
    let (own, sum) = (String(format: "%.1f", seconds), String(format: "%.1f", all.seconds))
    let line =
      "proofs: \(place) \(own) s of a processor, \(all.places) rulebooks so far \(sum) s\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// What this thread has had of a processor; others that wait for one do not lengthen it.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A fault in a file of the base, and the promise that it breaks.
  struct Fault: CustomTestStringConvertible, Sendable {
    var file: String
    var text: String
    var fault: String
    var promise: String
    var testDescription: String { promise }
  }

  @Test(arguments: [
    // A line of the screen is gone.
    Fault(
      file: "screen", text: "      when: 人身威胁\n", fault: "      when: 虚假调解\n",
      promise: "threats_are_not_mediated"),
    // A guard turned round.
    Fault(
      file: "screen", text: "      when: 涉嫌犯罪\n", fault: "      when: not(涉嫌犯罪)\n",
      promise: "crime_is_not_mediated"),
    // Closed without performance.
    Fault(
      file: "workflow", text: "breached: {to: 未履行, law: [pml_31, pml_32]}",
      fault: "breached: {to: 化解, law: [pml_31, pml_32]}", promise: "settled_means_performed"),
    // A way out that is not open everywhere.
    Fault(
      file: "people", text: "    while: 案中\n", fault: "    while: 在办\n",
      promise: "one_may_always_leave"),
    // Performance of what was not agreed.
    Fault(
      file: "workflow", text: "rights_told: {to: 调解, law: [rules75_30, pml_23]}",
      fault: "rights_told: {to: 履行, law: [rules75_30, pml_23]}",
      promise: "performance_is_of_an_agreement"),
  ])
  func aFaultIsRefutedByACase(_ planted: Fault) throws {
    let path = "Rules/base/\(planted.file).yaml"
    let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
    #expect(text.contains(planted.text))
    let faulty = text.replacing(planted.text, with: planted.fault)
    let program = try #require(try Self.program("base", besides: [path: faulty]))
    let invariant = try #require(program.invariants.first { $0.name == planted.promise })
    guard case .refuted(let file) = prove(invariant, of: program, .china) else {
      Issue.record("the fault is not noticed")
      return
    }
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    #expect(replay.steps.dropLast().allSatisfy { $0.result.refusal == nil })
    let last = try #require(replay.steps.last?.result)
    #expect(try Self.isBroken(invariant, last, program))
  }

  private static func isBroken(
    _ invariant: Invariant, _ last: StepResult, _ program: Program
  ) throws -> Bool {
    let evaluator = Evaluator(program: program, calendar: .china, state: last.state)
    switch invariant.kind {
    case .never(let condition): return try evaluator.verdict(condition) != .fails
    case .requires(let states, let condition):
      return try states.contains(where: last.state.configuration.contains)
        && evaluator.verdict(condition) != .holds
    case .leadsTo(_, _, let targets):
      return last.refusal != nil || !targets.contains(where: last.state.configuration.contains)
    case .canEnd, .within: return false
    }
  }

  private static func program(_ place: String, besides files: [String: String]) throws -> Program? {
    try RulebookCompiler(reading: ShippedFiles(changed: files), templateFolders: ["Templates"])
      .compile(path: "Rules/\(place)/rulebook.yaml").program
  }
}

/// The files of the checkout, some of them changed.
struct ShippedFiles: SourceReading {
  var changed: [String: String]

  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    if let text = changed[path] { return Array(text.utf8) }
    let url = Repository.url(path)
    guard let data = try? Data(contentsOf: url) else {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      throw SourceReadingError(path: path, reason: isFolder.boolValue ? .isFolder : .notFound)
    }
    return Array(data)
  }
}
