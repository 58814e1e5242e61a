internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText
internal import Store

/// `fengqiao case verify`: whether the journals are as they were written.
struct CaseVerifyCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find altered, dropped or reordered entries in a case's journal, or in all.")

  @Argument(help: "A case's id (default: every case).")
  var id: String?

  @Flag(help: "Print the digest of all heads: kept elsewhere, it shows even a journal cut short.")
  var head = false

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let store = try options.desk().store
    do throws(StoreFault) {
      return try report(store)
    } catch { throw ToolFault(error) }
  }

  private func report(_ store: any CaseStore) throws(StoreFault) -> ToolExit {
    let console = output.console
    let faults: [ChainFault]
    let what: String
    if let id {
      guard let record = try store.record(of: id) else { throw .noSuchCase(id) }
      faults = try store.verify(id)
      what = console.say(
        "1 case, " + Console.counted(record.length, "entry", "entries"),
        "1 个案件，\(record.length) 条记录")
    } else {
      let all = try store.verifyAll()
      faults = all.faults
      what = console.say(
        Console.counted(all.cases, "case", "cases") + ", "
          + Console.counted(all.entries, "entry", "entries"), "\(all.cases) 个案件，\(all.entries) 条记录")
    }
    let digest = head ? try store.headDigest().digest.description : nil
    switch format {
    case .human:
      for fault in faults {
        console.print(console.styled(fault.message.text(in: console.language).onOneSafeLine, .red))
      }
      console.print(what + (faults.isEmpty ? console.say(": unaltered", "：没有改动") : ""))
      if let digest { console.print("sha256:\(digest)") }
    case .json:
      let found = faults.map { fault in
        JSONText.object([
          .init("case", .string(fault.caseID)),
          .init("entry", fault.sequence.map { .integer($0) } ?? .null),
          .init("message", .string(fault.message.text(in: console.language))),
        ])
      }
      console.print(
        JSONText.object([
          .init("faults", .array(found)), .init("head", digest.map { .string($0) } ?? .null),
        ]).text())
    }
    return faults.isEmpty ? .clean : .findings
  }
}
