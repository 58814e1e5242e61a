package import Foundation

/// Puts a shell script in a folder under the name of the program that it plays.
///
/// The copy is made by a process of its own: were the file open for writing in this process, a
/// child that another test forks in that moment would hold it open too, and running the script
/// would fail as "text file busy".
package func standIn(for program: String, _ script: String, in folder: URL) throws {
  let words = folder.appendingPathComponent("\(program).words")
  try "#!/bin/sh\n\(script)\n".write(to: words, atomically: true, encoding: .utf8)
  let made = try Command("install", ["-m", "755", words.lastPathComponent, program], in: folder)
    .run()
  guard made.status == 0 else { throw StandInFailure(words: made.errors) }
}

/// The script could not be put in place.
private struct StandInFailure: Error {
  let words: String
}
