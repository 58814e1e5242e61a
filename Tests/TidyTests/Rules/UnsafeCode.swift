/// Code that strict memory safety has to be told to trust stands in the folders that face C, and
/// nowhere else.
enum UnsafeCode {
  private static let homes = Walls.homes.flatMap(\.1)

  static func offences(in tree: SourceTree) -> [Offence] {
    tree.swift.filter { file in
      file.path.hasPrefix("Sources/") && !homes.contains(where: file.path.hasPrefix)
    }.flatMap { file in
      file.tokens.filter { $0.isWord && $0.text == "unsafe" }.map {
        Offence(file.path, $0.line, "`unsafe` belongs into \(homes.joined(separator: ", "))")
      }
    }
  }
}
