/// A mistake that an interpreter of statecharts may well make. The reference makes it on demand, to
/// show that the machines of the tests tell right from wrong: the comparison must then fail.
enum PlantedFault: String, CaseIterable {
  case exitsOuterStatesFirst
  case entersInnerStatesFirst
  case asksOuterStatesFirst
  case triesCandidatesBackwards
  case takesConflictingTransitionsTogether
  case letsTheFirstOfConflictingTransitionsWin
  case actsBeforeLeaving
  case takesQueuedEventsBeforeEventlessTransitions
  case takesInternalTransitionsForExternal
  case forgetsHistories
  case takesDeepHistoriesForShallow
  case remembersAfterLeaving
  case forgetsActionsOfInitialStates
  case forgetsActionsOfHistories
  case holdsParallelStatesDoneWithOneRegion
  case matchesEventsByTheirFirstLetters
}
