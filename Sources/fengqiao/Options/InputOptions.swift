internal import ArgumentParser

/// What is read besides the rulebook; the same for every verb that runs one.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count working days by this calendar file instead of the rulebook's or China's.",
      valueName: "file"), completion: .file())
  var calendar: String?
}
