internal import Model
internal import SourceText

/// The words of a prompt, as they are said.
struct PromptWords {
  let wording: Wording

  func text(of prompt: State.Prompt) -> String { wording.say(prompt.words) }
}
