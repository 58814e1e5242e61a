internal import Glibc

/// Files and folders by their paths.
enum Disk {
  /// The largest file that is read whole, in bytes: far more than anybody writes by hand.
  private static let largest = 1 << 28

  static func read(_ path: String) throws(SystemFault) -> [UInt8] {
    try OpenFile(reading: path).readToEnd(atMost: largest)
  }

  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Puts a file in place whole: whoever reads it meanwhile sees the old one or the new one.
  ///
  /// - Parameter isPrivate: nobody else may read it.
  static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(SystemFault) {
    let draft = "\(path).\(getpid()).tmp"
    do throws(SystemFault) {
      try OpenFile(making: draft, isPrivate: isPrivate).write(bytes)
      _ = try retrying { unsafe rename(draft, path) }
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }

  /// Makes a folder and those above it that are not there yet.
  ///
  /// - Parameter isPrivate: nobody else may look into those that are made.
  static func makeFolder(_ path: String, isPrivate: Bool = false) throws(SystemFault) {
    do throws(SystemFault) {
      _ = try retrying { unsafe mkdir(path, isPrivate ? 0o700 : 0o777) }
    } catch .exists {
      return
    } catch .notFound {
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw .notFound }
      try makeFolder(String(path[..<slash]), isPrivate: isPrivate)
      try makeFolder(path, isPrivate: isPrivate)
    }
  }

  /// The paths of all that is in and below a folder, as seen from it and in no order. What begins
  /// with a dot is left out, a link is not followed, and a folder that may not be read is empty.
  static func paths(below folder: String) -> [String] {
    unsafe paths(in: opendir(folder))
  }

  private static func paths(in folder: OpaquePointer?) -> [String] {
    guard let folder = unsafe folder else { return [] }
    defer { unsafe closedir(folder) }
    var paths: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      let inner = unsafe openat(
        dirfd(folder), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      paths.append(name)
      if inner >= 0 { paths += unsafe Self.paths(in: fdopendir(inner)).map { name + "/" + $0 } }
    }
    return paths
  }
}
