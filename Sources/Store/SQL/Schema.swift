/// The tables, as steps from one layout to the next. A step that was ever released never changes.
enum Schema {
  /// The layout that this build writes.
  static let version = steps.count

  /// What SQLite keeps in a file's head, so that a store is known from any other database.
  static let applicationID = 0x4671_6961  // "Fqia"

  static let steps = [first, second]

  /// Erased papers keep no hash of what they said.
  private static let second = [
    "UPDATE papers SET made_from = '', fingerprint = zeroblob(32) WHERE bytes IS NULL"
  ]

  /// `INTEGER`, `BLOB` and `STRICT` are SQLite's words; `PostgreSQL` says them otherwise.
  private static let first = [
    """
    CREATE TABLE programs (
      hash TEXT PRIMARY KEY, rulebook TEXT NOT NULL, version TEXT NOT NULL, effective_from TEXT,
      effective_to TEXT, kept_at INTEGER NOT NULL, bytes BLOB NOT NULL, fingerprint BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE calendars (
      hash TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, bytes BLOB NOT NULL,
      fingerprint BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cases (
      id TEXT PRIMARY KEY, rulebook TEXT NOT NULL,
      program TEXT NOT NULL REFERENCES programs (hash),
      calendar TEXT NOT NULL REFERENCES calendars (hash),
      opened_at INTEGER NOT NULL, lent_to TEXT, length INTEGER NOT NULL, head BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE entries (
      case_id TEXT NOT NULL REFERENCES cases (id), sequence INTEGER NOT NULL,
      previous BLOB NOT NULL, fingerprint BLOB NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (case_id, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE secrets (
      case_id TEXT NOT NULL, sequence INTEGER NOT NULL, name TEXT NOT NULL, salt BLOB NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (case_id, sequence, name),
      FOREIGN KEY (case_id, sequence) REFERENCES entries (case_id, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE standings (
      case_id TEXT PRIMARY KEY REFERENCES cases (id), sequence INTEGER NOT NULL,
      state TEXT NOT NULL, title TEXT NOT NULL, level TEXT, acting TEXT, due_at INTEGER,
      due_day TEXT, due_what TEXT, finished INTEGER NOT NULL, summary TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX standings_due ON standings (due_at, case_id) WHERE due_at IS NOT NULL",
    "CREATE INDEX standings_level ON standings (level, case_id)",
    "CREATE INDEX standings_finished ON standings (finished, case_id)",
    """
    CREATE TABLE standing_keys (
      key TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), PRIMARY KEY (key, case_id)
    ) STRICT
    """,
    "CREATE INDEX standing_keys_case ON standing_keys (case_id)",
    """
    CREATE TABLE links (
      case_id TEXT NOT NULL, other TEXT NOT NULL REFERENCES cases (id), reason TEXT NOT NULL,
      sequence INTEGER NOT NULL, PRIMARY KEY (case_id, sequence, other),
      FOREIGN KEY (case_id, sequence) REFERENCES entries (case_id, sequence)
    ) STRICT
    """,
    "CREATE INDEX links_other ON links (other)",
    """
    CREATE TABLE outbox (
      case_id TEXT NOT NULL, sequence INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL, payload BLOB NOT NULL, enqueued_at INTEGER NOT NULL,
      visible_at INTEGER NOT NULL, attempts INTEGER NOT NULL, last_fault TEXT,
      delivered_at INTEGER, PRIMARY KEY (case_id, sequence, ordinal),
      FOREIGN KEY (case_id, sequence) REFERENCES entries (case_id, sequence)
    ) STRICT
    """,
    """
    CREATE INDEX outbox_pending ON outbox (enqueued_at, case_id, sequence, ordinal)
    WHERE delivered_at IS NULL
    """,
    """
    CREATE INDEX outbox_incidents ON outbox (case_id)
    WHERE delivered_at IS NULL AND last_fault IS NOT NULL
    """,
    """
    CREATE TABLE papers (
      case_id TEXT NOT NULL, sequence INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      name TEXT NOT NULL, media_type TEXT NOT NULL, made_from TEXT NOT NULL,
      fingerprint BLOB NOT NULL, bytes BLOB, PRIMARY KEY (case_id, sequence, ordinal),
      FOREIGN KEY (case_id, sequence) REFERENCES entries (case_id, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE leases (
      work TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL
    ) STRICT
    """,
  ]
}
