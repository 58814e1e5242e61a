internal import SourceText

/// Reads files from the disk.
struct DiskReader: SourceReading {
  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    do {
      return try Disk.read(path)
    } catch {
      throw SourceReadingError(path: path, reason: reason(of: error))
    }
  }

  private func reason(of fault: SystemFault) -> SourceReadingError.Reason {
    switch fault {
    case .notFound, .notAFolder: .notFound
    case .isFolder: .isFolder
    default: .unreadable(fault.words)
    }
  }
}
