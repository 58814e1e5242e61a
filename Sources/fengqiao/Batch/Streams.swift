internal import SourceText

/// Where a batch's cases come from: a file, or standard input.
final class SourceStream: Sendable {
  private let path: String
  private let file: SharedFile?

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws(ToolFault) {
    self.path = path
    if path == "-" {
      file = nil
      return
    }
    do throws(SystemFault) { file = SharedFile(try OpenFile(reading: path)) } catch {
      throw ToolFault(reading: path, error)
    }
  }

  /// In bytes; nil where nobody can know.
  var size: Int? { file?.file.size }

  /// What it is handed, and up to so many bytes behind that.
  func read(behind held: [UInt8], _ count: Int) throws(ToolFault) -> [UInt8] {
    do throws(SystemFault) {
      guard let file else { return try StandardStream.read(behind: held, count) }
      return try file.file.readSome(behind: held, count)
    } catch {
      throw ToolFault(reading: path, error)
    }
  }
}

/// A file that several may hold.
private final class SharedFile: Sendable {
  let file: OpenFile

  init(_ file: consuming OpenFile) {
    self.file = file
  }
}

/// The file that records of faulty lines are written into.
final class ErrorStream: Sendable {
  private let path: String
  private let file: OpenFile

  init(_ path: String) throws(ToolFault) {
    self.path = path
    do throws(SystemFault) { file = try OpenFile(replacing: path) } catch {
      throw ToolFault(writing: path, error)
    }
  }

  func write(_ bytes: [UInt8]) throws(ToolFault) {
    do throws(SystemFault) { try file.write(bytes) } catch {
      throw ToolFault(writing: path, error)
    }
  }
}

/// Standard output, where results go.
enum ResultStream {
  /// A reader that went away (a closed pipe) ends the tool quietly.
  static func write(_ bytes: [UInt8]) throws(ToolFault) {
    do throws(SystemFault) { try StandardStream.output.write(bytes) } catch {
      if error == .brokenPipe { leave(ToolExit.cannotRun.rawValue) }
      throw ToolFault(writingResults: error)
    }
  }
}

extension ToolFault {
  /// A file of cases that cannot be read.
  fileprivate init(reading path: String, _ fault: SystemFault) {
    switch fault {
    case .notFound: self.init(SourceReadingError(path: path, reason: .notFound))
    case .isFolder: self.init(SourceReadingError(path: path, reason: .isFolder))
    default: self.init(SourceReadingError(path: path, reason: .unreadable(fault.words)))
    }
  }
}
