internal import Model
package import SourceText

/// Puts together what the cases of several rulebooks tried. What a base wrote is tried wherever a
/// rulebook that builds on it tries it; each rulebook answers for what it wrote itself.
package struct CoverageRun {
  /// A rulebook that cases were played with.
  package struct Tested {
    /// Itself, then those it builds on: their ids and the paths of their own files.
    package var layers: [(name: String, path: String)]
    /// Which of them a file belongs to.
    package var layerOf: (SourceID) -> Int
    package var exceptions: [Exception]
    package var sources: SourceMap

    package init(
      layers: [(name: String, path: String)], layerOf: @escaping (SourceID) -> Int,
      exceptions: [Exception], sources: SourceMap
    ) {
      self.layers = layers
      self.layerOf = layerOf
      self.exceptions = exceptions
      self.sources = sources
    }
  }

  /// An entry of `uncovered`.
  package struct Exception {
    package var name: String
    package var reason: Bilingual
    package var span: Span

    package init(name: String, reason: Bilingual, span: Span) {
      self.name = name
      self.reason = reason
      self.span = span
    }
  }

  /// In the order in which they were met.
  private var met: [CoverageBook] = []
  /// By the path of a rulebook's own file: its index in `met`.
  private var books: [String: Int] = [:]
  /// By what tells an item from all others of the run: its book and index there.
  private var items: [String: (book: Int, item: Int)] = [:]
  /// Which items an exception is for.
  private var excepted: [(exception: Exception, place: String, book: Int, keys: [String])] = []

  package init() {}

  /// Adds a rulebook with what its cases tried.
  package mutating func add(_ count: CoverageCount, _ tested: Tested) {
    let layers = tested.layers.map { book(name: $0.name, path: $0.path) }
    guard let own = layers.first else { return }
    met[own].isTested = true
    let coverables = count.program.coverables.filter { coverable in
      coverable.subject.transitions.map { !count.neverChosen.isSuperset(of: $0) } ?? true
    }
    let names = Dictionary(coverables.map { ($0.name, 1) }, uniquingKeysWith: +)
    var keys: [String: [String]] = [:]
    for coverable in coverables {
      let key = key(of: coverable, in: tested.sources, among: keys[coverable.name] ?? [])
      keys[coverable.name, default: []].append(key)
      let triedBy = count.caseTrying(coverable)
      if let known = items[key] {
        met[known.book].items[known.item].triedBy =
          met[known.book].items[known.item].triedBy ?? triedBy
        continue
      }
      let book = layers[min(tested.layerOf(coverable.span.source), layers.count - 1)]
      items[key] = (book, met[book].items.count)
      met[book].items.append(
        CoverageBook.Item(
          name: coverable.name,
          condition: names[coverable.name] == 1 ? "" : count.program.condition(of: coverable),
          form: coverable.form, isRow: coverable.isRow,
          place: tested.sources.place(coverable.span), triedBy: triedBy))
    }
    for exception in tested.exceptions {
      excepted.append(
        (exception, tested.sources.place(exception.span), own, keys[exception.name] ?? []))
    }
  }

  private mutating func book(name: String, path: String) -> Int {
    let path = FilePath.normal(path)
    if let known = books[path] { return known }
    books[path] = met.count
    met.append(CoverageBook(name: name, path: path, isTested: false))
    return met.count - 1
  }

  /// The place and the plain name; of several with the same, the order among them too.
  private func key(
    of coverable: Coverable, in sources: SourceMap, among earlier: [String]
  ) -> String {
    let file = sources[coverable.span.source].name
    let place = sources.place(coverable.span).dropFirst(file.count)
    let key = "\(FilePath.normal(file))\(place) \(coverable.plainName)"
    let count = earlier.filter { $0 == key || $0.hasPrefix(key + " #") }.count
    return count == 0 ? key : "\(key) #\(count)"
  }

  /// The rulebooks of the run, with what they build on, each with what it wrote itself.
  package var result: [CoverageBook] {
    var result = met
    for (exception, place, book, keys) in excepted {
      let named = keys.compactMap { items[$0] }
      let open = named.filter { result[$0.book].items[$0.item].triedBy == nil }
      for index in open { result[index.book].items[index.item].reason = exception.reason }
      if open.isEmpty, let one = named.first,
        let triedBy = result[one.book].items[one.item].triedBy
      {
        result[book].needless.append(
          .init(name: exception.name, place: place, triedBy: triedBy))
      }
    }
    for index in result.indices {
      result[index].items.sort(by: CoverageBook.Item.stands(_:before:))
    }
    return result
  }
}

extension Program {
  /// The guard of a transition, or the words of the first of several.
  fileprivate func condition(of coverable: Coverable) -> String {
    guard let first = coverable.subject.transitions?.first, let chart,
      let condition = chart.transitions[first].condition
    else { return "" }
    return ProgramText(self).within(chart.transitions[first]).expression(condition)
  }
}
