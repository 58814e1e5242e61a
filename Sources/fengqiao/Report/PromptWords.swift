internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// The words of a prompt as they are said in a case: the tags of one that stands in a file are
/// filled, and what is not known yet is left blank.
struct PromptWords {
  let interpreter: Interpreter
  let wording: Wording
  let state: CaseState
  let caseID: String

  func text(of prompt: State.Prompt) -> String {
    guard let template = prompt.template else { return wording.say(prompt.words) }
    let filled = interpreter.fill(template, in: state)
    let text = TemplateText(template, program: interpreter.program)
      .text(of: filled, caseID: caseID)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
