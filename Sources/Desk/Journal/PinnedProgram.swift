internal import Compiler
internal import Engine
package import Model
package import Runtime
package import SourceText
internal import Store

/// The rulebook that a case is pinned to, ready to step it.
package struct PinnedProgram: Sendable {
  package let hash: String
  package let program: Program
  package let sources: SourceMap
  let names: ProgramNames

  package init(_ artefact: Artefact) {
    hash = artefact.programHash
    program = artefact.program
    sources = artefact.sources
    names = ProgramNames(artefact.program)
  }

  /// Reads one case, as a case file has it, against the program.
  func caseFile(_ members: [String: JSONValue]) throws(DeskFault) -> CaseFile {
    let text = JSONValue.object(members).caseFileJSON.text(order: .sorted)
    let path = "case.json"
    var (sources, diagnostics) = (self.sources, Diagnostics())
    let files: [CaseFile]
    do {
      files = try RulebookCompiler(reading: FilesInMemory([path: text])).compileCases(
        path: path, against: names, sources: &sources, into: &diagnostics)
    } catch {
      preconditionFailure("a text in memory can be read")
    }
    guard let file = files.first, !diagnostics.hasErrors else {
      throw .findings(diagnostics.sorted, sources)
    }
    return file
  }

  /// Whether the value at a path of an entry is free text: `set.争议事项`, `with.name`.
  func isFreeText(_ path: String, of event: String?) -> Bool {
    let steps = path.split(separator: ".").map(String.init)
    guard steps.count > 1 else { return false }
    let type: ValueType?
    switch steps[0] {
    case "set", "facts": type = program.facts.elements.first { $0.name == steps[1] }?.type
    case "with":
      let event = program.events.elements.first { $0.name == event }
      type = event?.payload.first { $0.name == steps[1] }?.type
    default: type = nil
    }
    return type?.isText(at: steps.dropFirst(2)) ?? false
  }
}

extension ValueType {
  /// Whether text stands at these steps into a value.
  fileprivate func isText(at steps: ArraySlice<String>) -> Bool {
    switch unwrapped {
    case .text, .formatted: steps.isEmpty
    case .list(let element): !steps.isEmpty && element.isText(at: steps.dropFirst())
    case .record(let record):
      steps.first.flatMap(record.index).map {
        record.fields[$0].type.isText(at: steps.dropFirst())
      } ?? false
    default: false
    }
  }
}
