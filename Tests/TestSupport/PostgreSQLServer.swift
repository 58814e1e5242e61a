internal import Foundation

/// A PostgreSQL of our own in a temporary folder, reached by a socket in it.
///
/// It ends with the process that started it, whatever becomes of that: a shell watches over a pipe.
package final class PostgreSQLServer: Sendable {
  /// The one that most tests share.
  package static let shared = Result { try PostgreSQLServer() }

  private let folder: URL
  private let lifeline: Pipe

  /// Starts it, and waits until it answers.
  package init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fengqiao-pg-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    lifeline = Pipe()
    let watch = Process()
    watch.executableURL = URL(fileURLWithPath: "/bin/sh")
    watch.arguments = ["-c", Self.script, "sh", folder.path]
    watch.standardInput = lifeline
    let said = Pipe()
    watch.standardOutput = said
    try watch.run()
    let answer = said.fileHandleForReading.availableData
    guard answer == Data("up\n".utf8) else {
      let log = folder.appendingPathComponent("log")
      throw CommandFailure(
        "no PostgreSQL: " + ((try? String(contentsOf: log, encoding: .utf8)) ?? "no log"))
    }
    try run("CREATE DATABASE model", on: "postgres")
  }

  /// A server does not run as root: there it becomes the user that Debian makes for it.
  private static let script = """
    bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    as=
    if [ "$(id -u)" = 0 ]; then
      as='setpriv --reuid=postgres --regid=postgres --clear-groups'
      chown postgres "$1"
    fi
    cd "$1"
    {
      $as "$bin/initdb" -D "$1/data" -U fengqiao -A trust -E UTF8 --locale=C.UTF-8 -N &&
        $as "$bin/pg_ctl" -D "$1/data" -w -t 120 -l "$1/server.log" \\
          -o "-k '$1' -c listen_addresses= -c fsync=off -c max_connections=100" start
    } >"$1/log" 2>&1 || { echo down; exit 1; }
    echo up
    exec >/dev/null
    while read -r word; do
      $as "$bin/pg_ctl" -D "$1/data" -w -t 120 -l "$1/server.log" -m immediate \\
        -o "-k '$1' -c listen_addresses= -c fsync=off -c max_connections=100" restart >>"$1/log" 2>&1
      echo over >>"$1/restarts"
    done
    $as "$bin/pg_ctl" -D "$1/data" -w -m immediate stop >>"$1/log" 2>&1
    rm -rf "$1"
    """

  /// The URL of one of its databases.
  package func url(_ database: String) -> String {
    "postgres://fengqiao@/\(database)?host=\(folder.path)"
  }

  /// Makes a new empty database.
  package func makeDatabase() throws -> String {
    let name = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
    try run("CREATE DATABASE \(name) TEMPLATE model", on: "postgres")
    return url(name)
  }

  /// Crashes the server and starts it again, in its own time.
  package func restart() throws {
    try lifeline.fileHandleForWriting.write(contentsOf: Data("restart\n".utf8))
  }

  /// Waits until as many restarts are over: a slow machine may still be at one when all is written.
  package func wait(forRestarts count: Int) throws {
    let list = folder.appendingPathComponent("restarts")
    for _ in 0..<2400 {
      let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
      if text.count(where: { $0 == "\n" }) >= count { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw CommandFailure("the server was not started again within two minutes")
  }

  /// Ends it, and with it all that it held.
  package func stop() throws {
    try lifeline.fileHandleForWriting.close()
  }

  @discardableResult
  private func run(_ statement: String, on database: String) throws -> String {
    try Self.run([statement], at: url(database))
  }

  /// Runs statements at a database, past the store; no key of the tables holds them.
  @discardableResult
  package static func run(_ statements: [String], at url: String) throws -> String {
    let all = statements.flatMap { ["-c", $0] }
    let result = try Command(
      "psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url] + all,
      in: FileManager.default.temporaryDirectory
    ).run()
    guard result.status == 0 else { throw CommandFailure(result) }
    return result.output
  }
}
