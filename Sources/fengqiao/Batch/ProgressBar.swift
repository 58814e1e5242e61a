internal import Batch
internal import Synchronization

/// How far a batch is, on one line of a terminal that is written over: how many cases, how fast,
/// and how long it will take.
final class ProgressBar: Sendable {
  private let console: Console
  private let size: Int?
  private let start = ContinuousClock.now
  private let shown: Mutex<ContinuousClock.Instant?> = Mutex(nil)

  /// Nil where standard error is no terminal.
  init?(console: Console, size: Int?) {
    guard StandardStream.errors.isTerminal else { return nil }
    self.console = console
    self.size = size
  }

  func show(_ progress: BatchProgress) {
    let now = ContinuousClock.now
    let isTime = shown.withLock { last in
      if let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    guard isTime else { return }
    let text = ProgressLine(progress, size: size, elapsed: now - start).text(console)
    Console.write("\r\u{1B}[K" + text, to: .errors)
  }

  /// Leaves the line empty.
  func clear() {
    if shown.withLock({ $0 != nil }) { Console.write("\r\u{1B}[K", to: .errors) }
  }
}

/// What a progress bar says.
struct ProgressLine {
  private let caseCount: Int
  private let failedCount: Int
  private let casesPerSecond: Int
  /// From 0 to 1; nil where the size is not known.
  private let share: Double?
  private let secondsLeft: Int?

  init(_ progress: BatchProgress, size: Int?, elapsed: Duration) {
    let seconds = max(elapsed / .seconds(1), 0.001)
    caseCount = progress.caseCount
    failedCount = progress.failedCount
    casesPerSecond = Int(Double(caseCount) / seconds)
    guard let size, size > 0, progress.offset > 0 else {
      share = nil
      secondsLeft = nil
      return
    }
    let share = min(Double(progress.offset) / Double(size), 1)
    self.share = share
    secondsLeft = Int((seconds / share * (1 - share)).rounded(.up))
  }

  func text(_ console: Console) -> String {
    var parts: [String] = []
    if let share {
      let filled = Int(share * 20)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
      parts.append("\(bar) \(Int(share * 100))%")
    }
    parts.append("\(caseCount.grouped) \(console.say("cases", "件"))")
    if failedCount > 0 { parts.append("\(failedCount.grouped) \(console.say("failed", "件出错"))") }
    parts.append("\(casesPerSecond.grouped)\(console.say("/s", " 件/秒"))")
    if let secondsLeft { parts.append("\(clock(secondsLeft)) \(console.say("left", "剩余"))") }
    return parts.joined(separator: " · ")
  }

  /// `1:02:03`, or `0:05`.
  private func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let end = two(seconds % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(end)" : "\(minutes):\(end)"
  }
}

extension Int {
  /// With a comma between every three digits: `12,345`.
  var grouped: String {
    var digits = ""
    for (place, digit) in String(magnitude).reversed().enumerated() {
      if place > 0, place % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return (self < 0 ? "-" : "") + String(digits.reversed())
  }
}
