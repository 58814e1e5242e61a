package import SourceText

/// Reads one YAML file into nodes.
///
/// Every fault of the file is reported, several in one run; the node is nil if the file's form is
/// so wrong that no whole tree could be built. An empty file is an absent scalar.
package func parseYAML(
  _ file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics,
  limits: YAMLLimits = .default
) -> YAMLNode? {
  var builder = YAMLTreeBuilder(file.bytes, from: 0, id: id, limits: limits)
  defer { diagnostics.report(contentsOf: builder.diagnostics.all) }
  do {
    return try builder.document()
  } catch .fault(let fault) {
    builder.report(
      Diagnostic(
        .malformedYAML, Bilingual(en: fault.problem, zh: fault.problem),
        at: Span(id, fault.place, fault.place)))
    return nil
  } catch {
    return nil
  }
}
