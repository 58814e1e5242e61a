internal import Foundation
internal import SourceText

/// Reads files from the disk.
struct DiskReader: SourceReading {
  func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes else { throw SourceReadingError(path: path, reason: .notFound) }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      throw SourceReadingError(path: path, reason: .isFolder)
    }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw SourceReadingError(path: path, reason: .unreadable(error.localizedDescription))
    }
  }
}
