#include "layout/paragraph.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <string_view>
#include "base/utf8.hpp"
#include "layout/clusters.hpp"
#include "layout/kept_shapes.hpp"
#include "layout/known_paragraphs.hpp"
#include "layout/set_line.hpp"

namespace readout::layout {
namespace {

constexpr std::size_t longest_quote = 32;  // letters of a word that a message shows

Pt em_of(const Paragraph& paragraph, const SettingContext& context) {
  Pt em;
  for (const auto& piece : paragraph.content) em = max(em, context.story->text_styles[piece.style].latin.size);
  return em;
}

/// Where lines need not be equal a word is broken for a very short one only.
constexpr double hyphens_when_ragged = 8;

/// In a narrow measure the blanks of justified lines would gape.
bool is_justified(const ParagraphStyle& style, Pt em, Pt measure) {
  return style.align == Align::justify && !style.balance && measure >= style.lines.ragged_below.at(em);
}

LineBreakParams params_for(const ParagraphStyle& style, Pt em, Pt measure) {
  const LineRules& rules = style.lines;
  LineBreakParams params;
  params.pretolerance = rules.pretolerance;
  params.tolerance = rules.tolerance;
  params.loose_tolerance = rules.loose_tolerance;
  params.dear_cost = least_tie_cost;
  params.dear_tolerance = tie_cost;
  params.line_penalty = rules.line_penalty;
  params.adjacent_demerits = rules.adjacent_demerits;
  params.double_hyphen_demerits = rules.double_hyphen_demerits;
  params.final_hyphen_demerits = rules.final_hyphen_demerits;
  params.stub_demerits = rules.stub_demerits;
  params.stub_width = min(rules.last_line.at(em), measure / 5);
  params.max_hyphens = static_cast<int>(rules.max_hyphens);
  params.emergency_stretch = rules.emergency_stretch.at(em);
  if (is_justified(style, em, measure)) return params;
  params.line_end_stretch = rules.ragged_stretch.at(em);
  params.tolerance = std::max(params.tolerance, params.loose_tolerance);  // short is not loose: what it costs decides
  return params;
}

NodeParams node_params_for(const ParagraphStyle& style, Direction direction, Pt em, Pt measure,
                           const SettingContext& context) {
  const bool justified = is_justified(style, em, measure);
  const bool stretches = justified && style.lines.kashida && direction == Direction::rtl;
  return {!justified,
          style.lines.hang && justified && direction == Direction::ltr,
          style.lines.hyphen_penalty * (style.align == Align::justify && !justified ? hyphens_when_ragged : 1),
          style.lines.explicit_hyphen_penalty,
          measure,
          stretches ? style.lines.kashida_share : 0,
          style.lines.space_width,
          style.lines.space_stretch,
          style.lines.space_shrink,
          justified ? style.lines.expand : 0,
          style.balance,
          &context};
}

/// A paragraph's nodes, and where its lines end.
struct Chosen {
  ParagraphNodes nodes;
  BrokenLines broken;
};

/// Lines as loose as one blank beside an address must be where a letter more would be too many: in the emergency pass,
/// which a tighter bound would lead to, a gap counts for less than to part the address.
constexpr double loose_beside_address = 20000;

/// Blanks of some line are more than twice as wide as by themselves.
bool gapes(const BrokenLines& broken) {
  constexpr double gaping = 2.5;
  return std::any_of(broken.lines.begin(), broken.lines.end(), [](const Line& line) { return line.ratio >= gaping; });
}

/// Words are looked up in the patterns only where the first pass finds no good lines without broken words.
Chosen choose_lines(Clusters& clusters, const Paragraph& paragraph, Pt measure, SettingContext& context) {
  const ParagraphStyle& style = context.story->paragraph_styles[paragraph.style];
  const Pt em = em_of(paragraph, context);
  const auto node_params = node_params_for(style, paragraph.direction, em, measure, context);
  auto params = params_for(style, em, measure);
  auto nodes = nodes_of(clusters, node_params);
  if (context.tight && nodes.has_emergencies && !style.lines.hyphenate && add_hyphens(clusters, paragraph, context))
    nodes = nodes_of(clusters, node_params);
  if (nodes.has_addresses) params.tolerance = std::max(params.tolerance, loose_beside_address);
  if (style.balance && node_params.rigid && !nodes.has_emergencies) {
    auto broken = balance_lines(nodes.nodes, measure, params);
    return {std::move(nodes), std::move(broken)};
  }
  if (style.lines.hyphenate) {
    auto good = params.pretolerance >= 0 ? break_without_hyphens(nodes.nodes, measure, params) : std::nullopt;
    if (good) return {std::move(nodes), std::move(*good)};
    if (add_hyphens(clusters, paragraph, context)) nodes = with_hyphens(nodes, clusters, node_params);
    params.pretolerance = -1;
  } else if (!nodes.has_hyphens) {
    params.pretolerance = -1;
  }
  auto broken = break_lines(nodes.nodes, measure, params);
  if (style.lines.hyphenate && !node_params.rigid && gapes(broken) &&
      add_hyphens(clusters, paragraph, context, Hyphens::with_capitals)) {
    nodes = nodes_of(clusters, node_params);
    broken = break_lines(nodes.nodes, measure, params);
  }
  return {std::move(nodes), std::move(broken)};
}

// ---- what does not fit --------------------------------------------------------------------------

/// The word around a byte.
std::string_view word_at(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind(' ');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find(' ', at), text.size()) - begin);
}

/// The word as it is in the source, which may be set in capitals; itself when the source has it otherwise.
std::string_view as_written(std::string_view word, std::string_view source) {
  for (std::size_t at = 0, end = 0; at < source.size(); at = end + 1) {
    end = std::min(source.find_first_of(" \t\r\n", at), source.size());
    const std::string_view written = source.substr(at, end - at);
    if (text::upper_case(written) == word) return written;
  }
  return word;
}

/// A word for a message: no more of it than is needed to find it, and nothing that cannot be seen.
std::string told_word(std::string_view word) {
  std::string told;
  std::size_t at = 0;
  for (std::size_t letters = 0; at < word.size() && letters < longest_quote;) {
    const auto [letter, length] = utf8::decode(word, at);
    if (!is_break_mark(letter)) {
      told += word.substr(at, length);
      ++letters;
    }
    at += length;
  }
  return told + (at < word.size() ? "…" : "");
}

class OverfullTeller {
 public:
  OverfullTeller(const Paragraph& paragraph, const Clusters& clusters, const ParagraphNodes& nodes, Pt measure,
                 SettingContext& context)
      : paragraph_(paragraph), clusters_(clusters), nodes_(nodes), measure_(measure), context_(context) {}

  void tell(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      if (line.overfull) tell_at(line, "sticks out of");
      else if (is_emergency(nodes_.nodes[line.end])) tell_at(line, "is broken inside to fit");
    }
  }

 private:
  static bool is_emergency(const Node& node) {
    const auto* penalty = std::get_if<Penalty>(&node);
    const auto* glue = std::get_if<Glue>(&node);
    return (penalty != nullptr && penalty->cost == emergency_cost) ||
           (glue != nullptr && glue->cost == emergency_blank_cost);
  }

  void tell_at(const Line& line, std::string_view what) {
    ++context_.particulars;
    const std::uint32_t end = nodes_.cluster_at[line.end];
    const Cluster& last = clusters_.list[end == 0 ? 0 : end - 1];
    const Inline& piece = paragraph_.content[clusters_.joined.inlines[clusters_.shaped.runs[last.run].stretch]];
    const std::string_view text = clusters_.joined.text;
    // A word of a thousand lines is looked up once, not at each of them.
    const char* const at = text.data() + last.begin;
    const bool in_last_word = at >= last_.word.data() && at < last_.word.data() + last_.word.size();
    if (in_last_word && last_.piece == &piece && last_.what == what) return;
    last_ = {word_at(text, last.begin), what, &piece};
    const Span place = piece.span.valid() ? piece.span : context_.place;
    const bool capitals = context_.story->text_styles[piece.style].latin.upper_case;
    const std::string word = told_word(capitals ? as_written(last_.word, piece.text) : last_.word);
    const auto message = fmt::format("\"{}\" {} a line of {:.1f} pt", word, what, measure_.points());
    if (was_told(context_, "layout.overfull", place, message)) return;
    context_.diags->warning("layout.overfull", place, message)
        .hint("shorten it, or put a soft hyphen (U+00AD) where it may be broken");
  }

  const Paragraph& paragraph_;
  const Clusters& clusters_;
  const ParagraphNodes& nodes_;
  Pt measure_;
  SettingContext& context_;
  struct Told {
    std::string_view word, what;
    const Inline* piece = nullptr;
  } last_;
};

// ---- widths -------------------------------------------------------------------------------------

/// As it was shaped before, or shaped now.
Clusters shaped(const Paragraph& paragraph, const std::string& lang, SettingContext& context) {
  if (context.kept != nullptr)
    if (auto known = context.kept->take(paragraph, lang)) return std::move(*known);
  return shape_paragraph(paragraph, lang, context);
}

Widths measure(Clusters& clusters, const Paragraph& paragraph, SettingContext& context, LineWidths* lines = nullptr) {
  if (context.tight) add_hyphens(clusters, paragraph, context);
  const auto nodes = nodes_of(clusters, {true, false, 50, 50, Pt{}});
  if (lines != nullptr) *lines = line_widths_of(nodes.nodes, context.tight);
  return widths_of(nodes.nodes, context.tight);
}

/// A line without ink is as high as its style.
SetLine empty_line(const Paragraph& paragraph, SettingContext& context) {
  SetLine line;
  if (paragraph.content.empty()) return line;
  const auto& latin = context.styles[paragraph.content.front().style].latin;
  const text::Face* face = latin.faces.empty() ? nullptr : context.fonts->face(latin.faces.front(), *context.diags);
  if (face == nullptr) return line;
  line.ascent = latin.size * face->metrics().ascender / face->metrics().units_per_em;
  line.descent = latin.size * -face->metrics().descender / face->metrics().units_per_em;
  return line;
}

SetParagraph set_anew(const Paragraph& paragraph, const std::string& lang, Pt measure, SettingContext& context) {
  const ParagraphStyle& style = context.story->paragraph_styles[paragraph.style];
  Clusters clusters = shaped(paragraph, lang, context);
  SetParagraph set{{}, style.leading};
  if (clusters.list.empty()) {
    set.lines.push_back(empty_line(paragraph, context));
    return set;
  }
  const auto [nodes, broken] = choose_lines(clusters, paragraph, measure, context);
  OverfullTeller(paragraph, clusters, nodes, measure, context).tell(broken.lines);
  const LineParams params{paragraph, clusters, nodes, measure, is_justified(style, em_of(paragraph, context), measure),
                          context};
  set.lines = set_lines(broken.lines, params);
  return set;
}

using Cell = KnownParagraphs::CellWidths;

/// What make() gave for an equal paragraph, or gives now. It is left for those that follow where it depends on nothing
/// else.
template <class Result, class Make>
Result known_or(Recent<Result> KnownParagraphs::*results, const Paragraph& paragraph, std::string_view lang, Pt measure,
                SettingContext& context, const Make& make) {
  if (context.known == nullptr || context.tight || context.failed) return make();
  const std::string_view key = context.known->key_of(paragraph, lang, measure, context);
  if (key.empty()) return make();
  Recent<Result>& known = context.known->*results;
  if (const Result* const found = known.find(key)) return *found;
  const unsigned particulars = context.particulars;
  const std::size_t told = context.diags->all().size();
  Result made = make();
  if (context.particulars == particulars && context.diags->all().size() == told && !context.failed)
    known.keep(key, made);
  return made;
}

}  // namespace

SetParagraph set_paragraph(const Paragraph& paragraph, const std::string& lang, Pt measure, SettingContext& context) {
  return known_or(&KnownParagraphs::set, paragraph, lang, measure, context,
                  [&] { return set_anew(paragraph, lang, measure, context); });
}

Widths measure_paragraph(const Paragraph& paragraph, const std::string& lang, SettingContext& context) {
  const auto anew = [&] {
    Clusters clusters = shape_paragraph(paragraph, lang, context);
    return Cell{measure(clusters, paragraph, context), {}};
  };
  return known_or(&KnownParagraphs::labels, paragraph, lang, Pt{}, context, anew).widths;
}

Widths measure_cell(const Paragraph& paragraph, const std::string& lang, SettingContext& context, LineWidths* lines) {
  const auto anew = [&] {
    Cell cell;
    Clusters clusters = shaped(paragraph, lang, context);
    cell.widths = measure(clusters, paragraph, context, lines != nullptr ? &cell.lines : nullptr);
    const bool as_shaped = !context.tight;  // without hyphens of the patterns
    if (context.kept != nullptr && as_shaped) context.kept->keep(paragraph, lang, std::move(clusters));
    return cell;
  };
  if (lines == nullptr) return known_or(&KnownParagraphs::labels, paragraph, lang, Pt{}, context, anew).widths;
  Cell cell = known_or(&KnownParagraphs::cells, paragraph, lang, Pt{}, context, anew);
  *lines = std::move(cell.lines);
  return cell.widths;
}

}  // namespace readout::layout
