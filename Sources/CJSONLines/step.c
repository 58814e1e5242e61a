// Steps of a chart: the engine's algorithm (SCXML, appendix D) on masks of up to 64 states; and for
// configurations with one innermost state by cells, where all of it was done before.
#include "player.h"

#include <string.h>

// Microsteps that one entry may take; what takes more is the engine's, which knows circles.
enum { LIMIT = 100 };

static uint64_t bit_of(int32_t state) { return UINT64_C(1) << state; }

static void unload(tp_player *player) {
  if (!player->is_loaded) return;
  player->is_loaded = false;
  int64_t *payload = tp_payload(player);
  for (int32_t field = 0; field < player->plan.payload_width; field++) payload[field] = TP_UNKNOWN;
}

// Puts an event, whose payload is written, at the end of the queue.
static bool enqueue(tp_player *player, int32_t event) {
  player->queue[player->queue_end++] = event;
  return true;
}

static bool raise_done(tp_player *player, int32_t event) {
  if (player->queue_end == TP_QUEUE) return false;
  const int32_t width = player->plan.payload_width;
  int64_t *queued = player->queued + player->queue_end * width;
  for (int32_t field = 0; field < width; field++) queued[field] = TP_UNKNOWN;
  return enqueue(player, event);
}

static bool raise(tp_player *player, const tp_action *action) {
  if (player->queue_end == TP_QUEUE) return false;
  const int32_t width = player->plan.payload_width;
  const int32_t fields = player->plan.field_spans[action->target].count;
  int64_t *queued = player->queued + player->queue_end * width;
  for (int32_t field = 0; field < width; field++) {
    int64_t value = TP_UNKNOWN;
    if (field < fields) {
      value = tp_value(player, player->plan.arguments[action->other + field]);
      if (!tp_is_plain(value) && value != TP_NULL) return false;
    }
    queued[field] = value;
  }
  return enqueue(player, action->target);
}

static bool perform(tp_player *player, tp_span span) {
  const tp_plan *plan = &player->plan;
  int32_t index = span.start;
  const int32_t end = index + span.count;
  while (index < end) {
    const tp_action *action = &plan->actions[index++];
    switch (action->kind) {
    case TP_SET_FACT:
    case TP_SET_VALUE: {
      const int64_t value = tp_value(player, action->operand);
      if (action->kind == TP_SET_FACT ? !tp_fits(value, &plan->slots[action->target])
                                      : !tp_is_plain(value) && value != TP_NULL) {
        return false;
      }
      player->values[action->target] = value;
      break;
    }
    case TP_DECIDE: {
      const int32_t row = tp_derived_row(player, action->target);
      if (row < 0) return false;
      player->frozen[action->target] = row;
      break;
    }
    case TP_RAISE:
      if (!raise(player, action)) return false;
      break;
    case TP_RAISE_DONE:
      if (!raise_done(player, action->target)) return false;
      break;
    case TP_UNLESS: {
      const int64_t verdict = tp_value(player, action->operand);
      if (!tp_is_plain(verdict)) return false;
      if (verdict == 0) index = action->other;
      break;
    }
    default: index = action->other;
    }
  }
  return true;
}

// Whether a transition's condition holds; -1 where that is for the engine.
static int verdict_on(const tp_player *player, tp_operand condition) {
  if (condition == TP_ALWAYS) return 1;
  const int64_t verdict = tp_value(player, condition);
  return tp_is_plain(verdict) ? verdict != 0 : -1;
}

static bool is_taken(const tp_player *player, int32_t arc) {
  for (int32_t index = 0; index < player->taken_count; index++) {
    if (player->taken[index] == arc) return true;
  }
  return false;
}

// Of two that leave a common state the one whose source is deeper wins, else the earlier.
static void remove_conflicts(tp_player *player) {
  const tp_arc *arcs = player->plan.arcs;
  const uint64_t configuration = player->configuration;
  int32_t *taken = player->taken;
  int32_t kept = 0;
  for (int32_t index = 0; index < player->taken_count; index++) {
    const int32_t number = taken[index];
    const tp_arc *arc = &arcs[number];
    const uint64_t exits = configuration & arc->exits;
    bool is_preempted = false;
    for (int32_t place = 0; place < kept; place++) {
      const tp_arc *other = &arcs[taken[place]];
      const bool is_rival = (configuration & other->exits & exits) != 0;
      const bool is_inside = arc->source > other->source && arc->source < other->source_end;
      is_preempted = is_preempted || (is_rival && !is_inside);
    }
    if (is_preempted) continue;
    int32_t left = 0;
    for (int32_t place = 0; place < kept; place++) {
      if ((configuration & arcs[taken[place]].exits & exits) == 0) taken[left++] = taken[place];
    }
    taken[left++] = number;
    kept = left;
  }
  player->taken_count = kept;
}

// Finds the transitions that an event enables, or none if it is one past the last.
static bool select_transitions(tp_player *player, int32_t event) {
  const tp_plan *plan = &player->plan;
  player->taken_count = 0;
  for (uint64_t rest = player->configuration & plan->atomic; rest; rest &= rest - 1) {
    const int32_t state = __builtin_ctzll(rest);
    const tp_span span = plan->candidates[state * (plan->event_count + 1) + event];
    for (int32_t index = span.start; index < span.start + span.count; index++) {
      const int32_t arc = plan->order[index];
      const int verdict = verdict_on(player, plan->arcs[arc].condition);
      if (verdict < 0) return false;
      if (verdict == 0) continue;
      if (!is_taken(player, arc)) player->taken[player->taken_count++] = arc;
      break;
    }
  }
  if (player->taken_count > 1) remove_conflicts(player);
  return true;
}

// Innermost and last first.
static bool leave(tp_player *player, uint64_t states) {
  while (states) {
    const int32_t state = 63 - __builtin_clzll(states);
    states ^= bit_of(state);
    if (!perform(player, player->plan.states[state].exit)) return false;
    player->configuration &= ~bit_of(state);
  }
  return true;
}

static bool is_done(const tp_player *player, int32_t index) {
  const tp_state *state = &player->plan.states[index];
  if (!state->is_parallel) return (state->final_children & player->configuration) != 0;
  for (uint64_t rest = state->children; rest; rest &= rest - 1) {
    if (!is_done(player, __builtin_ctzll(rest))) return false;
  }
  return true;
}

static bool state_is_done(tp_player *player, int32_t index) {
  const int32_t event = player->plan.states[index].done_event;
  return event < 0 || raise_done(player, event);
}

static bool reach_final(tp_player *player, const tp_state *state) {
  const tp_state *states = player->plan.states;
  if (state->parent == 0) {
    player->is_finished = true;
    return true;
  }
  if (!state_is_done(player, state->parent)) return false;
  int32_t around = states[state->parent].parent;
  while (around >= 0 && states[around].is_parallel && is_done(player, around)) {
    if (around == 0) player->is_finished = true;
    if (!state_is_done(player, around)) return false;
    around = states[around].parent;
  }
  return true;
}

// The case has ended: exit actions run, and the configuration stays.
static bool finish(tp_player *player) {
  const uint64_t last = player->configuration;
  if (!leave(player, last)) return false;
  player->configuration = last;
  player->queue_head = player->queue_end = 0;
  return true;
}

// Notes what of these states a case is given, in place of what it had of the same parent.
static inline void note(tp_player *player, uint64_t entered) {
  const tp_state *states = player->plan.states;
  for (uint64_t rest = entered & player->plan.given; rest; rest &= rest - 1) {
    const int32_t state = __builtin_ctzll(rest);
    player->given &= ~states[states[state].parent].children;
    player->given |= bit_of(state);
  }
}

// Outermost and first first.
static bool enter(tp_player *player, uint64_t states, uint64_t by_default) {
  for (uint64_t rest = states & ~player->configuration; rest; rest &= rest - 1) {
    const int32_t index = __builtin_ctzll(rest);
    const tp_state *state = &player->plan.states[index];
    player->configuration |= bit_of(index);
    note(player, bit_of(index));
    if (!perform(player, state->entry)) return false;
    if (by_default & bit_of(index) && !perform(player, state->initial)) return false;
    if (state->is_final && !reach_final(player, state)) return false;
  }
  const uint64_t leaves = player->configuration & player->plan.atomic;
  const bool is_single = leaves && (leaves & (leaves - 1)) == 0;
  const int32_t leaf = is_single ? __builtin_ctzll(leaves) : -1;
  player->leaf = is_single && player->plan.is_direct[leaf] ? leaf : -1;
  return !player->is_finished || finish(player);
}

// Leaves, acts, enters.
static bool microstep(tp_player *player) {
  const tp_arc *arcs = player->plan.arcs;
  uint64_t exits = 0, entries = 0, by_default = 0;
  for (int32_t index = 0; index < player->taken_count; index++) {
    const tp_arc *arc = &arcs[player->taken[index]];
    exits |= player->configuration & arc->exits;
    entries |= arc->entries;
    by_default |= arc->by_default;
  }
  if (!leave(player, exits)) return false;
  for (int32_t index = 0; index < player->taken_count; index++) {
    if (!perform(player, arcs[player->taken[index]].actions)) return false;
  }
  return enter(player, entries, by_default);
}

// What became of an event.
enum { NOT_TAKEN = 0, TAKEN = 1, FOR_THE_ENGINE = -1 };

static int react_at_large(tp_player *player, int32_t event) {
  if (!select_transitions(player, event)) return FOR_THE_ENGINE;
  if (player->taken_count == 0) return NOT_TAKEN;
  return microstep(player) ? TAKEN : FOR_THE_ENGINE;
}

// Goes where a cell leads.
static inline bool go(tp_player *player, const tp_edge *edge) {
  if (edge->actions.count && !perform(player, edge->actions)) return false;
  player->configuration = edge->configuration;
  note(player, edge->configuration);
  player->leaf = edge->leaf;
  if (edge->finishes) {
    player->is_finished = true;
    player->queue_head = player->queue_end = 0;
  }
  return true;
}

// Takes the transitions that an event enables, or none if it is one past the last.
static inline int react(tp_player *player, int32_t event) {
  const tp_plan *plan = &player->plan;
  if (player->leaf < 0) return react_at_large(player, event);
  const tp_span cell = plan->cells[player->leaf * (plan->event_count + 1) + event];
  if (cell.count < 0) return react_at_large(player, event);
  const tp_edge *edge = plan->edges + cell.start;
  for (const tp_edge *const end = edge + cell.count; edge < end; edge++) {
    const int verdict = verdict_on(player, edge->condition);
    if (verdict < 0) return FOR_THE_ENGINE;
    if (verdict == 0) continue;
    return go(player, edge) ? TAKEN : FOR_THE_ENGINE;
  }
  return NOT_TAKEN;
}

// Eventless transitions and internal events, until nothing more is enabled.
static bool settle_at_large(tp_player *player) {
  const tp_plan *plan = &player->plan;
  for (int count = 0; count < LIMIT; count++) {
    if (player->is_finished) return true;
    if (plan->has_eventless) {
      const int result = react(player, plan->event_count);
      if (result == FOR_THE_ENGINE) return false;
      if (result == TAKEN) continue;
    }
    if (player->queue_head == player->queue_end) {
      player->queue_head = player->queue_end = 0;
      return true;
    }
    const int32_t width = plan->payload_width;
    const int32_t head = player->queue_head++;
    if (width) {
      memcpy(tp_payload(player), player->queued + head * width, (size_t)width * sizeof(int64_t));
      player->is_loaded = true;
    }
    if (react(player, player->queue[head]) == FOR_THE_ENGINE) return false;
    unload(player);
  }
  return false;
}

static inline bool settle(tp_player *player) {
  unload(player);
  if (!player->plan.has_eventless && player->queue_head == player->queue_end) return true;
  return settle_at_large(player);
}

bool tp_open(tp_player *player) {
  const tp_plan *plan = &player->plan;
  if (!plan->has_chart) return true;
  const bool is_open = plan->has_opening
                           ? go(player, &plan->opening)
                           : enter(player, plan->opening_entries, plan->opening_defaults);
  return is_open && settle(player);
}

static bool is_permitted(const tp_player *player, int32_t event, int32_t role) {
  const uint64_t permitted = player->plan.permitted[event];
  if (permitted != ~UINT64_C(0) && (role < 0 || !(permitted >> role & 1))) return false;
  return role < 0 || verdict_on(player, player->plan.role_conditions[role]) == 1;
}

bool tp_take(tp_player *player, int32_t event, int32_t role) {
  if (!player->plan.has_chart) return event < 0;
  if (event >= 0) {
    if (role < 0 && tp_move_on(player, &event, 1)) {
      unload(player);
      return true;
    }
    if (!is_permitted(player, event, role)) return false;
    const int result = react(player, event);
    if (result == FOR_THE_ENGINE) return false;
    if (result == NOT_TAKEN && !player->plan.ignores_unhandled) return false;
  }
  return settle(player);
}
