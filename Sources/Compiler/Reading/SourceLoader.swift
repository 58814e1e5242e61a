package import SourceText

/// Reads the files that take part in one run and keeps them, so that any place in them can be
/// shown.
package struct SourceLoader: Sendable {
  private let reader: any SourceReading
  package private(set) var sources: SourceMap
  /// Where templates are looked for that the rulebook does not bring itself, in this order.
  package let templateFolders: [String]
  /// Where a rulebook is looked for that another one names by its folder alone, in this order.
  package let rulebookFolders: [String]
  /// By file: the one that names it; a file that nothing names is not here.
  private(set) var namedIn: [SourceID: SourceID] = [:]

  package init(
    _ reader: any SourceReading, templateFolders: [String] = [], rulebookFolders: [String] = [],
    sources: SourceMap = SourceMap()
  ) {
    self.reader = reader
    self.templateFolders = templateFolders
    self.rulebookFolders = rulebookFolders
    self.sources = sources
  }

  /// The file of a path; a folder stands for the file of that name within it.
  package mutating func load(
    _ path: String, inFolder name: String? = nil
  ) throws(SourceReadingError) -> SourceID {
    do {
      let bytes = try reader.read(path)
      return sources.add(SourceFile(name: path, bytes: bytes))
    } catch {
      guard error.reason == .isFolder, let name else { throw error }
      return try load(FilePath.join(path, name))
    }
  }

  /// The file that another one names, relative to the folder it stands in.
  package mutating func load(
    _ path: String, besideFileOf place: Span
  ) throws(SourceReadingError) -> SourceID {
    let source = try load(FilePath.beside(sources[place.source].name, path))
    namedIn[source] = place.source
    return source
  }

  /// The same by a path that may lead upwards, in its shortest form; where that is not there,
  /// because a link stands on the way, as it was written.
  mutating func loadNormal(
    _ path: String, besideFileOf place: Span, inFolder name: String? = nil
  ) throws(SourceReadingError) -> SourceID {
    let whole = FilePath.beside(sources[place.source].name, path)
    do {
      let source = try load(FilePath.normal(whole), inFolder: name)
      namedIn[source] = place.source
      return source
    } catch {
      guard error.reason == .notFound, let source = try? load(whole, inFolder: name) else {
        throw error
      }
      namedIn[source] = place.source
      return source
    }
  }

  /// The rulebook that one names under `extends`: by its way from there, or, where nothing is, by
  /// its folder's name alone in one of `rulebookFolders`.
  mutating func loadBase(_ path: Located<String>) throws(SourceReadingError) -> SourceID {
    do {
      return try loadNormal(path.value, besideFileOf: path.span, inFolder: "rulebook.yaml")
    } catch {
      guard error.reason == .notFound, path.value.isFolderName else { throw error }
      for folder in rulebookFolders {
        let candidate = FilePath.join(FilePath.join(folder, path.value), "rulebook.yaml")
        guard let source = try? load(candidate) else { continue }
        namedIn[source] = path.span.source
        return source
      }
      throw error
    }
  }

  /// The name of the rulebook in one of `rulebookFolders` that a way to nowhere seems to mean:
  /// `grassroots` for `../grassroots`.
  func shippedBase(meantBy path: String) -> String? {
    guard let name = path.split(separator: "/").last.map(String.init), name.isFolderName else {
      return nil
    }
    let isThere = rulebookFolders.contains { folder in
      let candidate = FilePath.join(FilePath.join(folder, name), "rulebook.yaml")
      return (try? reader.read(candidate)) != nil
    }
    return isThere ? name : nil
  }

  /// Whether there may be files below a path.
  func mayHold(_ folder: String) -> Bool {
    do {
      _ = try reader.read(folder)
      return false
    } catch {
      return error.reason != .notFound
    }
  }

  /// A file's text without keeping it, relative to the folder that another one stands in; nil where
  /// it cannot be read.
  func peek(_ path: Located<String>) -> String? {
    let bytes = try? reader.read(FilePath.beside(sources[path.span.source].name, path.value))
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// Whether it names a folder and no way to one.
  var isFolderName: Bool { !isEmpty && !contains("/") && self != "." && self != ".." }
}

extension SourceReadingError {
  /// Why, as the end of a sentence about the file.
  package var text: Bilingual {
    switch reason {
    case .notFound: Bilingual(en: "there is no such file", zh: "没有这个文件")
    case .isFolder: Bilingual(en: "it is a folder", zh: "它是文件夹")
    case .unreadable(let words): words
    }
  }
}
