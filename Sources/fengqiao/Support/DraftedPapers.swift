internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// The papers that a played case drafted, as text.
struct DraftedPapers {
  /// One paper, in order of drafting.
  struct Paper {
    /// Counted from 1 within its case.
    var number: Int
    var document: ID<Document>
    /// Nil where the document has no template.
    var text: String?
  }

  private(set) var papers: [Paper] = []

  init(_ replay: Replay, of file: CaseFile, in program: Program) {
    for effect in replay.effects {
      guard case .draft(let document, let filled) = effect.kind else { continue }
      let text = Self.text(of: document, filled, caseID: file.id, in: program)
      papers.append(Paper(number: papers.count + 1, document: document, text: text))
    }
  }

  /// The words of one draft; nil where the document has no template.
  static func text(
    of document: ID<Document>, _ filled: [Filled]?, caseID: String, in program: Program
  ) -> String? {
    guard let filled, let template = program.documents[document].template else { return nil }
    return TemplateText(template, program: program).text(of: filled, caseID: caseID)
  }
}

/// Writes papers into a folder, each under `CASE-NN-DOCUMENT.txt`: the number is that of the paper
/// within its case. Nothing that one run wrote is written over by the same run.
struct PaperFolder {
  private let folder: String
  private var written: Set<String> = []

  /// Makes the folder where it is not there yet.
  init(_ folder: String) throws(ToolFault) {
    self.folder = folder
    do { try Disk.makeFolder(folder) } catch { throw ToolFault(writing: folder, error) }
  }

  /// Writes a case's papers; the paths, and the names of documents that have no words to write.
  mutating func write(
    _ papers: DraftedPapers, of file: CaseFile, in program: Program
  ) throws(ToolFault) -> (paths: [String], without: [ID<Document>]) {
    var paths: [String] = []
    var without: [ID<Document>] = []
    for paper in papers.papers {
      guard let text = paper.text else {
        without.append(paper.document)
        continue
      }
      let number = paper.number < 10 ? "0\(paper.number)" : "\(paper.number)"
      let name = "\(file.id)-\(number)-\(program.documents[paper.document].name)".asFileName
      let path = FilePath.join(folder, unused(name) + ".txt")
      do { try Disk.write(Array(text.utf8), to: path) } catch {
        throw ToolFault(writing: path, error)
      }
      paths.append(path)
    }
    return (paths, without)
  }

  /// The name, with a number where this run has used it.
  private mutating func unused(_ name: String) -> String {
    var candidate = name
    var next = 2
    while !written.insert(candidate).inserted {
      candidate = "\(name)-\(next)"
      next += 1
    }
    return candidate
  }
}

extension String {
  /// Letters, digits, `-`, `_` and dots inside; all else becomes `_`, so that no name leads out of
  /// its folder or hides in it.
  fileprivate var asFileName: String {
    let safe = map { character in
      character.isLetter || character.isNumber || "-_.".contains(character) ? character : "_"
    }
    let name = String(safe)
    return name.hasPrefix(".") ? "_" + name.dropFirst() : name
  }
}
