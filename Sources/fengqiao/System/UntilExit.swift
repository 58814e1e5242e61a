/// Things that the run needs to its end.
///
/// A checked rulebook is ten thousands of small parts; to free them one by one, only for the system
/// to take all memory back at once, costs a tenth of a short run.
enum UntilExit {
  static func keep<Value>(_ value: Value) {
    _ = unsafe Unmanaged.passRetained(Box(value))
  }

  private final class Box<Value> {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }
}
