package import SourceText
package import Store

/// Why the desk could not do what it was asked; nothing was kept then.
package enum DeskFault: Error, Sendable {
  case store(StoreFault)
  /// What was entered does not fit the rulebook: names, values.
  case findings([Diagnostic], SourceMap)
  /// What was typed cannot be read as the value that it is for, in one sentence.
  case unread(Bilingual)
  /// Anything else, in one sentence.
  case said(Bilingual)

  static func said(_ en: String, _ zh: String) -> DeskFault {
    .said(Bilingual(en: en, zh: zh))
  }
}

/// Carries a store's faults as the desk's.
func storing<Result>(
  _ body: () throws(StoreFault) -> Result
) throws(DeskFault) -> Result {
  do { return try body() } catch { throw .store(error) }
}
