import SourceText
import Syntax
import Testing

/// Whole rulebooks are read without a finding and without loss.
@Suite struct SampleTests {
  @Test(arguments: ["library-fines.yaml", "ticket-triage.yaml"])
  func aGoodRulebookRaisesNothing(name: String) throws {
    let (_, findings) = decodeRulebook(text: try sample(name))
    #expect(findings.map { "\($0.primary.span.start) \($0.message.en)" } == [])
  }
}
