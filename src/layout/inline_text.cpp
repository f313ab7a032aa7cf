#include "layout/inline_text.hpp"

#include <string_view>

namespace readout::layout {
namespace {

constexpr std::size_t longest_name = 64;  // bytes; more is a sentence

bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    out.append(text, at, end - at);
    while (end < text.size() && is_blank(text[end])) ++end;
    at = end;
    if (at > 0 && is_blank(text[at - 1]) && !out.empty() && out.back() != ' ') out += ' ';
  }
}

void drop_last_blank(JoinedText& joined) {
  if (joined.text.empty() || joined.text.back() != ' ') return;
  joined.text.pop_back();
  joined.stretches.back().end = joined.text.size();
  if (joined.stretches.back().begin < joined.text.size()) return;
  joined.stretches.pop_back();
  joined.inlines.pop_back();
}

/// The text of an inline, with the places of its separators.
void append_parts(JoinedText& joined, const Inline& piece, bool capitals) {
  std::size_t from = 0;
  const auto append_to = [&](std::size_t end) {
    const std::string_view part = std::string_view(piece.text).substr(from, end - from);
    if (capitals) append_collapsed(joined.text, text::upper_case(part));
    else append_collapsed(joined.text, part);
    from = end;
  };
  for (const std::uint32_t separator : piece.separators) {
    append_to(separator);
    joined.separators.push_back(joined.text.size());
  }
  append_to(piece.text.size());
}

}  // namespace

std::vector<InlineText> languages_of(const InlineText& text) {
  std::vector<InlineText> all(1);
  for (const Inline& piece : text)
    if (piece.parts_lines) all.emplace_back();
    else all.back().push_back(piece);
  return all;
}

JoinedText join_inlines(const Paragraph& paragraph, const std::string& lang, const SettingContext& context) {
  const InlineText& content = paragraph.content;
  JoinedText joined;
  bool only_heading = true, isolated = false;
  for (std::uint32_t i = 0; i < content.size(); ++i) {
    const Inline& piece = content[i];
    const TextStyle& style = context.story->text_styles[piece.style];
    const std::size_t begin = joined.text.size();
    append_parts(joined, piece, style.latin.upper_case);
    isolated = isolated && piece.same_isolate;
    if (joined.text.size() == begin) continue;
    if (style.rise > Pt{} && begin > 0 && joined.text[begin - 1] != ' ') joined.marks.push_back(begin);
    if (piece.stays_by && joined.text[begin] == ' ' && (!only_heading || !piece.separators.empty()))
      joined.stays_by.push_back(begin);
    only_heading = only_heading && (piece.whole_words || style.rise > Pt{});
    if (piece.unbroken) joined.unbroken.emplace_back(begin, joined.text.size());
    const bool name = piece.isolate != text::Isolation::none && !piece.lang.empty() && joined.text[begin] != ' ' &&
                      joined.text.size() - begin < longest_name;  // not the dot between two
    if (piece.together || name) joined.together.emplace_back(begin, joined.text.size());
    joined.stretches.push_back({begin, joined.text.size(), &context.styles[piece.style],
                                piece.lang.empty() ? lang : piece.lang, piece.isolate, isolated});
    isolated = piece.isolate != text::Isolation::none;
    joined.inlines.push_back(i);
  }
  if (!paragraph.runs_on) drop_last_blank(joined);
  return joined;
}

}  // namespace readout::layout
