internal import Glibc

// What the keeper of a cache asks of the disk.
extension Disk {
  /// What tells a file from an earlier or later one at its path: its size and when it was last
  /// written. Nil where it is not there.
  static func stamp(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// When a file was last written, in seconds since 1970; nil where it is not there.
  static func secondWritten(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec
  }

  /// What a file of one's own holds; nil where it belongs to somebody else, where others may write
  /// it, where it is a link or is larger than `limit`.
  static func readOwn(_ path: String, atMost limit: Int) -> [UInt8]? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0, Int(status.st_size) <= limit
    else { return nil }
    return try? read(path)
  }

  /// Removes a file; nothing happens where that cannot be done.
  static func remove(_ path: String) {
    unsafe unlink(path)
  }
}
