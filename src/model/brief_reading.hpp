// The readers of a brief's tables, by topic; read_brief.cpp calls them in the order of the vocabulary.
//
// Each fills its part of the Brief and tells every fault it finds. A faulty table still takes its place in its list,
// so that the indices of collect_ids() stay right.
#pragma once
#include "model/brief.hpp"
#include "model/brief_values.hpp"

namespace readout::model {

struct BriefReading {
  TableReader& root;
  BriefValues& values;
  Brief& brief;
  [[nodiscard]] Diagnostics& diags() const { return values.diags(); }
};

// read_brief_document.cpp: [document], [marking], [archive], [print]
[[nodiscard]] Languages languages_of(const TomlValue& root);
void read_document(BriefReading& b);
void read_marking(BriefReading& b);
void read_archive(BriefReading& b);
void read_print(BriefReading& b);
// read_brief_meeting.cpp: [meeting], [[programme]]
void read_meeting(BriefReading& b);
void read_programme(BriefReading& b);
// read_brief_people.cpp: [[side]], [[participant]]
void read_sides(BriefReading& b);
void read_people(BriefReading& b);
// read_brief_discussion.cpp: [[discussion]], [tour], [outcome]
void read_discussions(BriefReading& b);
void read_tour(BriefReading& b);
void read_outcome(BriefReading& b);
// read_brief_steps.cpp: [[step]], [[agreement]]
void read_steps(BriefReading& b);
void read_agreements(BriefReading& b);
// read_brief_back.cpp: [[annex]], [[distribution]], [clearance], [[revision]], [[source]], [[term]]
void read_annexes(BriefReading& b);
void read_distribution(BriefReading& b);
void read_clearance(BriefReading& b);
void read_revisions(BriefReading& b);
void read_sources(BriefReading& b);
void read_terms(BriefReading& b);

/// Reads every entry of an array of tables: `read(TableReader&) -> T`. An entry that is no table gives a T{}.
template <class T, class Read>
std::vector<T> read_list(BriefReading& b, TableReader& parent, std::string_view key, Read read) {
  std::vector<T> out;
  const auto values = parent.list(key);
  out.reserve(values.size());
  for (const TomlValue* value : values) {
    auto t = b.values.open(parent, *value, key);
    out.push_back(t ? read(*t) : T{});
    if (t) t->finish();
  }
  return out;
}

}  // namespace readout::model
