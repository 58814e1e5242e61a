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
    // What stands there as a folder is not replaced; the system says so in other words.
    if !path.isEmpty, isFolder(path) { throw .isFolder }
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
  /// with a dot is left out, a link is not followed, and a folder that is not there is empty.
  static func paths(below folder: String) throws(UnreadFolder) -> [String] {
    let opened = unsafe opendir(folder)
    guard let opened = unsafe opened else {
      let fault = SystemFault.last
      if fault == .notFound || fault == .notAFolder { return [] }
      throw UnreadFolder(path: "", fault: fault)
    }
    return try unsafe paths(in: opened)
  }

  private static func paths(in folder: OpaquePointer) throws(UnreadFolder) -> [String] {
    defer { unsafe closedir(folder) }
    var paths: [String] = []
    while true {
      // An end and a fault look the same but for this.
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      paths.append(name)
      paths += try unsafe Self.paths(below: name, in: folder).map { name + "/" + $0 }
    }
    guard errno == 0 else { throw UnreadFolder(path: "", fault: .last) }
    return paths
  }

  /// Nothing where the name is no folder's.
  private static func paths(
    below name: String, in folder: OpaquePointer
  ) throws(UnreadFolder) -> [String] {
    let inner = unsafe openat(
      dirfd(folder), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard inner >= 0, let opened = unsafe fdopendir(inner) else {
      let fault = SystemFault.last
      // A file, a link, or gone meanwhile.
      if [.notAFolder, .link, .notFound].contains(fault) { return [] }
      throw UnreadFolder(path: name, fault: fault)
    }
    do throws(UnreadFolder) { return try unsafe paths(in: opened) } catch {
      let path = error.path.isEmpty ? name : name + "/" + error.path
      throw UnreadFolder(path: path, fault: error.fault)
    }
  }
}

/// A folder that is there and cannot be looked into.
struct UnreadFolder: Error {
  /// As seen from the folder that was searched; "" for itself.
  var path: String
  var fault: SystemFault
}
