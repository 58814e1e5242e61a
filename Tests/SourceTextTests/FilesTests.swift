import SourceText
import Testing

struct FilesTests {
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
