import Model
import SourceText
import TestSupport
import Testing

/// Identity numbers (GB 11643) and mobile numbers.
@Suite struct TextFormatTests {
  /// The standard's own example, and others whose last sign was worked out by hand.
  @Test(arguments: [
    (TextFormat.identityNumber, "11010519491231002X"), (.identityNumber, "440524188001010014"),
    (.identityNumber, "100000198001010009"), (.mobileNumber, "13800000001"),
    (.mobileNumber, "19912345678"),
  ])
  func whatIsInItsFormatHasNoFault(format: TextFormat, text: String) {
    #expect(format.fault(in: text) == nil)
  }

  @Test(arguments: [
    (TextFormat.identityNumber, "1101051949123100", FormatFault.length(16, of: 18)),
    (.identityNumber, "", .length(0, of: 18)),
    (.identityNumber, "11010519491231002XX", .length(19, of: 18)),
    (.identityNumber, "11010519491231002x", .sign("x", at: 18)),
    (.identityNumber, "1101051949123100X2", .sign("X", at: 17)),
    (.identityNumber, "O1010519491231002X", .sign("O", at: 1)),
    (.identityNumber, "01010519491231002X", .sign("0", at: 1)),
    (.identityNumber, "1101051949123100２X", .sign("２", at: 17)),
    (.identityNumber, "110105194902300028", .birthday("19490230")),
    (.identityNumber, "110105194913310028", .birthday("19491331")),
    (.identityNumber, "110105179912310028", .birthday("17991231")),
    (.identityNumber, "110105194912310021", .checkSign),
    (.identityNumber, "110105194912310012", .checkSign),
    (.mobileNumber, "1380000000", .length(10, of: 11)),
    (.mobileNumber, "138 0000 0001", .length(13, of: 11)),
    (.mobileNumber, "1380000000一", .sign("一", at: 11)),
    (.mobileNumber, "12800000001", .start("12")), (.mobileNumber, "23800000001", .start("23")),
  ])
  func aFaultIsToldByItsPlace(format: TextFormat, text: String, fault: FormatFault) {
    #expect(format.fault(in: text) == fault)
    let problem = format.problem(with: text)
    #expect(problem?.zh.contains(fault.reason.zh) == true)
    #expect(problem?.en.contains(fault.reason.en) == true)
  }

  /// What MOD 11-2 is for: one sign written wrong, or two neighbours exchanged, is always found.
  @Test func oneWrongSignOrTwoExchangedAreFound() {
    var random = SeededRandom(seed: 11643)
    for _ in 0..<300 {
      let good = Array(identityNumber(using: &random))
      #expect(TextFormat.identityNumber.fault(in: String(good)) == nil, "\(String(good))")
      for place in good.indices {
        for sign in "0123456789X" where sign != good[place] {
          var bad = good
          bad[place] = sign
          #expect(TextFormat.identityNumber.fault(in: String(bad)) != nil, "\(String(bad))")
        }
        guard place + 1 < good.count, good[place] != good[place + 1] else { continue }
        var bad = good
        bad.swapAt(place, place + 1)
        #expect(TextFormat.identityNumber.fault(in: String(bad)) != nil, "\(String(bad))")
      }
    }
  }

  /// Made without the table of weights: the sum over all signs, each times the power of two of its
  /// place, leaves 1 when divided by 11.
  private func identityNumber(using random: inout SeededRandom) -> String {
    let place = Int.random(in: 100_000...999_999, using: &random)
    let day = CalendarDate(year: 1900, month: 1, day: 1)?
      .adding(days: Int.random(in: 0..<50_000, using: &random))
    let birthday = day.map { $0.description.split(separator: "-").joined() } ?? ""
    let body = "\(place)\(birthday)\(Int.random(in: 100...999, using: &random))"
    var remainder = 0
    for digit in body.compactMap(\.wholeNumberValue) { remainder = (remainder + digit) * 2 % 11 }
    let check = (12 - remainder) % 11
    return body + (check == 10 ? "X" : "\(check)")
  }

  @Test(arguments: [
    (TextFormat.mobileNumber, " 138 0000-0001", "13800000001"),
    (.mobileNumber, "+86 138 0000 0001", "13800000001"),
    (.mobileNumber, "8613800000001", "13800000001"),
    (.mobileNumber, "0086-13800000001", "13800000001"),
    (.mobileNumber, "１３８００００－０００１", "13800000001"),
    (.mobileNumber, "86138", "86138"),
    (.identityNumber, "110105 19491231 002x", "11010519491231002X"),
    (.identityNumber, "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
    (.identityNumber, "不知道", "不知道"),
  ])
  func whatIsTypedIsTidied(format: TextFormat, typed: String, kept: String) {
    #expect(format.tidied(typed) == kept)
  }

  @Test(arguments: [
    (TextFormat.identityNumber, "11010519491231002X", "110***********002X"),
    (.mobileNumber, "13812345678", "138****5678"), (.mobileNumber, "0571-8800", "*********"),
    (.identityNumber, "（已删除2）", "（已删除2）"),
  ])
  func theTypeSaysWhatIsHidden(format: TextFormat, text: String, shown: String) {
    #expect(format.masked(text) == shown)
  }

  @Test func personalNumbersAreMaskedWhereverTheyStand() {
    #expect(
      Masking.masked("身份证 11010519491231002x，电话13812345678转 5")
        == "身份证 110***********002X，电话138****5678转 5")
    #expect(Masking.masked("订单 20260506001") == "订单 20260506001")
    #expect(Masking.masked(name: "欧阳某") == "欧**")
  }

  @Test(arguments: TextFormat.allCases)
  func examplesAreManyAndAllInTheirFormat(format: TextFormat) {
    let examples = (0..<5000).map(format.example)
    #expect(examples.allSatisfy { format.fault(in: $0) == nil })
    #expect(Set(examples).count == 5000)
    #expect(!Array(examples.prefix(9)).contains(format.example(besides: Array(examples.prefix(9)))))
  }

  @Test(arguments: [("（已删除）", true), ("（已删除12）", true), ("（已删除一）", false), ("已删除", false)])
  func anErasedTextHasNoFault(text: String, isErased: Bool) {
    #expect(ErasedText.isOne(text) == isErased)
    for format in TextFormat.allCases { #expect((format.fault(in: text) == nil) == isErased) }
  }
}
