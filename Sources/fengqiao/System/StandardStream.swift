internal import Glibc

/// Where the tool speaks.
enum StandardStream: Int32 {
  case output = 1
  case errors = 2

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// How many columns the terminal has; nil where output goes elsewhere, or it does not say.
  static var columns: Int? { windowSize.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  /// How many lines the terminal has; nil where output goes elsewhere, or it does not say.
  static var rows: Int? { windowSize.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private static var windowSize: winsize? {
    var size = winsize()
    guard unsafe ioctl(output.rawValue, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return size
  }

  /// Whether a person may be typing.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  func write(_ text: String) throws(SystemFault) {
    try write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) throws(SystemFault) {
    try fengqiao.write(bytes, to: rawValue)
  }

  /// Up to so many bytes of standard input, behind those that are handed in; none at its end.
  static func read(behind held: [UInt8], _ limit: Int) throws(SystemFault) -> [UInt8] {
    try fengqiao.read(limit, behind: held, from: STDIN_FILENO)
  }
}

/// Ends the tool at once.
func leave(_ code: Int32) -> Never {
  exit(code)
}

/// A variable of the environment; nil if it is not set or empty, which POSIX takes for the same.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}
