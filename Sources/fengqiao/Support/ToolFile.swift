internal import SourceText

/// Files that the tool was asked to write.
enum ToolFile {
  /// Writes a file, and makes the folder for it where there is none.
  static func write(_ bytes: [UInt8], to path: String) throws(ToolFault) {
    do throws(SystemFault) {
      try Disk.makeFolder(FilePath.folder(of: path))
      try Disk.write(bytes, to: path)
    } catch {
      throw ToolFault(writing: path, error)
    }
  }
}
