/// Gives the bytes of a file by its path: the tool reads a disk, tests read memory.
///
/// Paths are as the user wrote them, with `/` between folders.
package protocol SourceReading: Sendable {
  func read(_ path: String) throws(SourceReadingError) -> [UInt8]
}

/// Why a file could not be read: a fault of the world, not of the text.
package struct SourceReadingError: Error, Hashable, Sendable {
  /// What kept the file from being read.
  package enum Reason: Hashable, Sendable {
    case notFound
    case isFolder
    /// What the system said.
    case unreadable(Bilingual)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// Files that are held in memory, by path.
package struct FilesInMemory: SourceReading {
  package var files: [String: [UInt8]]

  package init(_ texts: [String: String]) {
    files = texts.mapValues { Array($0.utf8) }
  }

  /// A path that only begins others is a folder, as on a disk.
  package func read(_ path: String) throws(SourceReadingError) -> [UInt8] {
    if let bytes = files[path] { return bytes }
    let isFolder = files.keys.contains { $0.hasPrefix(path + "/") }
    throw SourceReadingError(path: path, reason: isFolder ? .isFolder : .notFound)
  }
}

/// Paths as text, without asking a disk.
package enum FilePath {
  /// `path` as seen from the folder that holds `file`; an absolute path stays.
  package static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }

  /// The same file as seen from the folder that holds `file`; both are paths from one folder.
  package static func path(_ path: String, seenFrom file: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var steps = path.split(separator: "/").filter { $0 != "." }[...]
    var folders = folder(of: file).split(separator: "/").filter { $0 != "." }[...]
    while let step = steps.first, steps.count > 1, step == folders.first, step != ".." {
      steps = steps.dropFirst()
      folders = folders.dropFirst()
    }
    return (folders.map { _ in ".." } + steps).joined(separator: "/")
  }

  /// The folder a path lies in; "" for the working folder.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The path of `name` inside `folder`, without a leading `./`.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
