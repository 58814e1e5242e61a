internal import Foundation
internal import SourceText
internal import TestSupport
internal import Testing

/// Help and misuse in Chinese, of every verb there is.
@Suite struct ChineseHelpTests {
  /// A verb's words, and what it declares of itself in English.
  private struct Verb {
    let words: [String]
    let english: [String]
    let isRequired: Bool
  }

  private func run(_ words: [String], locale: String = "C.UTF-8") throws -> Command.Result {
    try withTemporaryFolder { folder in
      var environment = Console().environment(home: folder)
      environment["LC_ALL"] = locale
      return try Command("fengqiao", words, in: folder, environment: environment).run()
    }
  }

  private func verbs() throws -> [Verb] {
    let data = Data(try run(["--experimental-dump-help"]).output.utf8)
    let dump = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var found: [Verb] = []
    func walk(_ command: [String: Any], _ path: [String]) {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let texts = ([command] + arguments).flatMap { [$0["abstract"], $0["discussion"]] }
      found.append(
        Verb(
          words: path, english: texts.compactMap { $0 as? String },
          isRequired: arguments.contains { $0["isOptional"] as? Bool == false }))
      for verb in command["subcommands"] as? [[String: Any]] ?? [] {
        guard let name = verb["commandName"] as? String, name != "help" else { continue }
        walk(verb, path + [name])
      }
    }
    walk(try #require(dump["command"] as? [String: Any]), [])
    return found
  }

  private func hasHan(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func everyVerbHasItsHelpInChinese() throws {
    let verbs = try verbs()
    #expect(verbs.count > 40)
    for verb in verbs {
      let result = try run(verb.words + ["--help"], locale: "zh_CN.UTF-8")
      #expect(result.status == 0, "\(verb.words)")
      let page = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(page.contains("用法：fengqiao"), "\(verb.words)")
      for english in verb.english {
        let words = english.split(whereSeparator: \.isWhitespace).prefix(4).joined(separator: " ")
        let isNameAlone = !words.contains(" ")
        #expect(isNameAlone || !page.contains(words), "\(verb.words): \(english)")
      }
      for line in result.output.split(separator: "\n") where !line.hasPrefix("用法") {
        #expect(line.displayWidth <= 80, "\(line)")
      }
    }
  }

  @Test func everyVerbSaysInChineseWhatIsMissing() throws {
    let needy = try verbs().filter(\.isRequired)
    #expect(needy.count > 20)
    for verb in needy {
      let result = try run(verb.words + ["--lang", "zh"])
      #expect(result.status == 2)
      let first = result.errors.split(separator: "\n").first ?? ""
      #expect(first.hasPrefix("错误：少了") || first.hasPrefix("错误：请写明"), "\(result.errors)")
    }
  }

  @Test(arguments: [
    (["case", "fire"], "错误：少了 `<id>`\n说明：<id>  案件编号。\n用法：fengqiao case fire"),
    (["case", "nxt", "C1"], "错误：`case` 没有名为 `nxt` 的命令；请写 `next`\n"),
    (["store", "ini"], "错误：`store` 没有名为 `ini` 的命令；请写 `init`\n"),
    (["chekc"], "错误：没有名为 `chekc` 的命令；请写 `check`\n"),
    (["run", "a", "b", "--fromat", "x"], "错误：没有选项 `--fromat`；请写 `--format`\n"),
    (["run", "a", "b", "--zzzzzzzz"], "错误：没有选项 `--zzzzzzzz`\n"),
    (["case", "fire", "C1", "e", "--by"], "错误：`--by <by>` 没有写值\n"),
    (["run", "a", "b", "--format", "xml"], "错误：`xml` 不能作 `--format <format>` 的值；可以写 human、json\n"),
    (["case", "show", "C1", "C2"], "错误：多写了 `C2`\n"),
    (["case", "show", "C1", "C2", "C3"], "错误：多写了 2 个：C2、C3\n"),
    (["case", "list", "--all=1"], "错误：选项 `--all` 不带值，却写了 `1`\n"),
    (["simulate", "r", "--profile", "p", "--cases", "0"], "错误：--cases 是 1 到 100000000 的整数\n"),
    (["batch", "r", "--jobs", "x"], "错误：`x` 不能作 `--jobs <jobs>` 的值\n"),
  ])
  func misuseIsToldInChinese(words: [String], start: String) throws {
    let result = try run(words, locale: "zh_CN.UTF-8")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(start), "\(result.errors)")
    let english = try run(words + ["--lang", "en"], locale: "zh_CN.UTF-8").errors
    #expect(!hasHan(english), "\(english)")
  }
}
