extension FilePath {
  /// The same path without `.` and without `x/..`, as far as that can be told without asking a
  /// disk: `local/../base` is `base`.
  package static func normal(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether no step of it is empty, `.` or `..`.
  private static func isNormal(_ path: String) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var length = 0
    var isDots = true
    for byte in path.hasPrefix("/") ? path.utf8.dropFirst() : path.utf8[...] {
      if byte == slash {
        if isDots, length < 3 { return false }
        (length, isDots) = (0, true)
      } else {
        length += 1
        isDots = isDots && byte == dot
      }
    }
    return !isDots || length > 2
  }

  /// A file's path as seen from a folder, both given from one place: `base/a` from `local` is
  /// `../base/a`. What cannot be told without asking a disk stays as it is.
  package static func relative(_ path: String, to folder: String) -> String {
    let (path, folder) = (normal(path), normal(folder))
    guard path.hasPrefix("/") == folder.hasPrefix("/") || folder.isEmpty else { return path }
    let steps = path.split(separator: "/")
    let folders = folder.split(separator: "/")
    let shared = zip(steps, folders).prefix { $0 == $1 }.count
    let rest = folders.dropFirst(shared)
    guard !rest.contains("..") else { return path }
    if folder.isEmpty, path.hasPrefix("/") { return path }
    return (rest.map { _ in ".." } + steps.dropFirst(shared)).joined(separator: "/")
  }
}
