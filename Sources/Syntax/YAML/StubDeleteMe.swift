package import SourceText

// Stand-in until the YAML reader lands (delete this file then).
package struct ScalarText: Sendable { package var span: Span }
