internal import Compiler
internal import SourceText

/// Where the tool looks for what a rulebook names and does not bring itself: templates
/// (docs/templates.md) and the rulebooks that one `extends` by name (docs/layers.md).
///
/// 1. the folders of an environment variable, with `:` between them;
/// 2. the nearest folder of the name in the rulebook's folder or above it;
/// 3. `../share/fengqiao/NAME`, seen from the tool's own folder, where packages put them;
/// 4. the nearest folder of the name above the tool, for one that was built in its checkout.
enum SharedFolders {
  /// Those for templates that are there, for a rulebook's path.
  static func templates(for rulebook: String) -> [String] {
    all("Templates", variable: "FENGQIAO_TEMPLATES", for: rulebook)
  }

  /// Those for rulebooks that are there, for the path of one that extends.
  static func rulebooks(for rulebook: String) -> [String] {
    all("Rules", variable: "FENGQIAO_RULES", for: rulebook)
  }

  /// What the tool came with where a path that leads nowhere seems to mean it: `Rules/xinyi`, as
  /// pages of documentation write it, or `xinyi`.
  static func shipped(meantBy path: String) -> String? {
    let prefix = "Rules/"
    let below = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    guard !below.isEmpty, !below.hasPrefix("/"), !below.hasPrefix(".") else { return nil }
    return rulebooks(for: "").map { FilePath.join($0, below) }.first(where: Disk.exists)
  }

  private static func all(
    _ name: String, variable: String, for rulebook: String
  ) -> [String] {
    let here = Disk.workingFolder ?? "/"
    var folders = (environment(variable) ?? "").split(separator: ":").map(String.init)
    let path = rulebook.hasPrefix("/") ? rulebook : FilePath.join(here, rulebook)
    folders += [nearest(name, from: path)].compactMap(\.self)
    if let tool = Disk.toolFolder {
      let shared = FilePath.join(FilePath.folder(of: tool), "share/fengqiao/\(name)")
      folders += [shared].filter(Disk.isFolder)
      folders += [nearest(name, from: tool)].compactMap(\.self)
    }
    var seen: Set<String> = []
    // As seen from the working folder, where it lies in or below that.
    return folders.map { $0.hasPrefix(here + "/") ? String($0.dropFirst(here.count + 1)) : $0 }
      .filter { seen.insert($0).inserted }
  }

  private static func nearest(_ name: String, from path: String) -> String? {
    var folder = path
    while true {
      let candidate = FilePath.join(folder.isEmpty ? "/" : folder, name)
      if Disk.isFolder(candidate) { return candidate }
      if folder.isEmpty || folder == "/" { return nil }
      folder = FilePath.folder(of: folder)
    }
  }
}

extension RulebookCompiler {
  /// Reads from the disk, with the folders that are searched for the rulebook of a path.
  init(onDiskFor path: String) {
    self.init(
      reading: DiskReader(), templateFolders: SharedFolders.templates(for: path),
      rulebookFolders: SharedFolders.rulebooks(for: path))
  }
}
