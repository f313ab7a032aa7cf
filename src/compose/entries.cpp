// Entries that the template shows as a table or as a list: instruments signed, the programme, the document's history.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "compose/table_maker.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// What a kind of entry has: what it is, and what stands before that in a list ("" = nothing).
struct Kind {
  std::string_view wide, lead;
};

/// An entry's values in the order of the template's columns.
struct Told {
  std::vector<Fragments> values;
  std::optional<model::Day> begins;  ///< the day, of the first entry of each
  Span span;
};

/// `value` gives an entry's value by the name of the column.
template <class Entry, class Value>
std::vector<Told> told(const Work& work, const std::vector<Entry>& entries, Value value) {
  std::vector<Told> all;
  std::optional<model::Day> last;
  for (const Entry& entry : entries) {
    Told& one = all.emplace_back();
    one.span = entry.span;
    if constexpr (requires { entry.day; }) {
      if (entry.day && (!last || last->value != entry.day->value)) one.begins = last = entry.day;
    }
    for (const auto& column : work.spec.show) one.values.push_back(value(entry, column.value));
  }
  return all;
}

bool is_any_of(std::string_view column, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), column) != names.end();
}

Blocks in_table(Desk& desk, const Work& work, const Kind& kind, std::vector<Told> entries) {
  TableMaker table(desk);
  std::vector<std::string> heads;
  for (const auto& column : work.spec.show) heads.push_back("column." + column.value);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::string& name = work.spec.show[i].value;
    TableMaker::Column column;
    column.row_head = i == 0;
    if (name == kind.wide) column.stretch = 2;
    else if (i > 0) column.stretch = 1;
    column.unbroken = is_any_of(name, {"signed", "date", "time"});
    table.column(heads[i], column);
  }
  for (Told& entry : entries) {
    if (entry.begins) table.group(day(desk, *entry.begins), day(desk, *entry.begins), entry.begins->span);
    table.row(std::move(entry.values), entry.span);
  }
  Blocks blocks;
  blocks.push_back(table.finish(name_of(work)));
  return blocks;
}

/// What else is known of an entry; what is long and has a label stands in lines of its own.
struct Detail {
  Fragments words;
  bool own_lines = false;
};

/// In a list no head of a column says what a date or a name is; what is short stays in one line.
Detail detail(const Desk& desk, const std::string& column, Fragments value) {
  const bool labelled_in_list = is_any_of(column, {"signed", "signatories", "languages", "deposited", "dress"});
  if (labelled_in_list && !value.empty()) {
    value = labelled(desk, "column." + column, std::move(value));
    std::string& label = value.front().run.text;
    if (label.ends_with(' ')) label.replace(label.size() - 1, 1, "\u00A0");  // no line ends after it
  }
  constexpr std::size_t short_one = 30;  // characters
  const bool is_short = utf8::count(bare(value)) <= short_one;
  return {is_short ? unbroken(std::move(value)) : whole_name(std::move(value)), labelled_in_list && !is_short};
}

/// Close below an entry: what is short, with dots between, and each long one.
void add_details(Desk& desk, Blocks& body, std::vector<Detail> details) {
  std::vector<Fragments> row;
  const auto add = [&](const Fragments& words) {
    if (!words.empty()) add_close(body, desk.block(Role::p, words, "office"));
  };
  for (Detail& one : details) {
    if (one.own_lines) add(joined_by(desk, std::exchange(row, {}), desk.word("join.dot")));
    if (one.own_lines) add(one.words);
    else row.push_back(std::move(one.words));
  }
  add(joined_by(desk, row, desk.word("join.dot")));
}

/// What stands beside the hanging numbers and has none.
layout::Item unnumbered_item(const Desk& desk) {
  layout::Item item;
  item.label_role = Role::none;
  item.label_width = desk.hang();
  return item;
}

/// "**09:30** Opening", and below it what else is known; `beside` a lead that is as short as a number.
layout::Block list_item(Desk& desk, const Work& work, const Kind& kind, Told& entry, bool beside) {
  Fragments lead, what;
  std::vector<Detail> details;
  for (std::size_t i = 0; i < entry.values.size(); ++i) {
    const std::string& column = work.spec.show[i].value;
    if (column == kind.lead) lead = std::move(entry.values[i]);
    else if (column == kind.wide) what = std::move(entry.values[i]);
    else details.push_back(detail(desk, column, std::move(entry.values[i])));
  }
  layout::Item item = beside ? numbered_item(desk, bare(lead), "point_number") : unnumbered_item(desk);
  if (beside) lead.clear();
  lead = styled(std::move(lead), "stop_time");
  if (!lead.empty() && !what.empty()) append(lead, plain(desk, "\u2002"));
  append(lead, std::move(what));
  if (!lead.empty()) item.body.push_back(desk.block(Role::p, lead, "tour_stop"));
  add_details(desk, item.body, std::move(details));
  return block_of(Role::li, std::move(item), entry.span);
}

layout::Block over_entries(Desk& desk, layout::Block text, Span span) {
  layout::Item item = unnumbered_item(desk);
  item.body_role = Role::none;
  item.body.push_back(std::move(text));
  layout::Block block = block_of(Role::none, std::move(item), span);
  block.keep_with_next = true;
  return block;
}

layout::Block day_heading(Desk& desk, const model::Day& day) {
  return over_entries(desk, desk.block(Role::p, styled(compose::day(desk, day), "point_heading"), "day"), day.span);
}

/// A list of entries; on pages that begin inside it stands "14 April 2026, continued", of those without a day "5
/// Instruments signed, continued".
layout::Block list_of(Desk& desk, const Work& work, const model::Day* day, bool numbered, Span first) {
  layout::Block list = group(Role::l, {});
  auto& inside = std::get<layout::Group>(list.content);
  inside.numbering = numbered ? "Decimal" : "None";
  if (!day) {
    tell_again(desk, list, name_of(work), first);
  } else if (auto again = continued(desk, bare(compose::day(desk, *day)), day->span)) {
    inside.again.push_back(over_entries(desk, block_of(Role::p, std::move(*again)), day->span));
  }
  return list;
}

/// Versions of a few figures stand where numbers do; hours do not, for "noon" is longer in another language.
bool have_short_leads(const Work& work, const Kind& kind, const std::vector<Told>& entries) {
  constexpr std::size_t as_a_number = 4;  // characters
  if (kind.lead != "version") return false;
  const auto& show = work.spec.show;
  const auto lead = std::find_if(show.begin(), show.end(), [&](const auto& one) { return one.value == kind.lead; });
  if (lead == show.end()) return false;
  return std::all_of(entries.begin(), entries.end(), [&](const Told& entry) {
    return utf8::count(bare(entry.values[static_cast<std::size_t>(lead - show.begin())])) <= as_a_number;
  });
}

/// The entries below each other; a list for each day, under its date. What the template shows nothing of is left out.
Blocks in_list(Desk& desk, const Work& work, const Kind& kind, std::vector<Told> entries) {
  const bool beside = have_short_leads(work, kind, entries);
  Blocks blocks;
  const model::Day* begins = nullptr;
  for (Told& entry : entries) {
    if (entry.begins) begins = &*entry.begins;
    layout::Block item = list_item(desk, work, kind, entry, beside);
    if (std::get<layout::Item>(item.content).body.empty()) continue;
    if (begins) blocks.push_back(day_heading(desk, *begins));
    if (begins && blocks.size() == 1) desk.lift(blocks.back(), desk.style("tour_stop").before);  // under a heading
    if (begins || blocks.empty()) blocks.push_back(list_of(desk, work, begins, beside, entry.span));
    begins = nullptr;
    std::get<layout::Group>(blocks.back().content).blocks.push_back(std::move(item));
  }
  return blocks;
}

Blocks shown(Desk& desk, const Work& work, const Kind& kind, std::vector<Told> entries) {
  if (entries.empty()) return {};
  const bool list = work.spec.as == "list";
  return list ? in_list(desk, work, kind, std::move(entries)) : in_table(desk, work, kind, std::move(entries));
}

}  // namespace

Blocks agreements(Desk& desk, const Work& work) {
  return shown(
      desk, work, {"title", ""},
      told(work, desk.brief.agreements, [&](const model::Agreement& a, const std::string& column) -> Fragments {
        if (column == "title") return line(desk, a.title);
        if (column == "kind") return line_or_nothing(desk, a.kind);
        if (column == "signed") return a.signed_on ? day(desk, *a.signed_on) : Fragments{};
        if (column == "signatories") return a.signatories ? who_in_cell(desk, *a.signatories) : Fragments{};
        if (column == "deposited") return line_or_nothing(desk, a.deposited);
        std::vector<Fragments> names;
        for (const auto& tag : a.languages) names.push_back(language_name(desk, tag));
        return joined_by_commas(desk, std::move(names));
      }));
}

Blocks programme(Desk& desk, const Work& work) {
  return shown(
      desk, work, {"what", "time"},
      told(work, desk.brief.programme, [&](const model::ProgrammeEntry& p, const std::string& column) -> Fragments {
        if (column == "time") return hour_or_line(desk, p.time);
        if (column == "what") return line(desk, p.what);
        if (column == "where") return line_or_nothing(desk, p.where);
        if (column == "who") return p.who ? who_in_cell(desk, *p.who) : Fragments{};
        if (column == "dress") return line_or_nothing(desk, p.dress);
        return line_or_nothing(desk, p.note);
      }));
}

Blocks revisions(Desk& desk, const Work& work) {
  return shown(desk, work, {"change", "version"},
               told(work, desk.brief.revisions, [&](const model::Revision& r, const std::string& column) -> Fragments {
                 if (column == "version") return version(desk, r.version);
                 if (column == "date") return r.date ? day(desk, *r.date) : Fragments{};
                 if (column == "by") return line_or_nothing(desk, r.by);
                 return line_or_nothing(desk, r.change);
               }));
}

}  // namespace readout::compose
