internal import Model
internal import SourceText

/// Carries values from one version of a rulebook to another: words and fields go by their names.
struct ValuePassage: Sendable {
  let pair: VersionPair

  /// Why a value has no place in the new version.
  enum Misfit: Error, Hashable {
    /// The new type has no such word.
    case word(String)
    case null
    /// The new record has a field that nothing is known of.
    case field(String)
    case other
  }

  /// Whether two types hold the same sort of values. Words may be added and taken away, fields not.
  func areAlike(_ old: ValueType, _ new: ValueType) -> Bool {
    switch (old.unwrapped, new.unwrapped) {
    case (.enumeration, .enumeration): true
    case (.list(let old), .list(let new)): areAlike(old, new)
    case (.range(let old), .range(let new)): areAlike(old, new)
    case (.record(let old), .record(let new)):
      old.fields.map(\.name) == new.fields.map(\.name)
        && zip(old.fields, new.fields).allSatisfy { areAlike($0.type, $1.type) }
    case (let old, let new): old == new
    }
  }

  /// A value of the old type as one of the new type.
  func value(
    _ value: Value, _ old: ValueType, _ new: ValueType
  ) throws(Misfit) -> Value {
    switch (value, old.unwrapped, new.unwrapped) {
    case (.null, _, _):
      guard new.isOptional else { throw .null }
      return .null
    case (.word(let type, let word), _, .enumeration(let wanted)):
      return .word(wanted, try self.word(word, type, wanted))
    case (.list(let items), .list(let oldItem), .list(let newItem)):
      var carried: [Value] = []
      for item in items { carried.append(try self.value(item, oldItem, newItem)) }
      return .list(carried)
    case (.record(let fields), .record(let oldRecord), .record(let newRecord)):
      return .record(try record(fields, oldRecord, newRecord))
    case (.range(var range), .range(let oldBound), .range(let newBound)):
      if let low = range.low { range.low = try self.value(low, oldBound, newBound) }
      if let high = range.high { range.high = try self.value(high, oldBound, newBound) }
      return .range(range)
    case (.word, _, _): throw .other
    default:
      guard value.fits(new) else { throw .other }
      return value
    }
  }

  private func word(
    _ word: Int, _ type: ID<Enumeration>, _ wanted: ID<Enumeration>
  ) throws(Misfit) -> Int {
    let (old, new) = (pair.old.enumerations[type], pair.new.enumerations[wanted])
    let name = old.words[word].name
    guard let place = new.index(of: pair.plan.words[old.name]?[name] ?? name) else {
      throw .word(name)
    }
    return place
  }

  private func record(
    _ fields: [Value], _ old: RecordType, _ new: RecordType
  ) throws(Misfit) -> [Value] {
    var carried: [Value] = []
    for field in new.fields {
      if let place = old.index(of: field.name), fields.indices.contains(place) {
        carried.append(try value(fields[place], old.fields[place].type, field.type))
      } else if field.type.isOptional {
        carried.append(.null)
      } else {
        throw .field(field.name)
      }
    }
    return carried
  }

  /// What comes with an event, field by field.
  func payload(
    _ values: [Value], _ old: [Event.Field], _ new: [Event.Field]
  ) throws(Misfit) -> [Value] {
    try record(
      values, RecordType(fields: old.map { .init(name: $0.name, type: $0.type) }),
      RecordType(fields: new.map { .init(name: $0.name, type: $0.type) }))
  }
}

extension ValuePassage.Misfit {
  /// Why, to follow the name of what has the value.
  var reason: Bilingual {
    switch self {
    case .word(let word):
      Bilingual(en: "the word `\(word)` is no longer there", zh: "已经没有“\(word)”这个词")
    case .null: Bilingual(en: "it may no longer be left empty", zh: "不能再留空")
    case .field(let name):
      Bilingual(en: "nothing is known of the new field `\(name)`", zh: "新增的字段 `\(name)` 没有内容")
    case .other: Bilingual(en: "its type takes no such value", zh: "新的类型不收这样的值")
    }
  }
}
