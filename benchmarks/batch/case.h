// The benchmark's rulebook by hand: a case, its table as `if`s, its chart as a `switch`.
#pragma once
#include <cstdint>
#include <string_view>

struct Case {
  int kind, grade, area;
  int64_t amount, people, age, repeats;
  bool violent;
  int state = 0;
  int talks = 0;
  int route = -1;
};

inline constexpr std::string_view kinds[] = {
    "marriage", "family", "neighbour", "labour", "contract", "traffic",
    "medical", "property", "consumer", "land", "debt", "other"};
inline constexpr std::string_view grades[] = {"simple", "usual", "hard", "grave"};
inline constexpr std::string_view areas[] = {"east", "west", "north", "south", "centre", "hills"};
inline constexpr std::string_view events[] = {
    "accept", "hear", "visit", "offer", "refuse", "agree", "sign", "pay"};

enum State {
  registered, hearing, meeting, heard, visited, offered, checked, agreed, signed_, paying, police,
  ended, closed
};
inline constexpr const char *states[] = {
    "registered", "hearing", "meeting", "heard", "visited", "offered", "checked", "agreed",
    "signed", "paying", "police", "ended", "closed"};

enum Event { accept_, hear, visit, offer, refuse, agree, sign, pay };

#include "table.h"  // Made by `generate table`.

// Whether the event was taken. What is not taken by an inner state is tried on `opened`.
// `decides`: whether `accept` looks into the table, or only events are measured.
template <bool decides = true>
static inline bool step(Case &c, int event) {
  switch (c.state) {
  case registered:
    if (event != accept_) return false;
    if (c.violent) {
      c.state = police;
    } else {
      c.route = decides ? route(c) : 0;
      c.state = hearing;
    }
    return true;
  case hearing:
    if (event == hear) { c.state = c.people >= 10 ? meeting : heard; return true; }
    break;
  case meeting:
    if (event == hear) { c.state = heard; return true; }
    break;
  case heard:
    if (event == visit) { c.talks += 1; c.state = visited; return true; }
    if (event == offer) { c.state = offered; return true; }
    break;
  case visited:
    if (event == hear) { c.state = heard; return true; }
    if (event == offer) { c.state = offered; return true; }
    if (event == visit) { c.talks += 1; return true; }
    break;
  case offered:
    if (event == refuse) { c.talks += 1; c.state = heard; return true; }
    if (event == agree) { c.state = c.amount >= 20000LL * 1000000 ? checked : agreed; return true; }
    if (event == hear) { c.state = heard; return true; }
    break;
  case checked:
    if (event == agree) { c.state = agreed; return true; }
    if (event == refuse) { c.state = heard; return true; }
    break;
  case agreed:
    if (event == sign) { c.state = signed_; return true; }
    break;
  case signed_:
    if (event != pay) return false;
    c.state = c.amount < 200000LL * 1000000 ? closed : paying;
    return true;
  case paying:
    if (event != pay) return false;
    c.state = closed;
    return true;
  default: return false;
  }
  if (event == refuse && c.talks >= 4) { c.state = ended; return true; }
  return false;
}
