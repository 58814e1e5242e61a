internal import SourceText

/// Finds rulebooks and case files below the paths a user names, in a stable order.
struct FileSearch {
  /// What a YAML file is, told by its keys at the margin.
  enum Kind {
    case rulebook
    case cases
    case calendar
    case other
  }

  /// A rulebook and the case files that belong to it.
  struct Group: Equatable {
    var rulebook: String
    var cases: [String] = []
  }

  /// The groups that the paths name: a rulebook's file or folder brings the cases below its folder;
  /// a case file belongs to the rulebook file named before it, else to the nearest one above it,
  /// else to the one in the folder named before it. A folder of case files brings those.
  static func groups(_ paths: [String]) throws(ToolFault) -> [Group] {
    var groups: [Group] = []
    var named: String?
    var inFolder: String?
    for path in paths {
      switch try kind(at: path) {
      case .folder:
        let found = try rulebooks(below: path)
        if found.isEmpty, let above = rulebook(above: FilePath.join(path, "cases")) {
          let files = try cases(in: path)
          if !files.isEmpty {
            add(above, files, to: &groups)
            continue
          }
        }
        if found.isEmpty {
          throw ToolFault(
            en: "there is no `rulebook.yaml` in or below `\(path.onOneSafeLine)`; "
              + "name a file of another name itself",
            zh: "`\(path.onOneSafeLine)` 及其下没有 `rulebook.yaml`；文件若是别的名称，请直接写出")
        }
        for rulebook in found { add(rulebook, try cases(beside: rulebook), to: &groups) }
        let own = FilePath.join(path, "rulebook.yaml")
        if found.contains(own) { inFolder = own }
      case .file(.cases):
        guard let rulebook = named ?? rulebook(above: path) ?? inFolder else {
          throw ToolFault(
            en: "no rulebook found for the case file `\(path)`; name it before the case file",
            zh: "找不到案件文件 `\(path)` 的规则书；请在它之前写出规则书")
        }
        add(rulebook, [path], to: &groups)
      case .file(.other) where named != nil:
        // Behind a rulebook stand its cases: what is wrong with this one is said in their words.
        add(named ?? "", [path], to: &groups)
      case .file:
        named = path
        add(path, [], to: &groups)
      }
    }
    return groups
  }

  /// A rulebook file named alone brings its cases, too; with case files named after it, only those.
  static func withOwnCases(_ groups: [Group]) throws(ToolFault) -> [Group] {
    try groups.map { group throws(ToolFault) in
      group.cases.isEmpty
        ? Group(rulebook: group.rulebook, cases: try cases(beside: group.rulebook)) : group
    }
  }

  private enum Place {
    case folder
    case file(Kind)
  }

  private static func kind(at path: String) throws(ToolFault) -> Place {
    do {
      return .file(kind(of: try DiskReader().read(path)))
    } catch {
      if error.reason == .isFolder { return .folder }
      throw ToolFault(error)
    }
  }

  /// Told by the keys at the margin (or a JSON object's own), so that a file with faults is still
  /// taken for what it is.
  static func kind(of bytes: [UInt8]) -> Kind {
    let keys = Set(OuterKeys.names(in: bytes))
    if !keys.isDisjoint(with: ["case", "cases", "journal"]) { return .cases }
    if !keys.isDisjoint(with: rulebookKeys) { return .rulebook }
    return keys.contains("calendar") ? .calendar : .other
  }

  /// Keys that no file of cases has at its margin without one of its own.
  private static let rulebookKeys: Set = [
    "rulebook", "extends", "include", "types", "decisions", "workflow", "slots", "fill", "screen",
    "ladder", "scripts", "invariants",
  ]

  private static func add(_ rulebook: String, _ cases: [String], to groups: inout [Group]) {
    guard let index = groups.firstIndex(where: { $0.rulebook == rulebook }) else {
      groups.append(Group(rulebook: rulebook, cases: cases))
      return
    }
    groups[index].cases += cases.filter { !groups[index].cases.contains($0) }
  }

  static func rulebooks(below folder: String) throws(ToolFault) -> [String] {
    try files(below: folder).filter { $0 == "rulebook.yaml" || $0.hasSuffix("/rulebook.yaml") }
      .map { FilePath.join(folder, $0) }
  }

  /// YAML and JSON files under `cases/` beside a rulebook.
  static func cases(beside rulebook: String) throws(ToolFault) -> [String] {
    try cases(below: FilePath.folder(of: rulebook))
  }

  /// YAML and JSON files under `cases/` in a rulebook's folder.
  static func cases(below folder: String) throws(ToolFault) -> [String] {
    try caseFiles(below: FilePath.join(folder, "cases"))
  }

  /// The files of cases that the paths name: a folder stands for those below it.
  static func cases(namedBy paths: [String]) throws(ToolFault) -> [String] {
    var files: [String] = []
    for path in paths {
      guard Disk.isFolder(path) else {
        files.append(path)
        continue
      }
      let found = try cases(in: path)
      if found.isEmpty {
        throw ToolFault(
          en: "there is no case file in or below `\(path.onOneSafeLine)`",
          zh: "`\(path.onOneSafeLine)` 及其下没有案件文件")
      }
      files += found
    }
    return files
  }

  /// The files below a folder that hold cases, whatever else lies there.
  private static func cases(in folder: String) throws(ToolFault) -> [String] {
    var found: [String] = []
    for path in try caseFiles(below: folder) {
      if case .file(.cases) = try kind(at: path) { found.append(path) }
    }
    return found
  }

  private static func caseFiles(below folder: String) throws(ToolFault) -> [String] {
    try files(below: folder).filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".json")
    }.map { FilePath.join(folder, $0) }
  }

  private static func rulebook(above path: String) -> String? {
    var folder = FilePath.folder(of: path)
    while true {
      let candidate = FilePath.join(folder, "rulebook.yaml")
      if Disk.exists(candidate) { return candidate }
      if folder.isEmpty || folder == "/" { return nil }
      folder = FilePath.folder(of: folder)
    }
  }

  /// Paths below a folder, sorted by their bytes; hidden ones are left out. One that cannot be
  /// looked into is a fault: what is in it would be left out of what is said of the rest.
  private static func files(below folder: String) throws(ToolFault) -> [String] {
    do {
      return try Disk.paths(below: folder.isEmpty ? "." : folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      let path = error.path.isEmpty ? folder : FilePath.join(folder, error.path)
      throw ToolFault(SourceReadingError(path: path, reason: .unreadable(error.fault.words)))
    }
  }
}
