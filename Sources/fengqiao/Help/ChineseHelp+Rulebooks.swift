extension ChineseHelp {
  /// Of verbs that look at rulebooks and play case files.
  static let ofRulebooks: [String: String] = [
    "Check rulebooks, their case files and calendars; say what is wrong, where, and the mend.":
      "检查规则书及其案件文件、日历：错在哪里、怎么改。",
    """
    A folder stands for every rulebook.yaml in or below it. Exit code 0 clean, 1 findings, 2 \
    cannot run.

    --matrix shows for each rulebook by which script, from which level, until when, how long at \
    the longest and with which papers each class of dispute goes; see docs/completeness.md. For CI \
    see docs/ci.md.
    """:
      """
    写文件夹，就是其中各层的每一个 rulebook.yaml。退出码：0 没有问题，1 有发现，2 无法运行。

    --matrix 对每本规则书列出各类纠纷走哪个调解法、从哪一级起、到什么时候、最长多少天、用哪些文书，见 docs/completeness.md。用于持续集成，见 docs/ci.md。
    """,
    "Rulebooks, case files, calendars, or folders of them.": "规则书、案件文件、日历，或者它们所在的文件夹。",
    "Warnings, too, make the check fail.": "有警告也算不通过。",
    "Show the ways that each class of dispute may go.": "列出各类纠纷可能怎么走。",
    "With --matrix: write a case for each level that takes the longest way from it.":
      "与 --matrix 一起写：从每一级起最久的走法，各写出一个案件。",
    "Findings named in this file are told as known and do not make the run fail.":
      "这个文件里列出的发现算已知，不算不通过。",
    "Write what is found now into the baseline file.": "把现在的发现写进基线文件。",
    "Prove all anew, and keep nothing for the next time (see $FENGQIAO_CACHE).":
      "全部重新证明，也不留给下次用（见 $FENGQIAO_CACHE）。",
    "Play case files and compare with what they expect.": "运行案件文件，与其中写明的预期比较。",
    """
    A folder stands for every rulebook.yaml in or below it with the case files in its cases/ \
    folder. Files without any expect are left out and counted.

    --coverage lists the decision rows and transitions that no case tries, each rulebook with \
    what it wrote itself; see docs/coverage.md. For CI see docs/ci.md.

    --mutate changes one cell, output, guard, target or deadline at a time and lists the changes \
    that no case notices; see docs/mutation.md.
    """:
      """
    写文件夹，就是其中各层的每一个 rulebook.yaml 和它的 cases/ 里的案件文件。没有写 expect 的文件不运行，只计数。

    --coverage 列出没有案件走到的规则行和转移，每本规则书只算自己写的，见 docs/coverage.md。用于持续集成，见 docs/ci.md。

    --mutate 每次改一个单元格、结果、条件、去向或期限，列出没有案件察觉的改动，见 docs/mutation.md。
    """,
    "Folders of rulebooks, or a rulebook and case files.": "规则书所在的文件夹，或者一本规则书和案件文件。",
    "human, json (one object a case and line), sarif, github or junit.":
      "human（给人看）、json（每个案件一行）、sarif、github 或 junit。",
    "Warnings in case files, too, make the test fail.": "案件文件里有警告也算不通过。",
    "Tell which decision rows and transitions no case tries.": "列出没有案件走到的规则行和转移。",
    "Write the coverage as an lcov tracefile.": "把覆盖情况写成 lcov 文件。",
    "Change the rulebook in small ways and list what no case notices.": "对规则书作小改动，列出没有案件察觉的改动。",
    "Try only so many changes of each rulebook.": "每本规则书只试这么多处改动。",
    "Which changes are drawn for --sample.": "--sample 抽取哪些改动：换一个数，换一批。",
    "Count what the rulebook's measures say over case files, each at its end.":
      "按规则书的指标统计案件文件，每个案件以结束时为准。",
    """
    Without case files those in cases/ beside the rulebook are taken. A file with errors is left \
    out and told, and the exit code is then 1. A CSV file opens in a spreadsheet as it is: UTF-8 \
    with its mark, a row for each measure and period, and no text that could run as a formula; \
    what is left out is then told on standard error.
    """:
      """
    不写案件文件，就用规则书旁边 cases/ 里的。有错的文件不计，会说明，退出码是 1。CSV 可以直接用电子表格打开：带标记的 UTF-8，每个指标每段时间一行，\
    没有会当成公式运行的文字；不计的在标准错误输出里说明。
    """,
    "Case files, YAML or JSON, or folders of them.": "案件文件（YAML 或 JSON），或者它们所在的文件夹。",
    "Step case files through a rulebook: what happened, why, what is next, what is due.":
      "按规则书办理案件文件：发生了什么、为什么、接着做什么、什么时候到期。",
    """
    RULEBOOK is a rulebook's folder or file, or a compiled artefact. An entry that is refused \
    leaves the case as it was and the rest goes on. Where a case breaks a promise of the rulebook, \
    the entry and the reason are told. Exit code 1 if it does, or if an entry was refused that the \
    case file did not expect to be.
    """:
      "规则书写文件夹、文件，或者编译好的文件。没有办成的一步不改变案件，后面的照常办理。案件违背承诺的，说明哪一步、为什么。有违背，或者案件文件没有预期的一步没有办成，退出码是 1。",
    "Case files, YAML or JSON.": "案件文件，YAML 或 JSON。",
    "Write the drafted documents into this folder, as CASE-NN-DOCUMENT.html or .txt.":
      "把拟好的文书写进这个文件夹，文件名如 案件-序号-文书.html 或 .txt。",
    "html (pages to be printed) or text; if not given, as its template is.":
      "html（可打印的页面）或 text；不写的，随模板。",
    "Explain a finding's code, or why a case stands where it does and not elsewhere.":
      "说明一个诊断代码，或者一个案件为什么在这里、不在别处。",
    "A code such as FQ0401, or a rulebook.": "FQ0401 这样的代码，或者一本规则书。",
    "A case file.": "一个案件文件。",
    "human or json (one object a case and line, or one for the page).":
      "human（给人看）或 json（每个案件一行，或者整页一个）。",
    "Decide whether a rulebook keeps its promises, in every case there may be.":
      "判定规则书在一切可能的案件里是否守住它的承诺。",
    """
    Promises stand under `invariants`. Each is proved, refuted with a case that `fengqiao run` \
    plays into the breach, or not decided. What `check` leaves open of tables and guards that do \
    arithmetic between facts is told, too, as warnings and notes. Exit code 0 if all are proved, \
    or not decided without being sealed; 1 if one is refuted or a sealed one is not decided; 2 \
    cannot run.
    """:
      """
    承诺写在 `invariants` 下。每一项或者得到证明，或者用一个案件推翻（`fengqiao run` 能把它走到违背的那一步），或者未能判定。决策表和转移条件里事实之间的算术，`check` 没有查明的，也在这里说明（警告和提示）。退出码：0 都得到证明，或者未能判定的都不是 sealed；\
    1 有一项被推翻，或者 sealed 的未能判定；2 无法运行。
    """,
    "Write each refuting case into this folder.": "把推翻它的案件写进这个文件夹。",
    """
    human, json (one object a promise and line; one for what the compiler has proved of secrets, \
    and one with the counts), sarif, github or junit.
    """:
      "human（给人看）、json（每项承诺一行，另有一行是编译器对秘密所证明的、一行是总数）、sarif、github 或 junit。",
    "Warnings, too, and promises that are not decided, sealed or not, make the run fail.":
      "有警告，或者有未能判定的承诺（不论是否 sealed），都算不通过。",
    "Draw a rulebook's workflow, and where a case stands in it.": "画出规则书的流程，以及案件在哪一步。",
    "mermaid, dot, or svg (drawn by Graphviz).": "mermaid、dot 或 svg（由 Graphviz 绘制）。",
    "A case file whose place and way are marked.": "标出这个案件文件在哪一步、怎么走来的。",
    "Draw scripts, and parts of the course without a slot, as one box each.":
      "每个调解法、流程中没有接口的每一段，各画成一个框。",
    "Compile a rulebook into one hashed file; the same input gives the same bytes.":
      "把规则书编译成一个带校验的文件；输入相同，输出逐字节相同。",
    "The file to write.": "写到哪个文件。",
    "Tell what two versions of a rulebook mean differently, one case a difference.":
      "说明规则书的两个版本哪里意思不同，每处举一个案件。",
    """
    Decisions and guards are compared for all facts there may be, so that one that is only \
    written otherwise is proved to mean the same. Exit code 0 the same meaning, 1 not, 2 cannot \
    run, as where a version has errors. See docs/diff.md.
    """:
      "决策和条件就一切可能的事实逐一比较，只是写法不同的，能证明意思相同。退出码：0 意思相同，1 不同，2 无法运行（如有一个版本有错误）。见 docs/diff.md。",
    "The old version: a rulebook, its folder or what `compile` made.":
      "旧版本：规则书的文件、文件夹，或者 `compile` 编译好的文件。",
    "The new version.": "新版本。",
    "human, json, or markdown for a pull request.": "human（给人看）、json，或者供合并请求用的 markdown。",
  ]
}
