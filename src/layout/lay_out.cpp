#include "layout/lay_out.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "layout/clusters.hpp"
#include "layout/floats.hpp"
#include "layout/galley.hpp"
#include "layout/page_builder.hpp"
#include "layout/page_numbers.hpp"
#include "layout/page_placer.hpp"
#include "layout/running.hpp"

namespace readout::layout {
namespace {

PageRoom room_of(const Story& story) {
  const auto& page = story.page;
  const auto& notes = story.note_design;
  const Pt bottom = page.size.height - page.margin.bottom;
  return {bottom - page.first_top, bottom - page.margin.top, notes.space_above + notes.rule + notes.space_above / 2,
          notes.space_between};
}

/// Chooses the pages and places them. One choice as a rule; when notes found no room on the page of their
/// marks, the next page has less, and what follows is chosen anew.
void build_pages(const Galley& galley, const PageMeasure& measure, const PageRoom& room, PagePlacer& placer) {
  std::size_t begin = 0;
  bool first = true;
  while (begin < galley.strips.size()) {
    const Pt height = (first ? room.first : room.later) - placer.carried();
    if (!first && height < room.later / 8) {  // hardly anything but notes
      placer.place_notes_alone();
      continue;
    }
    for (const auto& page : choose_pages(galley, measure, room, begin, height).pages) {
      placer.place(page);
      first = false;
      begin = page.last;
      if (placer.carried() > Pt{}) break;
    }
  }
  while (placer.carried() > Pt{}) placer.place_notes_alone();
  if (first) placer.place({});
}

/// A bookmark has one line: a soft hyphen in it would only be seen, or be in the way of a search.
std::string on_one_line(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size();) {
    const auto [character, length] = utf8::decode(title, at);
    if (!is_break_mark(character)) out += title.substr(at, length);
    at += length;
  }
  return out;
}

std::vector<DocumentOutlineEntry> outline_of(const Story& story, const PagePlacer& placer, const PageNumbers& numbers) {
  std::vector<DocumentOutlineEntry> outline;
  for (const auto& entry : story.outline)
    if (numbers.contains(entry.anchor))  // not in a table of contents that was left out
      outline.push_back(
          {entry.level, on_one_line(entry.title), placer.destination_of(LinkTarget::Kind::anchor, entry.anchor)});
  return outline;
}

Pictures pictures_in_use(const std::vector<Page>& pages, const Pictures& all) {
  Pictures used;
  for (const auto& page : pages)
    for (const auto& item : page.items)
      if (const auto* image = std::get_if<PlacedImage>(&item)) used.emplace(image->picture, all.at(image->picture));
  return used;
}

/// What a pass is made of and leaves.
struct Pass {
  const text::FontBook& fonts;
  const Pictures& pictures;
  Memory& memory;
  bool keep_lines = true;
  PageNumbers numbers{};  ///< where its anchors stand
};

/// `own`: the story's blocks, where they may be let go when they are set.
std::optional<Document> lay_out_once(const Story& story, std::vector<Block>* own, Pass& pass, Diagnostics& diags) {
  SettingContext context = make_context(story, pass.fonts, diags, &pass.memory);
  Workshop shop = make_galley(story, own, pass.pictures, context, pass.keep_lines);  // blocks -> strips, tags
  const PageRoom room = room_of(story);
  cut_tall_strips(shop.galley, room.later);  // rows higher than a page
  float_figures(shop.galley, room);          // text goes on before figures that do not fit
  const PageMeasure measure(shop.galley, room);
  PagePlacer placer(story, shop.galley, measure, room, shop.structure);
  build_pages(shop.galley, measure, room, placer);  // strips -> pages, by least cost
  shop.galley = {};                                 // all of it stands on pages
  Document document;
  document.info = story.info;
  pass.numbers = placer.page_numbers();
  document.outline = outline_of(story, placer, pass.numbers);
  document.pages = placer.finish();                    // links know where they lead
  add_running_matter(story, document.pages, context);  // "Page 2 of 6"
  document.structure = shop.structure.take();
  document.lines = std::move(shop.lines);
  document.patterns.assign(context.patterns.begin(), context.patterns.end());
  document.pictures = pictures_in_use(document.pages, pass.pictures);
  if (context.failed) return std::nullopt;
  return document;
}

/// Passes that are made before the numbers are taken as they are.
constexpr int most_passes = 4;

/// What a pass told is told on, once.
void tell_on(const Diagnostics& pass, Diagnostics& diags) {
  for (const auto& heard : pass.all()) {
    auto& told = heard.severity == Severity::error ? diags.failure(heard.blame, heard.code, heard.message)
                                                   : diags.warning(heard.code, Span{}, heard.message);
    told = heard;
  }
}

/// Two places may wait for each other for ever: a number that is wider moves what it names to where it is narrower.
void tell_unsettled(const Story& story, const PageNumbers& said, const PageNumbers& stands, Diagnostics& diags) {
  const auto wrong = first_wrong_page(story, said, stands);
  if (!wrong) return;
  diags
      .warning("layout.unsettled", wrong->span,
               fmt::format("this page number does not settle: the text says {}, and with that it stands on page {}",
                           wrong->said, wrong->stands))
      .hint("put a few words more or fewer before it");
}

/// Passes until the page numbers in the text stay.
std::optional<Document> lay_out_again(const Story& story, Pass& pass, Diagnostics& diags) {
  std::optional<std::size_t> pages;  // without the parts for long documents
  for (int count = 1;; ++count) {
    Story filled = with_page_numbers(story, pass.numbers, pages.value_or(0));
    const PageNumbers before = pass.numbers;
    Diagnostics heard;
    heard.sources = diags.sources;
    auto document = lay_out_once(filled, &filled.blocks, pass, heard);
    const bool measured = std::exchange(pages, pages ? pages : document ? document->pages.size() : 0).has_value();
    if (document && count < most_passes && (!measured || pass.numbers != before)) continue;
    tell_on(heard, diags);
    if (document && pass.numbers != before)
      tell_unsettled(with_page_numbers(story, before, pages.value_or(0)), before, pass.numbers, diags);
    return document;
  }
}

/// The story with more room for running matter, where that takes it.
std::optional<Story> with_room(const Story& story, const text::FontBook& fonts, Memory& memory) {
  if (!running_may_break(story)) return std::nullopt;
  Diagnostics trial;  // what there is to tell is told when the pages are there
  SettingContext context = make_context(story, fonts, trial, &memory);
  const auto lines = lines_of_running(story, context);
  if (std::none_of(lines.begin(), lines.end(), [](std::size_t count) { return count > 1; })) return std::nullopt;
  Story roomy = story;
  return make_room(roomy, lines) ? std::optional(std::move(roomy)) : std::nullopt;
}

std::optional<Document> lay_out_in(const Story& story, std::vector<Block>* own, Pass& pass, Diagnostics& diags) {
  return names_pages(story) ? lay_out_again(story, pass, diags) : lay_out_once(story, own, pass, diags);
}

}  // namespace

std::optional<Document> lay_out(const Story& story, const text::FontBook& fonts, const Pictures& pictures,
                                Diagnostics& diags, Memory* memory) {
  Memory own;
  Pass pass{fonts, pictures, memory != nullptr ? *memory : own};
  const auto roomy = with_room(story, fonts, pass.memory);
  return lay_out_in(roomy ? *roomy : story, nullptr, pass, diags);
}

std::optional<Document> lay_out(Story&& story, const text::FontBook& fonts, const Pictures& pictures,
                                Diagnostics& diags, Memory* memory) {
  Memory own;
  Pass pass{fonts, pictures, memory != nullptr ? *memory : own, false};
  if (auto roomy = with_room(story, fonts, pass.memory)) story = std::move(*roomy);
  return lay_out_in(story, &story.blocks, pass, diags);
}

}  // namespace readout::layout
