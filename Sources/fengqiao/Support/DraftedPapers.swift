internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// The papers that a played case drafted.
struct DraftedPapers {
  /// One paper, in order of drafting.
  struct Paper {
    /// Counted from 1 within its case.
    var number: Int
    var document: ID<Document>
    /// Nil where the document has no template.
    var filled: [Filled]?
  }

  private(set) var papers: [Paper] = []

  init(_ replay: Replay, of file: CaseFile, in program: Program) {
    for effect in replay.effects {
      guard case .draft(let document, let filled) = effect.kind else { continue }
      papers.append(Paper(number: papers.count + 1, document: document, filled: filled))
    }
  }

  /// The words of one draft as text; nil where the document has no template.
  static func text(
    of document: ID<Document>, _ filled: [Filled]?, caseID: String, in program: Program
  ) -> String? {
    guard let filled, let template = program.documents[document].template else { return nil }
    return TemplateText(template, program: program).text(of: filled, caseID: caseID)
  }
}

/// Writes papers into a folder, each under `CASE-NN-DOCUMENT.html` or `.txt`: the number is that of
/// the paper within its case. Nothing that one run wrote is written over by the same run.
struct PaperFolder {
  private let folder: String
  /// Nil where each is written in its template's own form.
  private let form: PaperForm?
  private var written: Set<String> = []

  /// Makes the folder where it is not there yet.
  init(_ folder: String, as form: PaperForm?) throws(ToolFault) {
    self.folder = folder
    self.form = form
    do { try Disk.makeFolder(folder) } catch { throw ToolFault(writing: folder, error) }
  }

  /// Writes a case's papers; the paths, and the names of documents that have no words to write.
  mutating func write(
    _ papers: DraftedPapers, of file: CaseFile, in program: Program
  ) throws(ToolFault) -> (paths: [String], without: [ID<Document>]) {
    var paths: [String] = []
    var without: [ID<Document>] = []
    for paper in papers.papers {
      let document = program.documents[paper.document]
      guard let template = document.template, let filled = paper.filled else {
        without.append(paper.document)
        continue
      }
      let words = TemplateText(template, program: program)
      let form = form ?? (template.format == .page ? .html : .text)
      let text =
        switch form {
        case .html: words.page(of: filled, caseID: file.id, title: document.title.zh)
        case .text: words.text(of: filled, caseID: file.id)
        }
      let number = paper.number < 10 ? "0\(paper.number)" : "\(paper.number)"
      let name = "\(file.id)-\(number)-\(document.name)".asFileName
      let ending = form == .html ? ".html" : ".txt"
      let path = FilePath.join(folder, unused(name) + ending)
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
