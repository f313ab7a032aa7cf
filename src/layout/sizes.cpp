// The first size of a text that fits: of one paragraph, and of all that stands in a story's margin.
#include <algorithm>
#include <set>
#include <utility>
#include "layout/galley.hpp"
#include "layout/walk.hpp"

namespace readout::layout {
namespace {

/// A line that sticks out, or a word that was torn.
bool told_overfull(const Diagnostics& diags) {
  return std::any_of(diags.all().begin(), diags.all().end(),
                     [](const auto& told) { return told.code == "layout.overfull"; });
}

/// A face that cannot be opened is told only once, so what a trial heard of it is told on.
void tell_errors(const Diagnostics& trial, Diagnostics& diags) {
  for (const auto& heard : trial.all()) {
    const auto is_same = [&](const Diagnostic& told) { return told == heard; };
    if (heard.severity == Severity::error && std::none_of(diags.all().begin(), diags.all().end(), is_same))
      diags.failure(heard.blame, heard.code, heard.message) = heard;
  }
}

struct Trial {
  std::size_t lines = 0;
  bool overfull = false;
};

Trial tried(const Paragraph& paragraph, const std::string& lang, Pt measure, SettingContext& context) {
  Diagnostics trial;
  Diagnostics* const diags = std::exchange(context.diags, &trial);
  const auto& style = context.story->paragraph_styles[paragraph.style];
  const auto set = set_paragraph(paragraph, lang, measure - style.indent_start - style.indent_end, context);
  context.diags = diags;
  tell_errors(trial, *diags);
  return {set.lines.size(), told_overfull(trial)};
}

bool fits(const Paragraph& size, const std::string& lang, Pt measure, int max_lines, SettingContext& context) {
  const Trial trial = tried(size, lang, measure, context);
  return !trial.overfull && (max_lines == 0 || trial.lines <= static_cast<std::size_t>(max_lines));
}

std::string text_of(const Paragraph& paragraph) {
  std::string text;
  for (const auto& piece : paragraph.content) text += piece.text;
  return text;
}

}  // namespace

std::size_t lines_of(const Paragraph& paragraph, const std::string& lang, Pt measure, SettingContext& context) {
  return tried(paragraph, lang, measure, context).lines;
}

const Paragraph& size_of(const Paragraph& paragraph, std::size_t size) {
  const std::size_t smaller = std::min(size, paragraph.smaller.size());
  return smaller == 0 ? paragraph : paragraph.smaller[smaller - 1];
}

std::size_t size_that_fits(const Paragraph& paragraph, const std::string& lang, Pt measure, SettingContext& context) {
  std::size_t size = 0;
  while (size < paragraph.smaller.size() &&
         !fits(size_of(paragraph, size), lang, measure, paragraph.max_lines, context))
    ++size;
  return size;
}

std::size_t size_of_asides(const Story& story, SettingContext& context) {
  std::set<std::string> seen;             // the same names stand beside many points
  std::vector<std::size_t> too_large{0};  // how many do not fit, size by size
  const auto measure = [&](const Item& item) {
    if (!item.aside || item.aside->smaller.empty() || !seen.insert(text_of(*item.aside)).second) return;
    too_large.resize(std::max(too_large.size(), item.aside->smaller.size() + 1));
    for (std::size_t size = 0; size < too_large.size(); ++size) {
      const Paragraph& aside = size_of(*item.aside, size);
      if (fits(aside, story.info.lang, item.aside_width, item.aside->max_lines, context)) break;
      ++too_large[size];
    }
  };
  walk(
      story, [](const Paragraph&) {}, [](const Group&) {}, measure);
  const auto least = std::min_element(too_large.begin(), too_large.end());
  return static_cast<std::size_t>(least - too_large.begin());
}

}  // namespace readout::layout
