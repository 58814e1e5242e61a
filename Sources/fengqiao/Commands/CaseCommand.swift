internal import ArgumentParser

/// `fengqiao case …`: the mediator's desk.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", _superCommandName: Fengqiao.name,
    abstract: "Open cases, step them, and keep them in a store.",
    subcommands: [
      CaseNewCommand.self, CaseShowCommand.self, CaseNextCommand.self, CaseFireCommand.self,
      CaseSetCommand.self, CaseListCommand.self, CaseHistoryCommand.self, CaseNoteCommand.self,
      CaseUndoCommand.self, CaseDueCommand.self, CaseTickCommand.self, CaseRecalendarCommand.self,
      CaseMigrateCommand.self,
      CasePapersCommand.self, CaseLinkCommand.self, CaseRedactCommand.self, CaseExportCommand.self,
      CaseImportCommand.self,
      CaseCheckoutCommand.self, CaseCheckinCommand.self, CaseDeliverCommand.self,
      CaseBackupCommand.self, CaseRestoreCommand.self,
      CaseStatsCommand.self, CaseVerifyCommand.self,
    ])
}
