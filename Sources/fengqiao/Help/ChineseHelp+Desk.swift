extension ChineseHelp {
  /// Of `case`, where somebody works on one case.
  static let ofTheDesk: [String: String] = [
    "Open cases, step them, and keep them in a store.": "立案、办理，存入案件库。",
    "Also those that were drafted anew later, or whose step was taken back.":
      "连同后来重拟过的、所属一步已经撤回的。",
    "Open a case, on the version of the rulebook then in force.": "立一个案件，用当时有效的规则书版本。",
    "The rulebook: its folder, its file, an artefact, or the name of one in the store.":
      "规则书：文件夹、文件、编译好的文件，或者案件库里规则书的名称。",
    "The case's id (default: the rulebook's name, the year and a number).": "案件编号（默认：规则书名称、年份加序号）。",
    "A fact that is known: `name=value`; may be repeated.": "已知的事实：`名称=值`；可以写多个。",
    "When it was opened (default: now).": "什么时候立案的（默认：现在）。",
    """
    The case store: a file, or postgres://… (default: $FENGQIAO_STORE, else below \
    ~/.local/share/fengqiao).
    """:
      "案件库：文件，或者 postgres://…（默认：$FENGQIAO_STORE，没有就在 ~/.local/share/fengqiao 下）。",
    "Take this for the present moment ($FENGQIAO_NOW); for trials.": "以这个时间为现在（$FENGQIAO_NOW）；供试用。",
    "Show where a case stands and why, and what is due.": "显示案件在哪一步、为什么，什么时候到期。",
    "The case's id.": "案件编号。",
    "Draw the workflow with the case's place and way: mermaid, dot or svg.":
      "画出流程，标明案件在哪一步、怎么走来的：mermaid、dot 或 svg。",
    "Say what to ask, say and do next in a case; on a terminal, do it by numbers.":
      "案件接着问什么、说什么、做什么；在终端上按数字办理。",
    "When all that is entered in this sitting happened (default: now).": "这一次录入的事是什么时候发生的（默认：现在）。",
    "Converse, on a terminal or not (default: on a terminal).": "问答办理，不论是否在终端上（默认：在终端上才问答）。",
    "Fire an event in a case, and state facts with it.": "办理一步（事件），可以同时说明事实。",
    "The event, by its name or title.": "办理的一步：事件的名称或标题。",
    "A value that comes with the event: `name=value`; may be repeated.": "这一步附带的内容：`名称=值`；可以写多个。",
    "A fact stated in the same step: `name=value`; may be repeated.": "同时说明的事实：`名称=值`；可以写多个。",
    "The role that fires it (default: the operator's own, where that is clear).":
      "由什么角色办理（默认：操作人自己的角色，只要不会弄错）。",
    "When it happened (default: now); what is written down keeps both times.":
      "什么时候发生的（默认：现在）；记录里两个时间都在。",
    "Only if the case has so many entries: refuses when somebody was faster.":
      "案件正好有这么多条记录才办：有人先办了，就不办。",
    "State facts of a case: `name=value`; `name=unknown` takes one back.":
      "说明案件的事实：`名称=值`；`名称=未知` 是收回。",
    "`name=value`, one or more; `checklist=yes` answers the checklist.":
      "`名称=值`，一个或多个；`清单=都没有` 是答复安全清单。",
    "List the cases of a store, with who is to act and what is due.": "列出案件库里的案件：该谁办、什么时候到期。",
    "Only cases of this rulebook.": "只列这本规则书的案件。",
    "Only cases at this level.": "只列这一级的案件。",
    "Only cases in which this role is to act.": "只列该由这个角色办的案件。",
    "Only cases in this state, by its name.": "只列在这一步的案件（写步骤名称）。",
    "Only cases with a deadline in the past.": "只列有期限已过的案件。",
    "Only cases of which something could not be delivered.": "只列有通知、任务没有送达的案件。",
    "Cases that have ended, too.": "已结的案件也列。",
    "human or json (one case a line).": "human（给人看）或 json（每个案件一行）。",
    "Show a case's journal: when, who, what, and where it led.": "显示案件的办理记录：什么时候、谁、办了什么、到了哪一步。",
    "human or json (one entry a line).": "human（给人看）或 json（每条记录一行）。",
    "Write a note into a case's journal.": "在案件的办理记录里写一条备注。",
    "The words.": "备注的文字。",
    "Take a case's newest step back by an entry that says why; nothing is erased.":
      "撤回案件最近的一步，记下理由；什么也不删。",
    "Why it is taken back.": "为什么撤回。",
    "List what is overdue and what is next, over all open cases.": "列出全部在办案件已过期的和最近到期的事。",
    "Only what falls to this role or organ.": "只列归这个角色或机关的。",
    "Only what is due within so many days from now.": "只列从现在起这么多天内到期的。",
    "human or json (one deadline a line).": "human（给人看）或 json（每个期限一行）。",
    "List the papers drafted from a case, or write them as files.": "列出案件拟好的文书，或者写成文件。",
    "The folder to write them into.": "写进哪个文件夹。",
    "human or json (one paper a line).": "human（给人看）或 json（每份文书一行）。",
    "Join a case to another one, such as an earlier dispute.": "把案件与另一案件（如前一次纠纷）连起来。",
    "The other case's id.": "另一案件的编号。",
    "Why they belong together.": "为什么连在一起。",
    "Erase texts of a case for good; its chain still holds, and the journal says why.":
      "永久抹去案件里的文字；记录仍然可以核验，并记下理由。",
    "Erase all that was typed for this fact, or field of an event.": "抹去为这个事实（或事件的这一项内容）填写的一切。",
    "Erase every text that says exactly this, such as a name.": "抹去与此完全相同的每一处文字，如姓名。",
    "Why it is erased.": "为什么抹去。",
    "Find altered, dropped or reordered entries in a case's journal, or in all.":
      "核验一个或全部案件的办理记录有没有被改动、丢失、调换。",
    "A case's id (default: every case).": "案件编号（默认：全部案件）。",
    "Print the digest of all heads: kept elsewhere, it shows even a journal cut short.":
      "输出全部记录末尾的摘要：另外保存，记录被截短也能发现。",
  ]
}
