// Moves: events that need one comparison and one sum at most, taken without a branch.
//
// A case's next state depends on its facts in ways that no processor foresees, and a wrong guess
// costs as much as four moves. So both ends of a condition are written side by side and one is looked
// up; what has no condition compares a value that always holds, and what changes nothing adds nothing
// to a value that nobody reads. The only branch, out of here, is one that is seldom taken.
#include "player.h"

static inline const tp_move *move_at(const tp_move *moves, int64_t offset) {
  return (const tp_move *)((const char *)moves + offset);
}

int32_t tp_move_on(tp_player *player, const int32_t *events, int32_t count) {
  const tp_move *const moves = player->plan.moves;
  const tp_limit *const limits = player->plan.limits;
  if (!moves || player->leaf < 0) return 0;
  int64_t *const values = player->values;
  int64_t row = (int64_t)player->leaf * player->plan.event_count * (int64_t)sizeof(tp_move);
  int32_t index = 0;
  for (; index < count; index++) {
    const tp_move *move = move_at(moves, row + events[index] * (int64_t)sizeof(tp_move));
    const int64_t looked = values[move->place];
    const bool holds = (uint64_t)looked - (uint64_t)move->low <= move->span;
    const int64_t fails_to = move->arms[0].row, holds_to = move->arms[1].row;
    const int64_t next = __builtin_unpredictable(holds) ? holds_to : fails_to;
    const tp_arm *arm = &move->arms[holds];
    const int64_t made = (int64_t)((uint64_t)values[arm->source] + (uint64_t)arm->amount);
    const tp_limit *limit = &limits[arm->target];
    const bool fits = (uint64_t)made - (uint64_t)limit->minimum <= limit->span;
    // What is unknown or null is not for a comparison, and what is too much not for a sum.
    if (!((next >= 0) & tp_is_plain(looked) & fits)) break;
    values[arm->target] = made;
    row = next;
  }
  if (index == 0) return 0;
  const tp_move *reached = move_at(moves, row);
  player->leaf = reached->leaf;
  player->is_finished = reached->is_end;
  player->configuration = player->plan.homes[reached->leaf];
  return index;
}
