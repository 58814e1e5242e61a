/// What spreadsheets and programming languages call functions that FEEL has under other names.
package enum ForeignFunction {
  /// How a call of a function that this language does not have is written in it: the likeliest
  /// first, several where it depends on the kind of argument; none where nobody can tell.
  ///
  /// - Parameters:
  ///   - name: as the author wrote it; case does not count.
  ///   - arguments: the first argument and those behind it, as written or as `x` and `…`.
  package static func mends(of name: String, _ arguments: [String]) -> [String] {
    let list = arguments.joined(separator: ", ")
    return (functions[name.lowercased()] ?? []).map { mend in
      switch mend {
      case .call(let function): "\(function)(\(list))"
      case .none(let function): "\(function)()"
      case .form(let before, let after): before + (arguments.first ?? "x") + after
      }
    }
  }

  /// Every name that something is known of, sorted.
  package static var names: [String] { functions.keys.sorted() }

  private enum Mend {
    /// Another name for the same arguments.
    case call(String)
    /// A function without arguments.
    case none(String)
    /// The first argument between two pieces of text.
    case form(String, String)
  }

  private static let functions: [String: [Mend]] = {
    var table: [String: [Mend]] = [:]
    for (names, mends) in entries {
      for name in names.split(separator: " ") { table[String(name)] = mends }
    }
    return table
  }()

  private static let entries: [(names: String, mends: [Mend])] = [
    ("len length size strlen 长度", [.call("string length"), .call("count")]),
    ("char_length character_length stringlength", [.call("string length")]),
    ("counta cardinality 个数 计数", [.call("count")]),
    ("upper uppercase toupper to_upper ucase touppercase 大写", [.call("upper case")]),
    ("lower lowercase tolower to_lower lcase tolowercase 小写", [.call("lower case")]),
    ("trim strip", [.form("replace(", #", "^\\s+|\\s+$", "")"#)]),
    ("substr mid slice 截取", [.call("substring")]),
    ("startswith starts_with hasprefix has_prefix", [.call("starts with")]),
    ("endswith ends_with hassuffix has_suffix", [.call("ends with")]),
    ("includes has find 包含", [.call("contains"), .call("list contains")]),
    ("regex match regexp test regexmatch", [.call("matches")]),
    ("join textjoin", [.call("string join")]),
    ("indexof index_of findindex", [.call("index of")]),
    ("unique distinct uniq", [.call("distinct values")]),
    ("concat", [.call("concatenate"), .call("string join")]),
    ("avg average 平均 平均值", [.call("mean")]),
    ("maximum greatest 最大值", [.call("max")]),
    ("minimum least 最小值", [.call("min")]),
    ("total 求和 合计", [.call("sum")]),
    ("round 四舍五入", [.form("round half up(", ", 0)")]),
    ("ceil roundup", [.call("ceiling")]),
    ("trunc truncate rounddown int", [.form("round down(", ", 0)")]),
    ("mod 取余", [.call("modulo")]),
    ("pow power", [.form("", " ** n")]),
    ("str tostring to_string text", [.call("string")]),
    ("tonumber to_number parseint parsefloat float", [.call("number")]),
    ("isnull is_null isblank isempty is_empty", [.form("", " = null")]),
    ("isknown is_known known", [.call("is known")]),
    ("ifnull coalesce nvl", [.form("if ", " = null then … else …")]),
    ("iif", [.form("if ", " then … else …")]),
    ("dateadd date_add", [.form("", " + @\"P1D\"")]),
    ("datetime timestamp", [.call("date and time")]),
    ("networkdays networkdays.intl workdays", [.call("workdays between")]),
    ("workday", [.call("add workdays")]),
    ("getdate current_date 今天", [.none("today")]),
    ("current_timestamp 现在", [.none("now")]),
  ]
}
