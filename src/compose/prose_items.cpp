#include "compose/prose_items.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

constexpr std::string_view commas[] = {",", "\u060C"}, semicolons[] = {";", "\u061B"};
constexpr std::string_view blanks[] = {" ", "\u00A0", "\u202F", "\u2009"};  // French has one before a semicolon

template <class Marks>
bool ends_in(std::string_view text, const Marks& marks) {
  return std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) { return text.ends_with(mark); });
}

/// Where the "and" begins that a list has before its last item, behind a mark: "waive the fees; and".
std::size_t before_and(const Desk& desk, std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return blank;
  const std::string_view before = text.substr(0, blank), word = text.substr(blank + 1);
  const std::string& joint = desk.word("join.two");
  const bool is_and = joint.size() == word.size() + 2 && joint.compare(1, word.size(), word) == 0;
  return is_and && (ends_in(before, commas) || ends_in(before, semicolons)) ? blank : std::string_view::npos;
}

bool ends_as_in_list(const Desk& desk, const Fragments& item) {
  const std::string text = bare(item);
  return ends_in(text, commas) || ends_in(text, semicolons) || before_and(desk, text) != std::string::npos;
}

std::vector<Fragments> items_of(Desk& desk, const std::vector<model::Point>& points) {
  std::vector<Fragments> items;
  for (const model::Point& point : points) items.push_back(flat(text(desk, point.text)));
  return items;
}

template <class Marks>
void take_mark(Fragments& item, const Marks& marks) {
  std::string& text = item.back().run.text;
  for (const std::string_view mark : marks)
    if (text.ends_with(mark)) return text.resize(text.size() - mark.size());
}

/// As they were written, one after the other, where they are parted already.
Fragments one_after_the_other(const Desk& desk, std::vector<Fragments> items) {
  const bool only_commas =
      std::all_of(items.begin(), items.end() - 1, [](const Fragments& one) { return ends_in(bare(one), commas); });
  const bool parted =
      std::all_of(items.begin(), items.end() - 1, [&](const Fragments& one) { return ends_as_in_list(desk, one); });
  if (!take_stop(items.back())) end_list(desk, items.back());
  if (only_commas || !parted) {
    for (Fragments& one : items) end_list(desk, one);
    return listed(desk, std::move(items));
  }
  Fragments out;
  for (Fragments& one : items) {
    if (!out.empty()) append(out, plain(desk, " "));
    append(out, std::move(one));
  }
  return out;
}

}  // namespace

void end_list(const Desk& desk, Fragments& item) {
  if (item.empty()) return;
  std::string& text = item.back().run.text;
  if (const std::size_t blank = before_and(desk, text); blank != std::string::npos) text.resize(blank);
  take_mark(item, commas);
  take_mark(item, semicolons);
  take_mark(item, blanks);
}

bool are_items(Desk& desk, const std::vector<model::Point>& points) {
  const bool bare_texts = std::all_of(points.begin(), points.end(), [](const model::Point& point) {
    return !point.by && !point.note && point.points.empty();
  });
  if (points.empty() || !bare_texts) return false;
  const auto items = items_of(desk, points);
  if (std::any_of(items.begin(), items.end() - 1, [](const Fragments& one) { return ends_sentence(bare(one)); }))
    return false;
  return !ends_sentence(bare(items.back())) ||
         (items.size() > 1 && std::any_of(items.begin(), items.end() - 1,
                                          [&](const Fragments& one) { return ends_as_in_list(desk, one); }));
}

Fragments with_items(Desk& desk, Fragments said, const std::vector<model::Point>& points) {
  const bool open = take_stop(said) || !ends_sentence(bare(said));
  const bool goes_on = !said.empty() && (open || bare(said).ends_with(':'));
  auto items = items_of(desk, points);
  for (Fragments& item : items)
    item = &item == &items.front() && !goes_on ? begun(std::move(item)) : in_mid_sentence(desk, std::move(item));
  Fragments list = one_after_the_other(desk, std::move(items));
  if (goes_on && open) return filled(desk, "prose.list", {{"text", std::move(said)}, {"items", std::move(list)}});
  if (!said.empty()) append(said, plain(desk, " "));
  append(said, std::move(list));
  return said;
}

}  // namespace readout::compose
