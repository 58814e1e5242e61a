internal import Glibc

/// What the system answered instead of doing what it was asked: an `errno`.
struct SystemFault: Error, Equatable {
  let number: Int32

  /// Of the call that has just failed.
  static var last: SystemFault { SystemFault(number: errno) }

  static let notFound = SystemFault(number: ENOENT)
  static let notAFolder = SystemFault(number: ENOTDIR)
  static let isFolder = SystemFault(number: EISDIR)
  static let link = SystemFault(number: ELOOP)
  static let exists = SystemFault(number: EEXIST)
  static let tooLarge = SystemFault(number: EFBIG)
  static let brokenPipe = SystemFault(number: EPIPE)

  /// The system's words for it, in English: `Permission denied`.
  var text: String { unsafe String(cString: strerror(number)) }
}

/// Repeats a call for as long as a signal cuts it short; its result, which is never negative.
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemFault) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let fault = SystemFault.last
    guard fault.number == EINTR else { throw fault }
  }
}
