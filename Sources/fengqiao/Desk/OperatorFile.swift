internal import Desk
internal import Model
internal import SourceText

/// Who sits at this machine: from the environment, else from `~/.config/fengqiao/operator.yaml`.
///
///     name: 王某
///     roles: [调解员, 网格员]
enum OperatorFile {
  static func user() throws(ToolFault) -> Operator {
    var user = try fromFile() ?? Operator(name: environment("USER") ?? "", roles: [])
    if let name = environment("FENGQIAO_OPERATOR") { user.name = name }
    if let roles = environment("FENGQIAO_ROLES") { user.roles = Self.list(roles) }
    return user
  }

  private static func fromFile() throws(ToolFault) -> Operator? {
    guard let home = environment("HOME") else { return nil }
    let folder = environment("XDG_CONFIG_HOME") ?? FilePath.join(home, ".config")
    let path = FilePath.join(folder, "fengqiao/operator.yaml")
    guard Disk.exists(path) else { return nil }
    let bytes: [UInt8]
    do { bytes = try Disk.read(path) } catch {
      throw ToolFault(
        en: "`\(path.onOneSafeLine)` cannot be read: \(error.words.en)",
        zh: "读不了 `\(path.onOneSafeLine)`：\(error.words.zh)")
    }
    return try read(String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Two keys, one a line; what stands behind `#` is a remark.
  static func read(_ text: String, path: String) throws(ToolFault) -> Operator {
    var user = Operator(name: "", roles: [])
    for line in text.split(whereSeparator: \.isNewline) {
      let said = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
      let words = said.map { $0.drop(while: \.isWhitespace) }.map { String($0).droppingEnd }
      guard let key = words.first, !key.isEmpty else { continue }
      let value = words.count > 1 ? words[1] : ""
      switch key {
      case "name": user.name = value
      case "roles": user.roles = list(value.filter { !"[]".contains($0) })
      default:
        throw ToolFault(
          en: "`\(path.onOneSafeLine)` knows `name` and `roles`, not `\(key.onOneSafeLine)`",
          zh: "`\(path.onOneSafeLine)` 里只能写 `name` 和 `roles`，不能写 `\(key.onOneSafeLine)`")
      }
    }
    return user
  }

  private static func list(_ text: String) -> [String] {
    text.split { ",，、".contains($0) }
      .map { String($0.drop(while: \.isWhitespace)).droppingEnd }.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var droppingEnd: String {
    var rest = self
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
