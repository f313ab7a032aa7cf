#include "layout/clusters.hpp"

#include <fmt/format.h>
#include <algorithm>
#include "base/timing.hpp"
#include "base/utf8.hpp"
#include "text/characters.hpp"

namespace readout::layout {
namespace {

constexpr char32_t soft_hyphen_character = 0x00AD;

Pt width_of(const std::vector<text::Glyph>& glyphs) {
  Pt width;
  for (const auto& glyph : glyphs) width += glyph.advance;
  return width;
}

/// Cuts runs into clusters. Characters without glyphs belong to the cluster before them (or after, at a run's
/// start), but layout controls become clusters of their own.
class Cutter {
 public:
  Cutter(Clusters& out, const SettingContext& context) : out_(out), text_(out.joined.text), context_(context) {}

  void cut() {
    std::size_t glyphs = 0;
    for (const text::Run& run : out_.shaped.runs) glyphs += run.glyphs.size();
    out_.list.reserve(glyphs);
    for (run_ = 0; run_ < out_.shaped.runs.size(); ++run_) cut_run(out_.shaped.runs[run_]);
  }

 private:
  void cut_run(const text::Run& run) {
    const auto& glyphs = run.glyphs;
    if (glyphs.empty()) return add(run, run.begin, run.end, 0, 0);
    const bool rtl = run.level % 2 == 1;
    const text::Glyph* const first = rtl ? &glyphs.back() : &glyphs.front();  // of the text
    const std::ptrdiff_t step = rtl ? -1 : 1;
    std::size_t begin = run.begin;
    for (std::size_t done = 0; done < glyphs.size();) {
      const auto nth = [&](std::size_t i) { return first[static_cast<std::ptrdiff_t>(i) * step].cluster; };
      const std::uint32_t cluster = nth(done);
      std::size_t next = done + 1;
      while (next < glyphs.size() && nth(next) == cluster) ++next;
      const std::size_t end = next < glyphs.size() ? nth(next) : run.end;
      const std::size_t from = rtl ? glyphs.size() - next : done;
      if (end == begin + 1) add_byte(run, begin, from, next - done);
      else add(run, begin, end, from, next - done);
      begin = end;
      done = next;
    }
  }

  /// Most of what is read: one character of ASCII.
  void add_byte(const text::Run& run, std::size_t begin, std::size_t first, std::size_t count) {
    Pt width;
    for (std::size_t i = first; i < first + count; ++i) width += run.glyphs[i].advance;
    out_.list.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1),
                         static_cast<std::uint32_t>(run_), static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(count), width,
                         text_[begin] == ' ' ? Cluster::Kind::space : Cluster::Kind::ink, 0});
  }

  /// Peels layout controls off both ends of [begin, end); what is between has the glyphs.
  void add(const text::Run& run, std::size_t begin, std::size_t end, std::size_t first, std::size_t count) {
    while (begin < end) {
      const auto decoded = utf8::decode(text_, begin);
      if (!is_layout_control(decoded.value)) break;
      add_control(run, begin, decoded);
      begin += decoded.length;
    }
    std::size_t ink_end = begin;
    for (std::size_t at = begin; at < end;) {
      const auto decoded = utf8::decode(text_, at);
      at += decoded.length;
      if (!is_layout_control(decoded.value)) ink_end = at;
    }
    if (begin < ink_end) add_ink(run, begin, ink_end, first, count);
    for (std::size_t at = ink_end; at < end;) {
      const auto decoded = utf8::decode(text_, at);
      add_control(run, at, decoded);
      at += decoded.length;
    }
  }

  Cluster& push(std::size_t begin, std::size_t end) {
    Cluster& cluster = out_.list.emplace_back();
    cluster.begin = static_cast<std::uint32_t>(begin);
    cluster.end = static_cast<std::uint32_t>(end);
    cluster.run = static_cast<std::uint32_t>(run_);
    return cluster;
  }

  void add_ink(const text::Run& run, std::size_t begin, std::size_t end, std::size_t first, std::size_t count) {
    Cluster& cluster = push(begin, end);
    cluster.first_glyph = static_cast<std::uint32_t>(first);
    cluster.glyph_count = static_cast<std::uint32_t>(count);
    for (std::size_t i = first; i < first + count; ++i) cluster.width += run.glyphs[i].advance;
    const auto text = std::string_view(text_).substr(begin, end - begin);
    if (text == " " || text == "\xC2\xA0") cluster.kind = Cluster::Kind::space;
    const std::size_t hyphen = text.find("\xC2\xAD");
    if (hyphen != std::string_view::npos) split_ligature(run, cluster, begin + hyphen);
  }

  void add_control(const text::Run& run, std::size_t at, utf8::Decoded decoded) {
    Cluster& cluster = push(at, at + decoded.length);
    if (decoded.value != soft_hyphen_character) return;
    const std::size_t after = at + decoded.length;
    make_split(cluster, {static_cast<std::uint32_t>(after), hyphen_of(run, at), {}, {}, {}, false});
  }

  /// The soft hyphen lies in a ligature: its halves are shaped by themselves.
  void split_ligature(const text::Run& run, Cluster& cluster, std::size_t hyphen) {
    auto before = piece_of(run, cluster.begin, hyphen);
    const auto mark = hyphen_of(run, hyphen);
    before.insert(run.level % 2 == 1 ? before.begin() : before.end(), mark.begin(), mark.end());
    const std::size_t after = hyphen + 2;
    make_split(
        cluster,
        {static_cast<std::uint32_t>(after), std::move(before), piece_of(run, after, cluster.end), {}, {}, false});
  }

  void make_split(Cluster& cluster, Split split) {
    split.before_width = width_of(split.before);
    split.after_width = width_of(split.after);
    cluster.kind = Cluster::Kind::soft_hyphen;
    cluster.split = static_cast<std::uint32_t>(out_.splits.size());
    out_.splits.push_back(std::move(split));
  }

  std::vector<text::Glyph> hyphen_of(const text::Run& run, std::size_t at) {
    auto glyphs = hyphen_glyphs(out_, run, context_);
    for (auto& glyph : glyphs) glyph.cluster = static_cast<std::uint32_t>(at);
    return glyphs;
  }

  std::vector<text::Glyph> piece_of(const text::Run& run, std::size_t begin, std::size_t end) {
    auto glyphs = shape_alone(out_, run, std::string_view(text_).substr(begin, end - begin), context_);
    for (auto& glyph : glyphs) glyph.cluster += static_cast<std::uint32_t>(begin);
    return glyphs;
  }

  Clusters& out_;
  const std::string& text_;
  const SettingContext& context_;
  std::size_t run_ = 0;
};

std::string shown(char32_t character) {
  const bool visible = character > 0x20 && character != 0x7F && !text::is_mark(character) &&
                       !text::is_space(character) && !text::is_default_ignorable(character);
  return visible ? fmt::format("{} ({})", utf8::encode(character), utf8::name_of(character)) : utf8::name_of(character);
}

/// The character itself where it stands in the file, else the whole inline.
Span narrowed(const Sources& sources, Span span, char32_t character) {
  if (!sources.has(span.file)) return span;
  const std::string bytes = utf8::encode(character);
  const std::size_t at = sources.text(span).find(bytes);
  if (at == std::string_view::npos) return span;
  const auto begin = span.begin + static_cast<std::uint32_t>(at);
  return {span.file, begin, begin + static_cast<std::uint32_t>(bytes.size())};
}

void tell_missing(const Clusters& clusters, const InlineText& content, SettingContext& context) {
  for (const auto& missing : clusters.shaped.missing) {
    const Inline& piece = content[clusters.joined.inlines[missing.stretch]];
    if (context.style_known[piece.style] == 0) continue;  // told of the style already
    context.failed = true;
    ++context.particulars;
    const auto& families = context.story->text_styles[piece.style];
    const std::string message =
        fmt::format("no typeface for {} has the character {}", families.latin.family, shown(missing.character));
    if (was_told(context, "font.no-character", piece.span, message)) continue;
    context.diags->error("font.no-character", narrowed(*context.sources, piece.span, missing.character), message)
        .hint("use another character, or add a face that has it to fonts/fonts.toml, with fallback = true");
  }
}

LineEnds line_ends_of(std::string_view text) {
  LineEnds ends{text::break_opportunities(text), std::vector<text::Tie>(text.size(), text::Tie::none)};
  for (std::size_t i = text.find(' '); i != std::string_view::npos; i = text.find(' ', i + 1))
    if (i + 1 < text.size() && ends.before[i + 1] != text::BreakKind::none) ends.ties[i] = text::tie_at(text, i);
  return ends;
}

}  // namespace

bool is_break_mark(char32_t character) {
  return character == soft_hyphen_character || character == 0x200B || character == 0x2060 || character == 0xFEFF;
}

bool is_layout_control(char32_t character) {
  const bool marks = character == 0x200E || character == 0x200F || character == 0x061C;
  const bool brackets = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return is_break_mark(character) || marks || brackets;
}

std::vector<text::Glyph> shape_alone(const Clusters& clusters, const text::Run& run, std::string_view text,
                                     const SettingContext& context) {
  const auto& stretch = clusters.joined.stretches[run.stretch];
  text::Style style = *stretch.style;
  style.latin.faces = style.arabic.faces = {run.face};
  if (run.arabic) style.latin.size = style.arabic.size;
  const auto direction = run.level % 2 == 1 ? text::Direction::rtl : text::Direction::ltr;
  auto shaped = text::shape(text, {{0, text.size(), &style, stretch.lang}}, direction, *context.fonts, *context.diags,
                            context.words);
  if (shaped.runs.empty()) return {};
  return std::move(shaped.runs.front().glyphs);
}

std::vector<text::Glyph> hyphen_glyphs(const Clusters& clusters, const text::Run& run, const SettingContext& context) {
  const text::Face* face = context.fonts->face(run.face, *context.diags);
  return shape_alone(clusters, run, face == nullptr || face->has(0x2010) ? "\xE2\x80\x90" : "-", context);
}

Clusters shape_paragraph(const Paragraph& paragraph, const std::string& lang, SettingContext& context) {
  TIMED("layout.shape");
  Clusters clusters;
  clusters.joined = join_inlines(paragraph, lang, context);
  if (clusters.joined.text.empty() || context.fonts->size() == 0) return clusters;
  clusters.shaped = text::shape(clusters.joined.text, clusters.joined.stretches, paragraph.direction, *context.fonts,
                                *context.diags, context.words);
  tell_missing(clusters, paragraph.content, context);
  clusters.line_ends = line_ends_of(clusters.joined.text);
  Cutter(clusters, context).cut();
  keep_blanks_open(clusters, context);
  return clusters;
}

}  // namespace readout::layout
