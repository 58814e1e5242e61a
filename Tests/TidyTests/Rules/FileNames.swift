/// A file is named after what it holds: `Type.swift`, `Type+Topic.swift`, `function.swift`; a file
/// of tests ends in `Tests`. A path has no spaces.
///
/// What stands before the `+` is, but for case and a plural's s, the name of something declared or
/// extended in the file, or a part of such a name: `Timers.swift` may hold `struct TimerQueue`.
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
    let isNamed = file.declaredNames.contains { holds($0, name) }
    return isNamed || declaresNothing(file)
      ? nil : Offence(file.path, 1, "nothing here is named `\(name)`")
  }

  private static func holds(_ declared: String, _ name: String) -> Bool {
    let (declared, name) = (declared.lowercased(), name.lowercased())
    let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    return declared == name || singular.count > 2 && declared.contains(singular)
  }

  /// Whether the file holds comments and imports alone.
  private static func declaresNothing(_ file: SwiftFile) -> Bool {
    let words = Set(["internal", "package", "import"] + Walls.imports(in: file).map(\.module))
    return file.tokens.allSatisfy { words.contains($0.text) }
  }
}
