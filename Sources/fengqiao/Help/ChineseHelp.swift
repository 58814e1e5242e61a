/// What help says in Chinese, by what it says in English. The English stands beside each verb and
/// option; a test sees to it that nothing there is without its Chinese.
enum ChineseHelp {
  static func text(of english: String) -> String? {
    for words in [general, ofRulebooks, ofManyCases, ofTheDesk, ofStores] {
      if let chinese = words[english] { return chinese }
    }
    return nil
  }

  /// Of the tool, and of what several verbs have.
  private static let general: [String: String] = [
    "A rules engine for mediation workflows.": "调解流程的规则引擎。",
    """
    Policy staff write rulebooks in YAML; fengqiao checks them, runs cases through them, and says \
    why. Exit codes: 0 clean, 1 findings, 2 cannot run.
    """:
      "制定规则的人用 YAML 写规则书；fengqiao 检查规则书，按规则书办理案件，并说明理由。退出码：0 没有问题，1 有发现，2 无法运行。",
    "Show the version.": "显示版本。",
    "Show help information.": "显示帮助。",
    "Show subcommand help information.": "显示某个命令的帮助。",
    "Language of messages: en or zh (default: the locale's).": "用哪种语言：en 或 zh（默认随系统）。",
    "When to use colour: auto, always or never.": "何时用颜色：auto、always 或 never。",
    "The rulebook.": "规则书。",
    "The rulebook: its folder, its file, or an artefact.": "规则书：文件夹、文件，或者编译好的文件。",
    "The rulebook: its folder or its file.": "规则书：文件夹或者文件。",
    "human or json.": "human（给人看）或 json。",
    "human, json or csv.": "human（给人看）、json 或 csv。",
    "human, json (one object a finding and line), sarif, github or junit.":
      "human（给人看）、json（每条发现一行）、sarif、github 或 junit。",
    "human or json (one object a case and line).": "human（给人看）或 json（每个案件一行）。",
    "Count working days by this calendar file instead of the rulebook's or China's.":
      "按这个日历文件数工作日，不用规则书写的或者国家的日历。",
    "Write a small rulebook that runs, with a case, to start from.": "写一本能运行的小规则书和一个案件，由此开始。",
    "The new rulebook's name: a word; also the folder's name.": "新规则书的名称：一个词，也是文件夹名。",
    "Print the JSON Schema of rulebooks, case files and calendars, for editors.":
      "输出规则书、案件文件和日历的 JSON Schema，供编辑器使用。",
    """
    Without a kind: the schema of any file, told by its keys. docs/schema.md says how editors use \
    it.
    """:
      "不写种类：按文件里的键辨认任何一种。编辑器怎么用，见 docs/schema.md。",
    "rulebook, case or calendar.": "rulebook（规则书）、case（案件）或 calendar（日历）。",
    "Show what a stage makes of a rulebook.": "显示某一阶段把规则书变成了什么。",
    "tokens, tree, core, program or chart.": "tokens、tree、core、program 或 chart。",
  ]
}
