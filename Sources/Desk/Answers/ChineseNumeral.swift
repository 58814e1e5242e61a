/// Numbers as they are said: `三十二`, `一百零五`, `四万`, `1万2千`, and cut short `两千五`, `1万2`.
enum ChineseNumeral {
  /// Nil where it is no such number, or could be more than one.
  static func value(of text: String) -> Int? {
    guard !text.isEmpty, text.count <= 15 else { return nil }
    var sum = Sum()
    var rest = text[...]
    while let character = rest.first {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty {
        guard sum.take(Int(digits), count: digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        continue
      }
      guard sum.take(character) else { return nil }
      rest.removeFirst()
    }
    return sum.whole
  }

  /// What was read so far.
  private struct Sum {
    /// Of what stands before 亿 and 万.
    private var total = 0
    /// Of what follows these, below ten thousand.
    private var section = 0
    /// What waits for its unit, and how many digits it has.
    private var open: (value: Int, count: Int)?
    /// The unit before it; 0 where there is none.
    private var unit = 0
    /// The last of 亿 and 万.
    private var lastScale = Int.max
    /// Whether a 零 stands since the last unit: what follows is not cut short.
    private var isZeroSaid = false

    private static let digits: [Character: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    private static let scales: [Character: Int] = ["万": 10_000, "亿": 100_000_000]

    mutating func take(_ character: Character) -> Bool {
      if let digit = Self.digits[character] { return take(digit, count: 1) }
      if let unit = Self.units[character] { return multiply(by: unit) }
      if let scale = Self.scales[character] { return raise(by: scale) }
      guard "零〇".contains(character), open == nil, !isZeroSaid else { return false }
      isZeroSaid = true
      return true
    }

    mutating func take(_ value: Int?, count: Int) -> Bool {
      guard let value, open == nil else { return false }
      open = (value, count)
      return true
    }

    private mutating func multiply(by next: Int) -> Bool {
      // Ten of nothing is ten: 十二.
      let bare = next == 10 && section == 0 ? 1 : 0
      let count = open?.value ?? bare
      guard (1...9).contains(count), unit == 0 || next < unit else { return false }
      section += count * next
      (open, unit, isZeroSaid) = (nil, next, false)
      return true
    }

    private mutating func raise(by next: Int) -> Bool {
      guard next < lastScale else { return false }
      if open != nil, section > 0, unit > 10, !isZeroSaid { return false }
      let count = section + (open?.value ?? 0)
      guard count > 0, count < 100_000 else { return false }
      total += count * next
      (section, open, unit, lastScale, isZeroSaid) = (0, nil, next, next, false)
      return true
    }

    /// The whole; what stands last without a unit counts tenths of the one before it.
    var whole: Int? {
      guard let open else { return unit > 0 || isZeroSaid ? total + section : nil }
      if unit == 0 || isZeroSaid {
        return unit == 0 || open.value < unit ? total + section + open.value : nil
      }
      if open.count == 1 { return total + section + open.value * unit / 10 }
      // 1万2500: as many digits as the unit has places.
      var places = unit
      for _ in 0..<open.count { places /= 10 }
      return places == 1 ? total + section + open.value : nil
    }
  }
}
