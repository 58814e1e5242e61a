/// An object's members, each name once.
struct Members {
  private(set) var list: [(name: String, place: Int)] = []

  /// The members of the object at a token.
  init(_ line: LineTokens, at place: Int) throws(LineFault) {
    guard line.kind(place) == .object else {
      throw place == 0
        ? LineFault(.notAnObject, en: "the line is not an object", zh: "这一行不是对象")
        : LineFault.wrongType(Form.object)
    }
    var names: Set<String> = []
    var name = place + 1
    while name < line.end(place) {
      let text = line.text(name)
      guard names.insert(text).inserted else {
        let shown = LineFault.shown(text)
        throw LineFault(
          .duplicateMember, en: "`\(shown)` stands here twice", zh: "`\(shown)` 出现了两次")
      }
      list.append((text, name + 1))
      name = line.end(name + 1)
    }
  }

  /// Where the value of this name is; nil if there is none.
  func place(of name: String) -> Int? { list.first { $0.name == name }?.place }

  /// Refuses every member that has none of the names.
  func refuse(besides known: [String]) throws(LineFault) {
    for member in list where !known.contains(member.name) {
      let shown = LineFault.shown(member.name)
      let names = known.map { "`\($0)`" }
      throw LineFault(
        .unknownMember,
        en: "`\(shown)` is none of \(names.joined(separator: ", "))",
        zh: "`\(shown)` 不是 \(names.joined(separator: "、")) 之一")
    }
  }
}
