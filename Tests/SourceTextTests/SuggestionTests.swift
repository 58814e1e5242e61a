import SourceText
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("accpet", ["withdraw", "accept"], "accept"),
    ("金頟", ["金额", "人数"], "金额"),
    ("Ａccept", ["accept"], "accept"),
    ("调解", ["调节", "终止"], "调节"),
  ])
  func aSlipFindsTheNameThatWasMeant(word: String, candidates: [String], nearest: String) {
    #expect(Suggestion.nearest(to: word, among: candidates) == nearest)
  }

  @Test(arguments: [("甲", ["乙", "丙"]), ("amount", ["退出"]), ("结案", ["受理", "登记"])])
  func unlikeNamesAreNotSuggested(word: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: word, among: candidates) == nil)
  }

  @Test func helpListsTheChoicesWhereNoneIsNear() {
    let help = Suggestion.help(for: "甲方", among: ["调解员", "社工"])
    #expect(help == Bilingual(en: "choose one of `调解员`, `社工`", zh: "从 `调解员`、`社工` 中选一个"))
  }

  @Test func pathsAreReadFromTheFolderOfTheFileThatNamesThem() {
    #expect(FilePath.beside("Rules/x/rulebook.yaml", "t/a.csv") == "Rules/x/t/a.csv")
    #expect(FilePath.beside("rulebook.yaml", "a.csv") == "a.csv")
    #expect(FilePath.beside("x/r.yaml", "/etc/a.csv") == "/etc/a.csv")
    #expect(FilePath.join("x", "rulebook.yaml") == "x/rulebook.yaml")
  }

  @Test func aFolderInMemoryIsToldFromAMissingFile() throws {
    let files = FilesInMemory(["a/rulebook.yaml": "x"])
    #expect(try files.read("a/rulebook.yaml") == [0x78])
    #expect(throws: SourceReadingError(path: "a", reason: .isFolder)) { try files.read("a") }
    #expect(throws: SourceReadingError(path: "b", reason: .notFound)) { try files.read("b") }
  }
}
