/// Where a server is: a URL as libpq reads it, with whatever it says of TLS.
struct PostgreSQLAddress: Sendable {
  let url: String

  /// How faults name it: without password and without options, which may hold one.
  var name: String {
    let bare = url.prefix { $0 != "?" }
    guard let start = bare.firstRange(of: "://")?.upperBound,
      let at = bare[start...].lastIndex(of: "@")
    else { return String(bare) }
    let user = bare[start..<at].prefix { $0 != ":" }
    return "\(bare[..<start])\(user)\(bare[at...])"
  }

  /// What libpq connects by; what stands later counts more, so the URL may say another time limit.
  var parameters: [(String, String)] {
    [
      ("connect_timeout", "10"), ("dbname", url), ("client_encoding", "UTF8"),
      ("fallback_application_name", "fengqiao"),
    ]
  }

  /// Whether a place names a server rather than a file.
  static func isOne(_ place: String) -> Bool {
    place.hasPrefix("postgres://") || place.hasPrefix("postgresql://")
  }
}
