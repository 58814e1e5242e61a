import Compiler
import Engine
import Foundation
import Model
import Runtime
import SourceText
import TestSupport
import Testing

/// The papers of `Rules/base`, printed from the templates that come with the tool.
@Suite struct PaperTests {
  static let base = Result { try BaseRulebook() }
  static let templates = Result {
    try Repository.files().filter { $0.hasPrefix("Templates/") && $0.hasSuffix(".mustache") }
  }

  /// Whatever the case holds, in every tag of every paper, at once.
  @Test func nothingOfACaseBecomesPartOfAPage() throws {
    let base = try Self.base.get()
    let hostile = "<script>alert(\"1\")</script>&amp;{{case()}}'"
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;{{case()}}&#39;"
    #expect(!base.program.documents.elements.isEmpty)
    for document in base.program.documents.elements {
      let template = try #require(document.template, "\(document.name) has words")
      #expect(template.format == .page)
      let page = TemplateText(template, program: base.program)
      let harmed = page.written(template.parts.filled(with: hostile), caseID: hostile)
      let plain = page.written(template.parts.filled(with: "x"), caseID: "x")
      #expect(harmed.replacing(escaped, with: "x") == plain, "\(document.name)")
      let text = page.text(of: template.parts.filled(with: hostile), caseID: hostile)
      #expect(text.contains(hostile), "\(document.name)")
    }
  }

  /// A page asks the network for nothing and runs nothing, and all its elements are closed.
  @Test(arguments: try templates.get())
  func templatesAreWholeInThemselves(path: String) throws {
    let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
    for foreign in ["http", "src=", "href=", "url(", "@import", "<script", " on"] {
      #expect(!text.contains(foreign), "\(foreign)")
    }
    let empty = ["br", "hr", "meta", "col"]
    var open: [String] = []
    for match in text.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let name = String(match.2)
      if match.1.isEmpty {
        if !empty.contains(name) { open.append(name) }
      } else {
        #expect(open.popLast() == name, "</\(name)>")
      }
    }
    expectNone(open)
  }

  /// No template lies there that no paper of the base is made from.
  @Test func everyTemplateIsUsed() throws {
    let base = try Self.base.get()
    let named = Set(base.program.documents.elements.compactMap(\.template?.path))
    let paths = try Self.templates.get()
    var held = named
    for path in paths {
      let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
      held.formUnion(text.matches(of: /\{\{> ([^}]+)\}\}/).map { String($0.1) })
    }
    let there = paths.map {
      String($0.dropFirst("Templates/".count).dropLast(".html.mustache".count))
    }
    #expect(Set(there) == held)
  }

  /// A place may change what papers have in common; then each of them is looked at anew: what one
  /// side said apart stands in none that the other gets or signs.
  @Test func aPlaceCannotSlipASecretIntoWhatPapersShare() throws {
    let compilation = try BaseRulebook.compile(
      "Rules/town/rulebook.yaml",
      with: [
        "Rules/town/rulebook.yaml": """
        rulebook: town
        extends: ../base
        facts:
          心里话: {type: text, heard_from: 甲方, title: {en: said apart}, ask: {zh: 什么, en: what}}
        """,
        "Rules/town/templates/layout/number.html.mustache": "<p>{{心里话}}</p>\n",
      ])
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.allSatisfy { $0.code == .secretReachesSide })
    let told = Set(errors.map(\.message.en))
    for paper in ["受理登记表", "权利义务告知书", "调解笔录", "调解协议书", "终止调解通知书"] {
      #expect(told.contains { $0.contains("`\(paper)`") && $0.contains("`乙方`") }, "\(paper)")
    }
    // The file's own papers are read by no side.
    #expect(!told.contains { $0.contains("`卷内目录`") || $0.contains("`口头协议登记表`") })
  }

  /// The whole page, as it goes to the printer. `RECORD=1` writes `Tests/Papers` anew.
  @Test(arguments: ["application", "registration", "minutes", "agreement", "index"])
  func aPaperOfTheWholeFileIsPrinted(name: String) throws {
    let page = try #require(try Self.base.get().page(of: name, inCase: "whole-file"))
    #expect(
      page == (try BaseRulebook().page(of: name, inCase: "whole-file")), "it is the same again")
    let file = Repository.url("Tests/Papers/\(name).html")
    if Goldens.areRecorded {
      try page.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(page == golden, "\(lineDiff(from: golden.lines, to: page.lines))")
    }
  }
}

/// `Rules/base` and its cases of papers.
struct BaseRulebook {
  let program: Program
  private let interpreter: Interpreter
  private let cases: [CaseFile]

  init() throws {
    let compilation = try Self.compile("Rules/base/rulebook.yaml")
    expectNone(compilation.diagnostics.map(\.message.en))
    program = try #require(compilation.program)
    var (sources, diagnostics) = (compilation.sources, Diagnostics())
    cases = try Self.compiler().compileCases(
      path: "Rules/base/cases/papers.yaml", against: ProgramNames(program), sources: &sources,
      into: &diagnostics)
    expectNone(diagnostics.all.map(\.message.en))
    interpreter = Interpreter(program: program, calendar: compilation.calendar)
  }

  /// A rulebook that may build on the base, with further files.
  static func compile(_ path: String, with more: [String: String] = [:]) throws -> Compilation {
    try compiler(with: more).compile(path: path)
  }

  private static func compiler(with more: [String: String] = [:]) throws -> RulebookCompiler {
    var files = more
    for path in try Repository.files()
    where ["Rules/base/", "Rules/calendars/", "Templates/"].contains(where: path.hasPrefix) {
      files[path] = try String(contentsOf: Repository.url(path), encoding: .utf8)
    }
    return RulebookCompiler(reading: FilesInMemory(files), templateFolders: ["Templates"])
  }

  /// The last paper from that template that a case drafts; nil where it drafts none.
  func page(of name: String, inCase id: String) -> String? {
    guard let file = cases.first(where: { $0.id == id }) else { return nil }
    let drafts = interpreter.replay(file).effects.compactMap { effect -> String? in
      guard case .draft(let document, let filled?) = effect.kind,
        let template = program.documents[document].template, template.path == "papers/\(name)"
      else { return nil }
      return TemplateText(template, program: program).written(filled, caseID: file.id)
    }
    return drafts.last
  }
}

extension [Template.Part] {
  /// Every tag stands for the same words, and every section, and its opposite, is there twice.
  fileprivate func filled(with words: String) -> [Filled] {
    compactMap { part in
      switch part {
      case .text, .comment: nil
      case .value(.caseID): .caseID
      case .value: .value(.text(words))
      case .section(let section):
        .section([section.parts.filled(with: words), section.parts.filled(with: words)])
      }
    }
  }
}

extension String {
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
