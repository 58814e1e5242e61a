/// The stable identity of a kind of finding: `FQ0203`, a name, its weight and one line about it.
///
/// The codes stand in one table, a file per stage: `DiagnosticCode+YAML.swift` (FQ01..),
/// `+Expression` (FQ02..), `+Rulebook` (FQ03..), `+Names` (FQ04..), `+Decision` (FQ05..),
/// `+Workflow` (FQ06..), `+Time` (FQ07..), `+Case` (FQ08..), `+Tool` (FQ09..), `+Layers` (FQ10..),
/// `+Mediation` (FQ11..), `+Slots` (FQ12..), `+Papers` (FQ13..), `+Coverage` (FQ14..),
/// `+Verification` (FQ15..). Each has a page of the same name under `docs/diagnostics`, whose
/// failing and mended examples a test runs.
package struct DiagnosticCode: Hashable, Sendable, Codable {
  /// `FQ` and four digits; never given to another kind again.
  package let id: String
  /// A clause in kebab case that states the fault: `unknown-name`.
  package let name: String
  package let severity: Severity
  package let summary: Bilingual

  package init(_ id: String, _ name: String, _ severity: Severity, en: String, zh: String) {
    self.id = id
    self.name = name
    self.severity = severity
    summary = Bilingual(en: en, zh: zh)
  }

  package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.id == right.id
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}

extension DiagnosticCode {
  /// Every code, in order.
  package static let all: [DiagnosticCode] =
    yamlCodes + expressionCodes + typingCodes + rulebookCodes + nameCodes + decisionCodes
    + workflowCodes + timeCodes + caseCodes + toolCodes + layerCodes + mediationCodes
    + slotCodes + paperCodes + coverageCodes + verificationCodes
}
