internal import Foundation
internal import SourceText
internal import Store

/// Writes to a store as people at a desk would, to be measured, or to be killed by a test.
///
///     scribe write STORE CASE COUNT WRITER   adds COUNT entries to a case, opening it if need be
///     scribe setup STORE                     makes a store ready for use
///     scribe steps STORE COUNT               how many steps it acknowledges in a second
///     scribe fill STORE CASES                fills an empty store
///     scribe ask STORE CASES                 how long its questions take; see `Measure`
///     scribe start STORE                     opens it and ends
///
/// Each entry that the store acknowledged is printed at once, as its number and fingerprint. Where
/// somebody else was faster, it reads on and tries again. Exit 1 and the fault if the store fails.
@main
struct Scribe {
  static func main() {
    // A limit on the size of files is to come as a fault, as a full disk does.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch let fault as StoreFault {
      end("\(fault.message.en)", code: 1)
    } catch { end("\(error)", code: 2) }
  }

  private static func run(_ words: [String]) throws {
    guard let verb = words.first else { throw Misuse() }
    switch (verb, words.count) {
    case ("write", 5):
      guard let count = Int(words[3]) else { throw Misuse() }
      try Writer(store: openStore(words[1]), name: words[4]).write(count, to: words[2])
    case ("setup", 2):
      try CaseStores.setUp(words[1])
    case ("start", 2):
      _ = try openStore(words[1])
    case ("steps", 3), ("fill", 3), ("ask", 3):
      guard let count = Int(words[2]) else { throw Misuse() }
      try measure(verb, openStore(words[1]), count)
    default: throw Misuse()
    }
  }

  private static func measure(_ verb: String, _ store: any CaseStore, _ count: Int) throws {
    switch verb {
    case "steps": try Measure(store: store).steps(count)
    case "fill": try Measure.fill(store, cases: count)
    default: try Measure(store: store).questions(cases: count)
    }
  }

  /// Opens a store and gives it what the entries refer to.
  private static func openStore(_ place: String) throws -> any CaseStore {
    let store = try CaseStores.open(place, patience: 60_000)
    if try store.program(Script.program.summary.hash) == nil {
      try store.keep(Script.program)
      try store.keep(Script.calendar)
    }
    return store
  }

  private static func end(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(code)
  }
}

/// The words were not understood.
struct Misuse: Error, CustomStringConvertible {
  let description =
    "usage: scribe write STORE CASE COUNT WRITER | scribe setup|start STORE"
    + " | scribe steps|fill|ask STORE COUNT"
}
