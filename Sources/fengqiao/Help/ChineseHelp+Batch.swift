extension ChineseHelp {
  /// Of verbs that play many cases.
  static let ofManyCases: [String: String] = [
    "Step very many cases: JSON Lines in, JSON Lines out, in the order of the input.":
      "办理大量案件：JSON Lines 进，JSON Lines 出，次序不变。",
    """
    A line of input is one case: {"id": …, "facts": {…}, "events": [{"event": …, "at": …, "by": \
    …, "set": {…}, "with": {…}}], "opened": …, "until": …}. Its line of output says where it \
    stands: {"id": …, "state": […], "decisions": {…}}, or {"id": …, "error": {…}} for a line that \
    is no case; the run goes on. Exit code 1 if there was such a line or an entry that was \
    refused.
    """:
      """
    输入一行是一个案件：{"id": …, "facts": {…}, "events": [{"event": …, "at": …, "by": …, "set": {…}, \
    "with": {…}}], "opened": …, "until": …}。输出一行说明它在哪一步：{"id": …, "state": […], "decisions": {…}}；\
    不是案件的一行是 {"id": …, "error": {…}}，其余照常办理。有这样的行或者没有办成的一步，退出码是 1。
    """,
    "The cases; - or nothing: standard input.": "案件文件；写 - 或者不写：标准输入。",
    "How many cases are stepped side by side (default: the machine's cores).":
      "同时办理多少个案件（默认：机器的核数）。",
    "What the input is: jsonl, or csv (a table of facts; decisions only).":
      "输入是什么：jsonl，或者 csv（一张事实表，只算决策）。",
    "The first line to read, counted from 1.": "从第几行读起，第一行是 1。",
    "Write the records of lines that gave no result into this file, too.": "没有结果的行，记录另外写进这个文件。",
    "Tell at the end, on standard error, how often each row, state and script came up.":
      "最后在标准错误输出里统计各规则行、各步骤、各调解法出现多少次。",
    "How the summary is told: human or json.": "统计怎么显示：human（给人看）或 json。",
    "Compare how the same cases go under two versions of a rulebook.": "比较同一批案件在规则书的两个版本下各怎么走。",
    """
    Cases are one file of JSON Lines as for `batch` (- is standard input), case files in YAML, or \
    with --store those of the old version's rulebook in a store of the desk, which is only read. \
    Told are what they come to under both, how many go another way, by group, and for each change \
    a case with the reason. Exit code 1 if more go another way than --fail-over allows, or if a \
    case could not be read for the old version.
    """:
      """
    案件写一个 JSON Lines 文件，同 `batch`（- 是标准输入），或者 YAML 案件文件；写 --store 就用案件库里旧版这本规则书的案件，只读不写。\
    说明两个版本下各走到哪里、多少案件走法不同（分组），每种变化举一个案件和理由。\
    走法不同的多于 --fail-over 所许，或者有案件旧版本读不了，退出码是 1。
    """,
    "The old version: its folder, its file, or an artefact.": "旧版本：文件夹、文件，或者编译好的文件。",
    "The cases: a file of JSON Lines, -, case files or folders of them.":
      "案件：JSON Lines 文件、-、案件文件，或者它们所在的文件夹。",
    "Take the cases of a case store: a file, or postgres://…; it is only read.":
      "用案件库里的案件：一个文件，或者 postgres://…；只读不写。",
    "Group cases by a fact (repeatable; default: enumerated facts that the old tables read).":
      "按一个事实分组（可以写多个；默认：旧版本的表所读的选项类事实）。",
    "End with 1 if a larger share of cases goes another way, such as 5%.":
      "走法不同的案件超过这个比例（如 5%），退出码是 1。",
    "human, json, markdown or html.": "human（给人看）、json、markdown 或 html。",
    "Make up cases from a profile, as lines for batch and impact, or a plan of the load.":
      "按概况编造案件，一行一个，供 batch 和 impact 用；或者估算各级负担。",
    """
    The rulebook's own interpreter says what can be done next in a case; the profile says what \
    people answer and do, and how long it takes. The cases are synthetic: they stand for nobody. \
    The same rulebook, profile and seed give the same cases.
    """:
      "案件接着能做什么，由规则书决定；人们怎么答、怎么做、要多久，由概况决定。案件是合成的，不是真人真事。规则书、概况、种子相同，案件就相同。",
    "What the cases are like (YAML).": "概况文件：案件是什么样的（YAML）。",
    "How many cases.": "多少件。",
    "Another seed, other cases.": "种子：换一个数，换一批案件。",
    "Which of the profile's rates hold: reported or stress.":
      "用概况的哪一套比例：reported（报告的）或 stress（从严估计）。",
    "Tell the load by level and seat, and the queues, instead of the cases.":
      "不输出案件，只说各级、各席位的负担和排队。",
    "How the plan is told: human or json.": "估算怎么显示：human（给人看）或 json。",
  ]
}
