internal import Glibc
internal import SourceText

// Where things are.
extension Disk {
  static func isFolder(_ path: String) -> Bool { exists(path + "/.") }

  /// The working folder; nil where it is gone.
  static var workingFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The folder that the running tool lies in, links followed; nil where the system does not say.
  static var toolFolder: String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe FilePath.folder(of: String(cString: path))
  }
}
