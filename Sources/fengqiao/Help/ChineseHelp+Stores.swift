extension ChineseHelp {
  /// Of `case` and `store`, where many cases or whole stores are handled.
  static let ofStores: [String: String] = [
    "Fire all that is due by now in every case, once only even if two run at one time.":
      "全部案件里到现在已到期的都办掉；两处同时运行，也只办一次。",
    "Count running deadlines by a new calendar; say which moved, in the journal too.":
      "按新的日历重算正在走的期限，说明哪些变了，也记入办理记录。",
    "The calendar's file.": "日历文件。",
    "Only this case (default: all that are open).": "只算这个案件（默认：全部在办的）。",
    "Let running cases go on under another version of their rulebook.": "让在办的案件改用规则书的另一版本。",
    "The new version: its folder, its file, an artefact, or a name in the store.":
      "新版本：文件夹、文件、编译好的文件，或者案件库里的名称。",
    "A YAML file: which state, fact or clock becomes which, and what becomes of what runs.":
      "YAML 文件：哪一步、哪个事实、哪个期限变成哪个，正在走的怎么办。",
    "What becomes of deadlines the mapping does not name: keep, restart or drop.":
      "对照表没有写的期限怎么办：keep（照旧）、restart（重新起算）或 drop（取消）。",
    "The same of legal periods that run.": "正在走的法定期间怎么办，同上。",
    "The same of open tasks.": "没有办完的任务怎么办，同上。",
    "Only this case (default: all that run).": "只改这个案件（默认：全部在办的）。",
    "Why; the journals keep it.": "理由；记入办理记录。",
    "Show what would happen and what stands in the way; nothing is kept.": "只显示会怎样、有什么妨碍；不保存。",
    "Leave out cases in whose way something stands, and take the others over.": "有妨碍的案件不动，其余的改过去。",
    "Write a case's whole file into a folder, or the case as a test of its rulebook.":
      "把整个卷宗写进文件夹，或者把案件写成规则书的测试。",
    "The folder to make; with --as-test a file (default: standard output).":
      "新建的文件夹；写了 --as-test 则是文件（默认：标准输出）。",
    "A case file with `expect`, for `fengqiao test`.": "写成带 `expect` 的案件文件，供 `fengqiao test` 用。",
    "Names, identity numbers and phones masked; such a folder cannot be imported.":
      "姓名、身份证号、电话遮住；这样的文件夹不能再导入。",
    "Take an exported case into a store, its journal byte for byte.": "把导出的案件收进案件库，办理记录一字不改。",
    "The folder that `case export` made.": "`case export` 写成的文件夹。",
    "Lend a case to another store as its only writer, until it is checked in.":
      "把案件借给另一个案件库，归还以前只由那里办理。",
    "The store that gets it.": "借给哪个案件库。",
    "Who has it then (default: the operator, else the store's name).": "由谁拿着（默认：操作人，没有就是案件库的名称）。",
    "Bring a lent case home, with all that was entered there.": "把借出的案件收回，连同在那里办的一切。",
    "The store that had it.": "借去的案件库。",
    "Hand notices and tasks that wait to a command, each at least once.": "把待送的通知和任务交给一个命令，每件至少一次。",
    """
    The command is run by `sh -c` for each of them, with the notice or task as JSON on its \
    standard input, and FENGQIAO_KEY (the same whenever the same one comes again), FENGQIAO_KIND \
    (notice, task, correction) and FENGQIAO_CASE in its environment. Exit code 0 means delivered.
    """:
      """
    每件都用 `sh -c` 运行这个命令：标准输入是通知或任务的 JSON，环境变量有 FENGQIAO_KEY（同一件再来时不变）、FENGQIAO_KIND（notice、task、\
    correction）和 FENGQIAO_CASE。退出码 0 表示送达。
    """,
    "The command.": "命令。",
    "Also what failed before and would wait for a later time.": "先前没有送成、还要再等的，也送。",
    "At most so many.": "最多送这么多件。",
    "Copy the whole store, as of one moment, into a new file.": "把整个案件库在同一时刻的样子抄成一个新文件。",
    "The file to make.": "新建的文件。",
    "Make a store from a backup, after all its journals were verified.": "由备份做成案件库；先核验全部办理记录。",
    "The backup.": "备份文件。",
    "Count what a rulebook's measures say over its cases in a store, as they stand.":
      "按规则书的指标统计案件库里的案件，以现在为准。",
    "The rulebook: its name, its folder or its file.": "规则书：名称、文件夹或者文件。",
    "human, json (one object a version and line) or csv.": "human（给人看）、json（每个版本一行）或 csv。",
    "Set up where cases are kept.": "准备存放案件的地方。",
    "Make a store ready: a file, or the tables in a PostgreSQL database.":
      "建好案件库：一个文件，或者 PostgreSQL 数据库里的表。",
    """
    A file is made on first use as well; a database has to be set up once, by somebody who may \
    make tables in it. What is ready already stays as it is.
    """:
      "文件第一次使用时也会自动新建；数据库要先由有权建表的人建一次。已经建好的不变。",
  ]
}
