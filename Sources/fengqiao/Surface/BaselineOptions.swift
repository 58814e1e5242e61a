internal import ArgumentParser

/// Which findings are known already; the same for `check` and `prove`.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Findings named in this file are told as known and do not make the run fail.",
      valueName: "file"), completion: .file())
  var baseline: String?

  @Flag(help: "Write what is found now into the baseline file.")
  var writeBaseline = false

  func validate() throws {
    if writeBaseline, baseline == nil {
      throw ValidationError("--write-baseline needs --baseline FILE.")
    }
  }

  func read() throws(ToolFault) -> Baseline? {
    guard let baseline else { return nil }
    return writeBaseline ? Baseline(path: baseline) : try Baseline(reading: baseline)
  }
}
