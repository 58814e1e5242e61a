internal import Glibc

/// A file that is open for reading or writing; it is closed when it goes out of use.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  /// Opens an existing file.
  init(reading path: String) throws(SystemFault) {
    descriptor = try retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
  }

  /// Makes a file that must not be there yet.
  ///
  /// - Parameter isPrivate: nobody else may read or write it.
  init(making path: String, isPrivate: Bool = false) throws(SystemFault) {
    let mode: mode_t = isPrivate ? 0o600 : 0o666
    descriptor = try retrying { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
  }

  /// Opens a file to be written anew; one that is there loses what it holds.
  init(replacing path: String) throws(SystemFault) {
    descriptor = try retrying { unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A file to write and read again that no path leads to, and that nobody need remove.
  static func unnamed() throws(SystemFault) -> OpenFile {
    var template = Array("/tmp/fengqiao-XXXXXX".utf8CString)
    let descriptor = try retrying { unsafe mkstemp(&template) }
    unsafe unlink(template)
    return OpenFile(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// All bytes from here to the end; a fault where there are more than so many, as in `/dev/zero`.
  func readToEnd(atMost limit: Int = .max) throws(SystemFault) -> [UInt8] {
    // As much as it is said to hold, because most of what lies unused behind a text stays so.
    let size = self.size ?? 0
    var bytes = size > 0 && size < limit ? try readSome(size + 1) : try readSome()
    while bytes.count <= limit {
      let more = try readSome()
      if more.isEmpty { return bytes }
      bytes += more
    }
    throw .tooLarge
  }

  /// The next bytes, up to so many, behind those that are handed in; none at the end.
  func readSome(behind held: [UInt8] = [], _ limit: Int = 1 << 16) throws(SystemFault) -> [UInt8] {
    try fengqiao.read(limit, behind: held, from: descriptor)
  }

  /// How many bytes it holds; nil for what is no ordinary file.
  var size: Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Back to the first byte.
  func rewind() throws(SystemFault) {
    _ = try retrying { lseek(descriptor, 0, SEEK_SET) }
  }

  func write(_ text: some Collection<UInt8>) throws(SystemFault) {
    try fengqiao.write(Array(text), to: descriptor)
  }
}

/// Reads up to so many bytes behind others; none at the end. There is room left behind them, for
/// those who pad what they read.
func read(
  _ limit: Int, behind held: [UInt8] = [], from descriptor: Int32
) throws(SystemFault) -> [UInt8] {
  var fault: SystemFault?
  let room = held.count + limit + 64
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    count = unsafe buffer.update(fromContentsOf: held)
    do throws(SystemFault) {
      let start = unsafe buffer.baseAddress.map { unsafe $0 + held.count }
      count += try retrying { unsafe Glibc.read(descriptor, start, limit) }
    } catch {
      fault = error
    }
  }
  if let fault { throw fault }
  return bytes
}

/// Writes all bytes, in as many calls as that takes.
func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFault) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = try retrying {
      unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
    rest = rest.dropFirst(count)
  }
}
