package import SourceText

extension StoreFault {
  /// What a person reads: one sentence.
  package var message: Bilingual {
    switch self {
    case .conflict, .noSuchCase, .lent, .unknownProgram, .unknownCalendar, .uncommittedSecret:
      requestMessage
    case .cannotOpen, .notAStore, .newer, .notSetUp, .outdated, .exists, .missingLibrary:
      storeMessage
    case .locked, .full, .readOnly, .damaged, .disconnected, .unknownOutcome, .failed:
      breakdownMessage
    }
  }

  private var requestMessage: Bilingual {
    switch self {
    case .conflict(let id, let current, let added):
      Bilingual(
        en: "somebody else wrote to case `\(id)` meanwhile: it has \(current) entries now, "
          + "\(added.count) of them new to you",
        zh: "期间有人更新了案件 `\(id)`：现有 \(current) 条记录，其中 \(added.count) 条您还没有看到")
    case .noSuchCase(let id):
      Bilingual(en: "there is no case `\(id)` in this store", zh: "案件库中没有案件 `\(id)`")
    case .lent(let id, let holder):
      Bilingual(en: "case `\(id)` is lent to `\(holder)`", zh: "案件 `\(id)` 已借出给 `\(holder)`")
    case .unknownProgram(let hash):
      Bilingual(
        en: "the store does not have the rulebook version `\(hash)`", zh: "案件库中没有规则书版本 `\(hash)`")
    case .unknownCalendar(let hash):
      Bilingual(en: "the store does not have the calendar `\(hash)`", zh: "案件库中没有日历 `\(hash)`")
    case .uncommittedSecret(let name):
      Bilingual(
        en: "the entry does not vouch for the value of `\(name)`", zh: "该记录没有为 `\(name)` 的值留下凭证")
    default: preconditionFailure("requestMessage words the faults of a request")
    }
  }

  private var storeMessage: Bilingual {
    switch self {
    case .cannotOpen(let store, let reason):
      Bilingual(
        en: "cannot open the store `\(store)`: \(reason)", zh: "无法打开案件库 `\(store)`：\(reason)")
    case .notAStore(let store):
      Bilingual(en: "`\(store)` is not a case store", zh: "`\(store)` 不是案件库")
    case .newer(let store, let version, let known):
      Bilingual(
        en: "the store `\(store)` has layout \(version); this tool knows layouts up to \(known)",
        zh: "案件库 `\(store)` 的结构版本是 \(version)；本工具只认识到 \(known)")
    case .notSetUp(let store):
      Bilingual(
        en: "the database `\(store)` was not set up for cases yet", zh: "数据库 `\(store)` 还没有建立案件库")
    case .outdated(let store):
      Bilingual(
        en: "the database `\(store)` was set up by an older version of this tool",
        zh: "数据库 `\(store)` 的案件库是旧版工具建立的")
    case .exists(let path):
      Bilingual(en: "`\(path)` is there already", zh: "`\(path)` 已经存在")
    case .missingLibrary(let name, _):
      Bilingual(
        en: "the library `\(name)` that talks to PostgreSQL is not installed",
        zh: "没有安装连接 PostgreSQL 所需的库 `\(name)`")
    default: preconditionFailure("storeMessage words the faults of a store")
    }
  }

  private var breakdownMessage: Bilingual {
    switch self {
    case .locked(let store):
      Bilingual(en: "the store `\(store)` is in use and stayed locked", zh: "案件库 `\(store)` 一直被占用")
    case .full(let store):
      Bilingual(
        en: "there is no room left for the store `\(store)`", zh: "案件库 `\(store)` 所在的磁盘已满")
    case .readOnly(let store):
      Bilingual(en: "the store `\(store)` may not be written", zh: "案件库 `\(store)` 不可写")
    case .damaged(let store, let reason):
      Bilingual(
        en: "the store `\(store)` is damaged: \(reason)", zh: "案件库 `\(store)` 已损坏：\(reason)")
    case .disconnected(let store, let reason):
      Bilingual(
        en: "the connection to `\(store)` was lost, nothing was written: \(reason)",
        zh: "与 `\(store)` 的连接中断，没有写入任何内容：\(reason)")
    case .unknownOutcome(let store, let reason):
      Bilingual(
        en: "the connection to `\(store)` was lost while writing, and it is not known whether the "
          + "entry was kept: \(reason)",
        zh: "写入时与 `\(store)` 的连接中断，不知道记录是否已保存：\(reason)")
    case .failed(let store, let reason):
      Bilingual(en: "the store `\(store)` failed: \(reason)", zh: "案件库 `\(store)` 出错：\(reason)")
    default: preconditionFailure("breakdownMessage words the faults on the way")
    }
  }

  /// What to do about it; nil where nothing general can be said.
  package var help: Bilingual? {
    switch self {
    case .conflict:
      Bilingual(en: "look at what was added, then repeat the step", zh: "请先查看新增的记录，再重做这一步")
    case .noSuchCase:
      Bilingual(en: "list the cases with `case list`", zh: "用 `case list` 查看有哪些案件")
    case .lent:
      Bilingual(en: "have it returned with `case checkin`", zh: "请先用 `case checkin` 归还")
    case .notAStore, .exists:
      Bilingual(en: "name another file", zh: "请换一个文件名")
    case .newer:
      Bilingual(en: "use the newer version of the tool", zh: "请使用较新版本的工具")
    case .notSetUp:
      Bilingual(en: "set it up once with `store init`", zh: "请先运行一次 `store init`")
    case .outdated:
      Bilingual(
        en: "bring it up to date with `store init`; nothing in it is lost",
        zh: "请运行 `store init` 更新，库里的内容不变")
    case .missingLibrary(_, let package):
      Bilingual(
        en: "install it: `apt-get install \(package)`", zh: "请安装：`apt-get install \(package)`")
    case .locked, .disconnected:
      Bilingual(en: "try again", zh: "请稍后重试")
    case .full:
      Bilingual(en: "make room, then repeat the step", zh: "请腾出空间后重做这一步")
    case .damaged:
      Bilingual(
        en: "restore a backup, and keep the damaged file", zh: "请从备份恢复，并保留损坏的文件")
    case .unknownOutcome:
      Bilingual(
        en: "look at the case's history before you repeat the step", zh: "重做之前，请先查看案件的历史记录")
    case .unknownProgram, .unknownCalendar, .uncommittedSecret, .cannotOpen, .readOnly, .failed:
      nil
    }
  }
}
