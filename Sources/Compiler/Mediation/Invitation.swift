import SourceText
import Syntax

/// `invite` of a script: who is brought in, once for each run, and not before the consents that
/// stand before them are given.
struct Invitation {
  /// The variable that remembers, in one run, which consents have opened the door already.
  static let variable = "invited"

  private let script: ScriptTree
  /// Those before whom no consent stands.
  private var free: [Located<String>] = []
  private var behind: [(consent: ConsentTree, roles: [Located<String>])] = []

  init(_ script: ScriptTree, _ mediation: MediationTree) {
    self.script = script
    for role in script.invite {
      let consent = mediation.consents.first { consent in
        consent.before.contains { $0.value == role.value }
      }
      guard let consent else {
        free.append(role)
        continue
      }
      if let place = behind.firstIndex(where: { $0.consent.name.value == consent.name.value }) {
        behind[place].roles.append(role)
      } else {
        behind.append((consent, [role]))
      }
    }
  }

  /// Whether a rulebook needs the variable.
  static func isRemembered(in mediation: MediationTree) -> Bool {
    mediation.scripts.contains { !Invitation($0, mediation).behind.isEmpty }
  }

  /// Adds the notices to the script's state. Those behind a consent go out by transitions that do
  /// not hold up others while the consent is unknown (`first`).
  func send(from state: inout StateTree) {
    guard let span = script.invite.first?.span else { return }
    var entry: [ActionTree] = []
    if !free.isEmpty { entry.append(notice(to: free)) }
    if !behind.isEmpty { entry.append(.set([Self.variable: "[]"], at: span)) }
    state.entry = entry + state.entry
    state.always =
      behind.map { group in
        let name = group.consent.name.value
        return .made(
          when: "\(name).given and not(list contains(\(Self.variable), \"\(name)\"))",
          do: [
            notice(to: group.roles),
            .set([Self.variable: "append(\(Self.variable), \"\(name)\")"], at: span),
          ], isFirst: true, basis: group.consent.basis, at: span)
      } + state.always
  }

  private func notice(to roles: [Located<String>]) -> ActionTree {
    let span = roles.first?.span ?? script.span
    let title = script.title.words(or: script.name)
    let text = TitleTree.made(
      en: "please take part in \(title.en)", zh: "请参加\(title.zh)调解", at: span)
    return ActionTree(.notify(to: roles, text: .fixed(text), within: nil), span: span)
  }
}

extension TitleTree? {
  /// The words in each language, where one is missing the name itself.
  func words(or name: Located<String>) -> Bilingual {
    Bilingual(en: self?.en?.value ?? name.value, zh: self?.zh?.value ?? name.value)
  }
}
