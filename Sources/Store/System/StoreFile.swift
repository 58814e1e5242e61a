internal import Glibc

/// A store's file as the system sees it, before SQLite does.
enum StoreFile {
  /// What lies at a path.
  enum Content {
    case nothing
    /// A file without a byte, as one is while a store is being made.
    case empty
    case database
    case other
  }

  /// Makes an empty file that nobody else may read, with the folders above it. False where one is
  /// there already.
  static func make(_ path: String) throws(StoreFault) -> Bool {
    try makeFolder(above: path)
    let file = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file < 0 {
      guard errno == EEXIST else { throw failure(path) }
      return false
    }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
    try sync(folder(above: path))
    return true
  }

  static func content(of path: String) throws(StoreFault) -> Content {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 {
      guard errno == ENOENT else { throw failure(path) }
      return .nothing
    }
    defer { close(file) }
    let mark = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: mark.count)
    let count = unsafe head.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw failure(path) }
    if count == 0 { return .empty }
    return head == mark ? .database : .other
  }

  /// Waits until what was written to a finished file, and its name, are on the disk.
  static func sync(_ path: String) throws(StoreFault) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  static func pause(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
  }

  static func folder(above path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolder(above path: String) throws(StoreFault) {
    let folder = folder(above: path)
    guard unsafe mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else {
      // A folder that is there need not be ours to make.
      if unsafe access(folder, F_OK) == 0 { return }
      throw failure(folder)
    }
    try makeFolder(above: folder)
    guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
  }

  private static func failure(_ path: String) -> StoreFault {
    let number = errno
    if number == ENOSPC || number == EDQUOT { return .full(path) }
    return .cannotOpen(store: path, reason: unsafe String(cString: strerror(number)))
  }
}
