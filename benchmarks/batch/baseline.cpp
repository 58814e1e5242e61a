// What `fengqiao batch` does with the benchmark's rulebook, written by hand for that one rulebook:
// JSON Lines in, JSON Lines out, with simdjson. Names, types and words are checked; what is wrong
// gives an error record. One thread.
//
//   baseline batch FILE          writes results to standard output
//   baseline decide|step RUNS FILE
//                                the table alone, or the chart alone, over cases that were read
//                                before: nanoseconds of processor time a decision, or an event
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "case.h"

namespace ondemand = simdjson::ondemand;
using std::string_view;

namespace {

struct Bad {
  const char *code;
};

template <size_t N>
int word(const string_view (&words)[N], string_view text) {
  for (size_t place = 0; place < N; place++) {
    if (words[place] == text) return int(place);
  }
  throw Bad{"not-a-value"};
}

int64_t millionths(string_view text) {
  bool negative = text[0] == '-';
  size_t place = negative;
  uint64_t digits = 0;
  int decimals = -1;
  for (; place < text.size(); place++) {
    char c = text[place];
    if (c == '.') {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      digits = digits * 10 + uint64_t(c - '0');
      decimals += decimals >= 0;
    } else {
      break;
    }
  }
  for (int count = decimals < 0 ? 0 : decimals; count < 6; count++) digits *= 10;
  return negative ? -int64_t(digits) : int64_t(digits);
}

string_view trimmed(string_view token) {
  while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r')) {
    token.remove_suffix(1);
  }
  return token;
}

// `2026-05-06T10:00`, checked digit by digit; minutes, for the order of entries.
int64_t moment(string_view t) {
  auto digit = [&](size_t at) {
    unsigned value = unsigned(t[at] - '0');
    if (value > 9) throw Bad{"not-a-value"};
    return int(value);
  };
  if (t.size() != 16 || t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':') {
    throw Bad{"not-a-value"};
  }
  int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  int month = digit(5) * 10 + digit(6), day = digit(8) * 10 + digit(9);
  int hour = digit(11) * 10 + digit(12), minute = digit(14) * 10 + digit(15);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) {
    throw Bad{"not-a-value"};
  }
  return (((int64_t(year) * 12 + month) * 31 + day) * 24 + hour) * 60 + minute;
}

void read_facts(ondemand::object object, Case &c) {
  unsigned seen = 0;
  auto once = [&](int bit) {
    if (seen >> bit & 1) throw Bad{"duplicate-member"};
    seen |= 1U << bit;
  };
  for (auto field : object) {
    string_view name = field.unescaped_key();
    ondemand::value value = field.value();
    switch (name.size()) {
    case 3:
      if (name == "age") { once(0); c.age = int64_t(value); continue; }
      break;
    case 4:
      if (name == "kind") { once(1); c.kind = word(kinds, value); continue; }
      if (name == "area") { once(2); c.area = word(areas, value); continue; }
      break;
    case 5:
      if (name == "grade") { once(3); c.grade = word(grades, value); continue; }
      break;
    case 6:
      if (name == "amount") {
        once(4);
        if (value.type() != ondemand::json_type::number) throw Bad{"wrong-type"};
        c.amount = millionths(trimmed(value.raw_json_token()));
        // The parser checks the number's form as it passes over it.
        (void)double(value);
        continue;
      }
      if (name == "people") { once(5); c.people = int64_t(value); continue; }
      break;
    case 7:
      if (name == "violent") { once(6); c.violent = bool(value); continue; }
      if (name == "repeats") { once(7); c.repeats = int64_t(value); continue; }
      break;
    }
    throw Bad{"unknown-fact"};
  }
  if (seen != 255) throw Bad{"missing-fact"};
}

// A case that was read: its facts, and what happens.
struct Story {
  Case facts;
  std::vector<int> journal;
};
std::vector<Story> *kept = nullptr;

void run(ondemand::document &line, std::string &out) {
  Case c{};
  string_view id;
  for (auto field : line.get_object()) {
    string_view name = field.unescaped_key();
    if (name == "id") {
      id = field.value();
    } else if (name == "facts") {
      read_facts(field.value(), c);
    } else if (name == "events") {
      if (kept) kept->push_back({c, {}});
      int64_t latest = INT64_MIN;
      for (ondemand::object entry : field.value()) {
        int event = -1;
        for (auto member : entry) {
          string_view key = member.unescaped_key();
          if (key == "event") {
            event = word(events, member.value());
          } else if (key == "at") {
            int64_t at = moment(member.value());
            if (at < latest) throw Bad{"time-runs-backwards"};
            latest = at;
          } else {
            throw Bad{"unknown-member"};
          }
        }
        if (event < 0) throw Bad{"missing-member"};
        if (kept) {
          kept->back().journal.push_back(event);
          continue;
        }
        if (!step(c, event)) throw Bad{"refused"};
      }
    } else {
      throw Bad{"unknown-member"};
    }
  }
  if (kept) return;
  out.append("{\"id\":\"").append(id).append("\",\"state\":[\"").append(states[c.state]);
  out.append("\"],\"decisions\":{\"route\":");
  out.append(routes[c.route < 0 ? route(c) : c.route]).append("}}\n");
}

void run_file(FILE *file, std::string &out) {
  constexpr size_t chunk = 1 << 18;
  std::vector<char> buffer(2 * chunk + simdjson::SIMDJSON_PADDING);
  ondemand::parser parser;
  size_t held = 0;
  while (size_t got = fread(buffer.data() + held, 1, chunk, file)) {
    held += got;
    char *start = buffer.data();
    char *const end = start + held;
    while (char *stop = static_cast<char *>(memchr(start, '\n', size_t(end - start)))) {
      try {
        ondemand::document line;
        auto error = parser.iterate(start, size_t(stop - start), size_t(stop - start) + simdjson::SIMDJSON_PADDING).get(line);
        if (error) throw Bad{"not-json"};
        run(line, out);
      } catch (const Bad &bad) {
        out.append("{\"id\":null,\"error\":\"").append(bad.code).append("\"}\n");
      } catch (const simdjson::simdjson_error &) {
        out.append("{\"id\":null,\"error\":\"not-json\"}\n");
      }
      start = stop + 1;
    }
    held = size_t(end - start);
    memmove(buffer.data(), start, held);
    fwrite(out.data(), 1, out.size(), stdout);
    out.clear();
  }
}

double processor_seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

// Nanoseconds a piece of work; `sum` keeps the work from being left out.
template <typename Work>
int rehearse(int runs, const Work &work) {
  int64_t count = 0, sum = 0;
  double start = processor_seconds();
  for (int run = 0; run < runs; run++) work(count, sum);
  double seconds = processor_seconds() - start;
  printf("%.2f %lld\n", seconds * 1e9 / double(count), (long long)(sum));
  return 0;
}

}  // namespace

int main(int count, char **words) {
  const string_view what = count > 1 ? words[1] : "";
  if (count != (what == "batch" ? 3 : 4)) return 2;
  FILE *file = fopen(words[count - 1], "r");
  if (!file) return 2;
  setvbuf(file, nullptr, _IONBF, 0);
  std::vector<Story> stories;
  if (what != "batch") kept = &stories;
  std::string out;
  run_file(file, out);
  if (what == "batch") return 0;
  const int runs = atoi(words[2]);
  if (what == "decide") {
    return rehearse(runs, [&](int64_t &done, int64_t &sum) {
      for (const Story &story : stories) sum += route(story.facts);
      done += int64_t(stories.size());
    });
  }
  return rehearse(runs, [&](int64_t &done, int64_t &sum) {
    for (const Story &story : stories) {
      Case c = story.facts;
      // What `accept` decides is another measurement.
      for (int event : story.journal) sum += step<false>(c, event);
      sum += c.state;
      done += int64_t(story.journal.size());
    }
  });
}
