internal import SourceText

/// Where templates are looked for that a rulebook does not bring itself (docs/templates.md):
///
/// 1. the folders of `FENGQIAO_TEMPLATES`, with `:` between them;
/// 2. the nearest folder `Templates` in the rulebook's folder or above it;
/// 3. `../share/fengqiao/Templates`, seen from the tool's own folder, where packages put them;
/// 4. the nearest folder `Templates` above the tool, for one that was built in its checkout.
enum TemplateFolders {
  /// Those that are there, for a rulebook's path.
  static func all(for rulebook: String) -> [String] {
    let here = Disk.workingFolder ?? "/"
    var folders = (environment("FENGQIAO_TEMPLATES") ?? "").split(separator: ":")
      .map(String.init)
    let path = rulebook.hasPrefix("/") ? rulebook : FilePath.join(here, rulebook)
    folders += [nearest(from: path)].compactMap(\.self)
    if let tool = Disk.toolFolder {
      let shared = FilePath.join(FilePath.folder(of: tool), "share/fengqiao/Templates")
      folders += [shared].filter(Disk.isFolder)
      folders += [nearest(from: tool)].compactMap(\.self)
    }
    var seen: Set<String> = []
    // As seen from the working folder, where it lies in or below that.
    return folders.map { $0.hasPrefix(here + "/") ? String($0.dropFirst(here.count + 1)) : $0 }
      .filter { seen.insert($0).inserted }
  }

  private static func nearest(from path: String) -> String? {
    var folder = path
    while true {
      let candidate = FilePath.join(folder.isEmpty ? "/" : folder, "Templates")
      if Disk.isFolder(candidate) { return candidate }
      if folder.isEmpty || folder == "/" { return nil }
      folder = FilePath.folder(of: folder)
    }
  }
}
