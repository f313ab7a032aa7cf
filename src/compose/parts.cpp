// What several sections share: headings, paragraphs, items, voices, pictures.
#include "compose/script.hpp"
#include "compose/sections.hpp"
#include "compose/table_maker.hpp"

namespace readout::compose {

using layout::Role;

layout::Block heading(Desk& desk, Role role, const std::string& number, const Fragments& title, int outline_level) {
  layout::Item item;
  item.label_role = Role::none;
  item.body_role = Role::none;
  item.label = desk.set(plain(desk, number), "heading_number");
  item.label_width = desk.design.lengths.list_number;
  item.gap = desk.design.lengths.list_number_gap;
  item.widest_label = true;
  item.body.push_back(desk.block(Role::none, title, "heading"));
  layout::Block block = block_of(role, std::move(item), title.empty() ? Span{} : title.front().run.span);
  block.keep_with_next = true;
  block.anchor = desk.new_anchor();
  const std::string entry = number.empty() ? bare(title) : number + " " + bare(title);
  desk.story.outline.push_back({outline_level, entry, block.anchor});
  desk.contents.push_back({1, number, title, block.anchor});
  return block;
}

namespace {

layout::Block paragraph_of(Desk& desk, const Fragments& text, const Said& said, std::string_view style) {
  layout::Block block = desk.block(Role::p, text, style, said.lang);
  std::get<layout::Paragraph>(block.content).stands_in = !said.lang.empty();
  return block;
}

}  // namespace

Blocks paragraphs(Desk& desk, const Said& said, std::string_view style) {
  Blocks blocks;
  for (const Fragments& paragraph : said.paragraphs) blocks.push_back(paragraph_of(desk, paragraph, said, style));
  return blocks;
}

std::string name_of(const Work& work) {
  const std::string title = bare(work.title);
  return work.number.empty() ? title : work.number + " " + title;
}

namespace {

/// True of translated words over a text that is not, and runs the other way.
bool turns_round(const Desk& desk, const Start& start, const Said& said) {
  return start.lang.empty() && !said.lang.empty() && model::is_arabic_script(said.lang) != desk.rtl;
}

}  // namespace

Blocks paragraphs(Desk& desk, Start start, const Said& said, End end, std::string_view style) {
  Blocks blocks;
  std::vector<Fragments> all = said.paragraphs;
  if (all.empty()) all.emplace_back();
  if (!start.words.empty() && !all.front().empty() && turns_round(desk, start, said)) {
    blocks.push_back(desk.block(Role::p, start.words, style));
    blocks.back().keep_with_next = true;
  } else if (!start.words.empty()) {
    if (!all.front().empty()) append(start.words, plain(desk, start.blank));
    append(start.words, std::move(all.front()));
    all.front() = std::move(start.words);
  }
  add_marks(desk, all.back(), std::move(end.marks), said.lang);
  append(all.back(), std::move(end.voice));
  for (const Fragments& paragraph : all)
    if (!paragraph.empty()) blocks.push_back(paragraph_of(desk, paragraph, said, style));
  return blocks;
}

layout::Block indented(const Desk& desk, Blocks blocks) {
  layout::Block block = group(Role::none, std::move(blocks));
  std::get<layout::Group>(block.content).inset_start = desk.hang();
  return block;
}

Fragments dash(const Desk& desk) {
  constexpr std::string_view blank = "\u00A0";
  std::string words = desk.word("join.dash");
  if (words.ends_with(blank)) words.replace(words.size() - blank.size(), blank.size(), " ");
  return separator(desk, words);
}

bool names_in_margin(const Desk& desk) { return desk.design.page.side_width > Pt{} && !desk.full_measure; }

namespace {

/// Between a text and who said it.
Fragments voice_dash(const Desk& desk) {
  Fragments out = styled(dash(desk), "role");
  if (!out.empty()) out.front().run.stays_by = true;
  return out;
}

}  // namespace

Voice voice(Desk& desk, const std::optional<model::Who>& by) {
  Voice out;
  if (!by) return out;
  Fragments names = who(desk, *by);
  if (names_in_margin(desk)) {
    out.aside = desk.set(names, "who");
  } else if (desk.paired) {
    out.is_missing = is_missing(names);
    out.below = desk.block(Role::p, names, "who_below");
    std::get<layout::Paragraph>(out.below->content).signs = true;
  } else {
    out.run_in = voice_dash(desk);
    append(out.run_in, styled(whole_name(std::move(names)), "who_run_in"));
  }
  return out;
}

void tell_again(Desk& desk, layout::Block& list, const std::string& name, Span span) {
  if (auto again = continued(desk, name, span))
    std::get<layout::Group>(list.content).again.push_back(block_of(Role::p, std::move(*again), span));
}

void add_close(Blocks& blocks, layout::Block below) {
  if (!blocks.empty()) blocks.back().keep_with_next = true;
  below.keep_with_previous = !blocks.empty();
  blocks.push_back(std::move(below));
}

void set_below(Blocks& blocks, Voice& voice) {
  if (voice.below) add_close(blocks, *std::exchange(voice.below, {}));
}

void mark_once(const Said& said, Start& start, Voice& voice) {
  const bool no_text = said.paragraphs.empty();
  const bool lacks_text = said.paragraphs.size() == 1 && is_missing(said.paragraphs.front());
  const bool lacks_start = is_missing(start.words);
  if (lacks_text && lacks_start) start.words.clear();
  if ((lacks_text || (no_text && lacks_start)) && voice.is_missing) voice.below.reset();
}

void set_aside(Desk& desk, layout::Item& item, Voice& voice, std::string_view style) {
  if (!voice.aside) return;
  item.aside = std::move(voice.aside);
  item.aside_width = desk.design.page.side_width;
  item.aside_gap = desk.design.page.side_gap;
  item.aside_dash = desk.set(voice_dash(desk), style).content;
}

layout::Item numbered_item(Desk& desk, const std::string& number, std::string_view style) {
  layout::Item item;
  item.label = desk.set(plain(desk, number), style);
  item.label_width = desk.design.lengths.list_number;
  item.gap = desk.design.lengths.list_number_gap;
  item.widest_label = true;
  return item;
}

layout::Block picture_of(Desk& desk, const model::Picture& picture, Pt height, Pt gap) {
  layout::Figure figure;
  figure.picture = picture.file.value;
  figure.decorative = picture.decorative;
  if (picture.alt) figure.alt = string_of(desk, *picture.alt);
  figure.max_height = height;
  figure.space_before = gap;
  figure.space_after = gap;
  if (picture.caption) figure.caption = desk.set(line(desk, *picture.caption), "caption");
  return block_of(picture.decorative ? Role::none : Role::figure, std::move(figure), picture.span);
}

}  // namespace readout::compose
