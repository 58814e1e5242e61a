import SourceText
import Testing

struct FilePathTests {
  @Test(arguments: [
    ("local/../base/rulebook.yaml", "base/rulebook.yaml"), ("./a/./b", "a/b"),
    ("../base", "../base"), ("../../a/../b", "../../b"), ("/a/../b", "/b"), ("a//b", "a/b"),
    ("a/..", ""), ("../..", "../.."),
  ])
  func aNormalPathHasNoStepThatCouldBeSpared(path: String, normal: String) {
    #expect(FilePath.normal(path) == normal)
    #expect(FilePath.normal(normal) == normal)
  }

  @Test(arguments: [
    ("place/facts.yaml", "place", "facts.yaml"),
    ("base/rulebook.yaml", "place", "../base/rulebook.yaml"),
    ("/r/base/rulebook.yaml", "/r/places/a", "../../base/rulebook.yaml"),
    ("rulebook.yaml", "", "rulebook.yaml"), ("../base/b.yaml", "", "../base/b.yaml"),
    ("../base/b.yaml", "../place", "../base/b.yaml"), ("a.yaml", "..", "a.yaml"),
    ("/etc/c.yaml", "place", "/etc/c.yaml"), ("./place/a.yaml", "./place", "a.yaml"),
  ])
  func aRelativePathLeadsFromTheFolderToTheFile(path: String, folder: String, seen: String) {
    #expect(FilePath.relative(path, to: folder) == seen)
  }
}
