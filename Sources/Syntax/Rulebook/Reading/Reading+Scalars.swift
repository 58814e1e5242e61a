import SourceText

// Positions that hold one scalar, read by what the position declares.
extension Reading where Value == Located<String> {
  /// A name that is declared here.
  static var declaredName: Reading {
    name(.declaredName, isPath: false)
  }

  /// A name that is declared here and said in expressions.
  static var spokenName: Reading {
    name(.declaredName, isPath: false, isSpoken: true)
  }

  /// A name or path that is declared elsewhere.
  static var name: Reading {
    name(.name, isPath: true)
  }

  /// A declared name that may have dots in it: an event's.
  static var declaredPath: Reading {
    name(.declaredName, isPath: true)
  }

  private static func name(_ shape: Shape, isPath: Bool, isSpoken: Bool = false) -> Reading {
    Reading(shape) { slot, diagnostics in
      guard let scalar = slot.scalar(shape, into: &diagnostics) else { return nil }
      return readName(scalar, isPath: isPath, isSpoken: isSpoken, into: &diagnostics)
    }
  }

  /// A short text that is no name: a version, a path, a row's id.
  static func word(_ example: String) -> Reading {
    let shape = Shape.word(example: example)
    return Reading(shape) { slot, diagnostics in
      slot.scalar(shape, into: &diagnostics)?.located
    }
  }

  /// One of some words.
  static func choice(_ words: [String]) -> Reading {
    Reading(.choice(words)) { slot, diagnostics in
      guard let scalar = slot.scalar(.choice(words), into: &diagnostics) else { return nil }
      guard words.contains(scalar.text) else {
        diagnostics.report(.unknownChoice(slot, scalar, words))
        return nil
      }
      return scalar.located
    }
  }
}

extension Reading where Value == ScalarText {
  static var expression: Reading { plain(.expression) }
  static var literal: Reading { plain(.literal, mayBeEmpty: true) }
  static var term: Reading { plain(.term) }
  static var date: Reading { plain(.date) }

  private static func plain(_ shape: Shape, mayBeEmpty: Bool = false) -> Reading {
    Reading(shape) { slot, diagnostics in
      slot.scalar(shape, mayBeEmpty: mayBeEmpty, into: &diagnostics)
    }
  }
}

extension Reading where Value == Bool {
  /// `true` or `false`, and no other of the words that YAML readers take for these.
  static var flag: Reading {
    Reading(.flag) { slot, diagnostics in
      guard let scalar = slot.scalar(.flag, into: &diagnostics) else { return nil }
      switch scalar.text {
      case "true": return true
      case "false": return false
      default:
        let meant = meaning(of: scalar.text)
        diagnostics.report(.notAFlag(slot, scalar, meant: meant))
        return meant
      }
    }
  }

  private static func meaning(of text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on", "y", "1", "是": true
    case "false", "no", "off", "n", "0", "否": false
    default: nil
    }
  }
}

extension Reading where Value == TitleTree {
  /// One string, or one per language.
  static var text: Reading {
    let both = Reading.form(Forms.title)
    return Reading(.text) { slot, diagnostics in
      if slot.node.mapping != nil { return both.read(slot, &diagnostics) }
      guard let scalar = slot.scalar(.text, into: &diagnostics) else { return nil }
      return TitleTree(zh: scalar.located, en: scalar.located, span: scalar.span)
    }
  }
}

extension ScalarText {
  /// The text and the whole place of it.
  var located: Located<String> { Located(text, at: span) }

  /// A part of the text, by UTF-8 offsets, and its place.
  func located(_ range: Range<Int>) -> Located<String> {
    Located(text.utf8Slice(range), at: span(of: range))
  }
}
