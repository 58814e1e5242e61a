/// A file is named after what it holds: `Type.swift`, `Type+Topic.swift`, `function.swift`; a file
/// of tests ends in `Tests`. A path has no spaces.
enum FileNames {
  static func offences(in tree: SourceTree) -> [Offence] {
    tree.texts.keys.sorted().filter { $0.contains(" ") }
      .map { Offence($0, 1, "a path has no spaces") }
      + tree.swift.compactMap(offence(in:))
  }

  private static func offence(in file: SwiftFile) -> Offence? {
    guard file.path.hasPrefix("Sources/") || file.path.hasPrefix("Tests/"),
      let last = file.path.split(separator: "/").last
    else { return nil }
    let name = String(last.dropLast(".swift".count).prefix { $0 != "+" })
    if file.path.hasPrefix("Tests/"), name.hasSuffix("Tests") { return nil }
    let declared = file.declaredNames
    if declared.contains(name) || declared.contains(lowerInitial(name)) || declaresNothing(file) {
      return nil
    }
    return Offence(file.path, 1, "nothing here is named `\(name)`")
  }

  private static func lowerInitial(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  /// Whether the file holds comments and imports alone.
  private static func declaresNothing(_ file: SwiftFile) -> Bool {
    let words = Set(["internal", "package", "import"] + Walls.imports(in: file).map(\.module))
    return file.tokens.allSatisfy { words.contains($0.text) }
  }
}
