internal import FoundationEssentials
internal import Glibc

/// A program that was run to its end.
struct ChildProcess {
  /// What it wrote on its standard output.
  let output: [UInt8]
  /// What it wrote on its standard error.
  let errors: [UInt8]
  /// Its exit code; 128 and the signal's number where a signal ended it, as shells count.
  let code: Int32

  /// Whether it ended by itself, with exit code 0.
  var succeeded: Bool { code == 0 }

  /// Runs a program that is found on the PATH. It reads and writes files without a name, not pipes:
  /// so the two never wait for each other, and it may end without reading all.
  init(
    running program: String, _ arguments: [String], input: [UInt8],
    adding variables: [String: String] = [:]
  ) throws(SystemFault) {
    let given = try OpenFile.unnamed()
    try given.write(input)
    try given.rewind()
    let written = try OpenFile.unnamed()
    let complained = try OpenFile.unnamed()
    let child = try Self.start(
      program, arguments, variables, from: given.descriptor, to: written.descriptor,
      complaining: complained.descriptor)
    var status: Int32 = 0
    _ = try retrying { unsafe waitpid(child, &status, 0) }
    // What `WIFEXITED`, `WEXITSTATUS` and `WTERMSIG` say.
    code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    try written.rewind()
    output = try written.readToEnd()
    try complained.rewind()
    errors = try complained.readToEnd()
  }

  private static func start(
    _ program: String, _ arguments: [String], _ added: [String: String], from input: Int32,
    to output: Int32, complaining errors: Int32
  ) throws(SystemFault) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    let variables = ProcessInfo.processInfo.environment.merging(added) { $1 }
      .map { "\($0)=\($1)" }.sorted()
    var child = pid_t()
    let fault = unsafe withCStrings([program] + arguments) { words in
      unsafe withCStrings(variables) { variables in
        unsafe posix_spawnp(&child, program, &actions, nil, words, variables)
      }
    }
    guard fault == 0 else { throw SystemFault(number: fault) }
    return child
  }
}

/// Lends texts as C wants them: an array of strings that ends with a null.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = unsafe texts.map { unsafe strdup($0) }
  defer {
    for index in unsafe copies.indices { unsafe free(copies[index]) }
  }
  return unsafe body(copies + [nil])
}
