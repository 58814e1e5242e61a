/// Which target may import which. The build alone does not hold this: a target may import another
/// that it does not declare, as long as that one happens to be built before.
enum Walls {
  /// Modules of the toolchain, free to all.
  static let toolchain: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "RegexBuilder", "Swift",
    "Synchronization",
  ]

  /// Modules that some folders of the sources alone may see: C, and what writes templates or files.
  static let homes = [
    ("CYAML", ["Sources/Syntax/YAML/"]),
    ("Glibc", ["Sources/fengqiao/System/", "Sources/Store/System/"]),
    ("CPostgres", ["Sources/Store/PostgreSQL/"]),
    ("GRDB", ["Sources/Store/SQLite/"]),
    ("CJSONLines", ["Sources/Batch/Scan/"]),
    ("Mustache", ["Sources/Runtime/Documents/"]),
  ]

  /// Imports that no `Package.swift` may ever allow: the folder that asks, and what it may not see.
  static let never = [
    (
      "Sources/SourceText/",
      ["Syntax", "Model", "Compiler", "Engine", "Verifier", "Workbench", "Runtime"]
    ),
    ("Sources/Syntax/", ["Model", "Compiler", "Engine", "Verifier", "Workbench", "Runtime"]),
    ("Sources/Model/", ["Syntax", "Compiler", "Engine", "Verifier", "Workbench", "Runtime"]),
    ("Sources/Compiler/", ["Engine", "Verifier", "Workbench", "Runtime"]),
    ("Sources/Engine/", ["Syntax", "Compiler", "Verifier", "Workbench", "Runtime"]),
    ("Sources/Verifier/", ["Syntax", "Compiler", "Workbench", "Runtime"]),
    ("Sources/Workbench/", ["Syntax", "Compiler", "Runtime"]),
    ("Sources/Runtime/", ["Syntax", "Compiler", "Verifier", "Workbench"]),
    ("Sources/Batch/", ["Syntax", "Compiler", "Verifier", "Workbench", "Runtime"]),
    (
      "Sources/Store/",
      ["Syntax", "Model", "Compiler", "Engine", "Verifier", "Workbench", "Runtime", "Batch"]
    ),
    ("", ["fengqiao"]),
  ]

  static func offences(in tree: SourceTree, targets: [PackageTargets.Target]) -> [Offence] {
    tree.swift.flatMap { file in
      imports(in: file).compactMap { module, line in
        fault(of: module, in: file.path, targets).map { Offence(file.path, line, $0) }
      }
    }
  }

  private static func fault(
    of module: String, in path: String, _ targets: [PackageTargets.Target]
  ) -> String? {
    for (name, folders) in homes
    where module == name && path.hasPrefix("Sources/") && !folders.contains(where: path.hasPrefix) {
      return "`\(name)` may be imported in \(folders.joined(separator: ", ")) alone"
    }
    for (folder, modules) in never where path.hasPrefix(folder) && modules.contains(module) {
      return folder.isEmpty ? "nobody imports the tool" : "\(folder) never imports `\(module)`"
    }
    guard let target = targets.first(where: { path.hasPrefix($0.folder) }) else { return nil }
    if toolchain.contains(module) || target.names.contains(module) { return nil }
    if module == "Testing", path.hasPrefix("Tests/") { return nil }
    return "target `\(target.name)` does not declare that it depends on `\(module)`"
  }

  /// The modules that a file imports, and where. `import struct M.T` imports `M`.
  static func imports(in file: SwiftFile) -> [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return file.tokens.indices.compactMap { index in
      let token = file.tokens[index]
      guard token.isWord, token.text == "import" else { return nil }
      var next = index + 1
      if next < file.tokens.count, kinds.contains(file.tokens[next].text) { next += 1 }
      return next < file.tokens.count ? (file.tokens[next].text, token.line) : nil
    }
  }
}
