#include "layout/set_line.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include "base/utf8.hpp"
#include "layout/kashida.hpp"

namespace readout::layout {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";

/// A cluster on this line, the letters of a word that runs from left to right, or the half of a broken cluster.
struct PieceOfLine {
  std::uint32_t cluster = 0, last = 0;  ///< indices of its first and its last
  std::uint32_t begin = 0, end = 0;     ///< bytes of the paragraph's text
  std::span<const text::Glyph> glyphs;  ///< visual order
  Pt width;
  Pt extra{};               ///< given or taken by justification
  bool whole = true;        ///< false: half a cluster
  bool letters = false;     ///< of a word, which others may join
  bool hyphenated = false;  ///< ends in a soft hyphen that shows
  bool hangs = false;
  int scale = 1000;  ///< thousandths of their width that the glyphs are drawn with
};

/// Pieces of one run at one level.
struct Segment {
  std::size_t begin = 0, end = 0;  ///< pieces
  std::uint32_t run = 0;
  std::uint8_t level = 0;
  bool hangs = false;
  Pt width;
  Pt left{};
};

/// A stretch of the paragraph's text as a run has it: without layout controls.
class RunText {
 public:
  RunText(std::string_view text, std::size_t begin) : begin_(begin) {
    const bool may_have_controls = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (may_have_controls) leave_out_controls(text);
    else text_ = std::string(text);
  }

  /// Where a byte of the paragraph's text is in here. Cost: logarithmic in the controls.
  [[nodiscard]] std::size_t place_of(std::size_t byte) const {
    if (gone_.empty()) return byte - begin_;
    const auto after = std::upper_bound(gone_.begin(), gone_.end(), byte - begin_,
                                        [](std::size_t at, const Gone& gone) { return at < gone.end; });
    return byte - begin_ - (after == gone_.begin() ? 0 : std::prev(after)->bytes);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void leave_out_controls(std::string_view text) {
    std::size_t kept = 0;  // from here on nothing was taken over yet
    for (std::size_t at = 0; at < text.size();) {
      const auto decoded = utf8::decode(text, at);
      const std::size_t end = at + decoded.length;
      if (decoded.length > 1 && is_layout_control(decoded.value)) {
        text_.append(text, kept, at - kept);
        kept = end;
        gone_.push_back({end, decoded.length + (gone_.empty() ? 0 : gone_.back().bytes)});
      }
      at = end;
    }
    text_.append(text, kept);
    text_.shrink_to_fit();
  }

  struct Gone {
    std::size_t end = 0, bytes = 0;  ///< of a control; of all up to it
  };
  std::size_t begin_;
  std::string text_;
  std::vector<Gone> gone_;
};

class LineSetter {
 public:
  LineSetter(const std::vector<Line>& lines, const LineParams& params)
      : params_(params),
        clusters_(params.clusters),
        lines_(lines),
        rtl_(params.paragraph.direction == text::Direction::rtl),
        has_notes_(std::any_of(params.paragraph.content.begin(), params.paragraph.content.end(),
                               [](const Inline& piece) { return piece.note.has_value(); })) {}

  SetLine set(std::size_t index) {
    begin(index);
    SetLine out;
    out.ratio = line_.ratio;
    out.overfull = line_.overfull;
    if (params_.justified && line_.ratio > 0) stretch();
    measure_pieces();
    hang_out();
    if (params_.justified) expand();
    if (params_.justified && (line_.ratio != 0 || scale_ != 1000 || rules().space_width != 1)) justify();
    cut_segments();
    out.width = width_;
    out.x = left_end();
    place(out);
    note_marks(out);
    return out;
  }

 private:
  const text::Run& run_of(std::uint32_t cluster) const { return clusters_.shaped.runs[clusters_.list[cluster].run]; }
  std::uint32_t inline_of(std::uint32_t run) const {
    return clusters_.joined.inlines[clusters_.shaped.runs[run].stretch];
  }

  void begin(std::size_t index) {
    line_ = lines_[index];
    is_last_ = index + 1 == lines_.size();
    pieces_.clear();
    stretched_.clear();
    segments_.clear();
    width_ = hang_width_ = hang_start_ = Pt{};
    scale_ = 1000;
    if (index > 0) begin_after(lines_[index - 1].end);
    const auto& at = params_.nodes.cluster_at;
    pieces_.reserve(at[line_.last] - at[line_.first] + 2);
    for (std::uint32_t i = at[line_.first]; i < at[line_.end]; ++i) add_whole(i);
    if (std::holds_alternative<Discretionary>(params_.nodes.nodes[line_.end])) add_before(at[line_.end]);
    else hang(at[line_.end], at[line_.last]);
  }

  const LineRules& rules() const { return params_.context.story->paragraph_styles[params_.paragraph.style].lines; }

  void begin_after(std::size_t node) {
    if (!std::holds_alternative<Discretionary>(params_.nodes.nodes[node])) return;
    const std::uint32_t i = params_.nodes.cluster_at[node];
    const Split& split = clusters_.splits[clusters_.list[i].split];
    pieces_.push_back({i, i, split.at, clusters_.list[i].end, split.after, split.after_width});
    pieces_.back().whole = false;
  }

  void add_whole(std::uint32_t i) {
    const Cluster& cluster = clusters_.list[i];
    if (cluster.begin == cluster.end && cluster.glyph_count == 0)
      return;  // a hyphen of the patterns that does not show
    const text::Run& run = run_of(i);
    const auto glyphs = std::span(run.glyphs).subspan(cluster.first_glyph, cluster.glyph_count);
    const bool is_letter = cluster.kind == Cluster::Kind::ink && may_give(run) && !glyphs.empty() &&
                           glyphs.front().cluster == cluster.begin;
    if (is_letter && !pieces_.empty() && joins(pieces_.back(), i, glyphs)) return;
    pieces_.push_back({i, i, cluster.begin, cluster.end, glyphs, cluster.width});
    pieces_.back().letters = is_letter;
  }

  /// A letter that stands behind those of the piece becomes one of them: a word is one piece, not seven.
  bool joins(PieceOfLine& piece, std::uint32_t i, std::span<const text::Glyph> glyphs) const {
    const Cluster& letter = clusters_.list[i];
    if (!piece.letters || clusters_.list[piece.last].run != letter.run || piece.end != letter.begin) return false;
    piece.last = i;
    piece.end = letter.end;
    piece.glyphs = {piece.glyphs.data(), piece.glyphs.size() + glyphs.size()};
    piece.width += letter.width;
    return true;
  }

  void add_before(std::uint32_t i) {
    const Cluster& cluster = clusters_.list[i];
    const Split& split = clusters_.splits[cluster.split];
    pieces_.push_back({i, i, cluster.begin, split.at, split.before, split.before_width});
    pieces_.back().whole = false;
    pieces_.back().hyphenated = true;
  }

  /// The blanks that a line ends with; of a separator the first alone.
  void hang(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last && clusters_.list[i].kind == Cluster::Kind::space; ++i) {
      add_whole(i);
      pieces_.back().hangs = true;
    }
  }

  /// Words that may be made longer take their share of what is missing; what they leave the spaces take.
  void stretch() {
    const auto& all = params_.nodes.kashidas;
    const auto& at = params_.nodes.cluster_at;
    const auto before = [](const KashidaPlace& place, std::uint32_t cluster) { return place.first < cluster; };
    const auto from = std::lower_bound(all.begin(), all.end(), at[line_.first], before);
    const auto to = std::lower_bound(from, all.end(), at[line_.end], before);
    Pt elastic;
    for (auto place = from; place != to; ++place) elastic += place->stretch;
    stretched_ =
        stretch_words(clusters_, {from, to}, Pt::from_points(elastic.points() * line_.ratio), rules(), params_.context);
    for (const StretchedWord& word : stretched_) take_over(word);
  }

  void take_over(const StretchedWord& word) {
    for (PieceOfLine& piece : pieces_) {
      if (!piece.whole || piece.cluster < word.first || piece.cluster >= word.first + word.parts.size()) continue;
      const StretchedWord::Part& part = word.parts[piece.cluster - word.first];
      piece.glyphs = std::span(word.glyphs).subspan(part.first_glyph, part.glyph_count);
      piece.width = part.width;
    }
  }

  void measure_pieces() {
    std::optional<std::uint32_t> last;
    for (const PieceOfLine& piece : pieces_) {
      (piece.hangs ? hang_width_ : width_) += piece.width;
      if (!piece.hangs && piece.whole && !piece.glyphs.empty()) last = piece.last;
    }
    if (last) width_ -= tracking_after(*last);
  }

  /// Margin kerning, as the nodes have it.
  void hang_out() {
    const auto& nodes = params_.nodes.nodes;
    if (const auto* box = std::get_if<Box>(&nodes[line_.first])) hang_start_ = box->hang_before;
    Pt end;
    if (const auto* disc = std::get_if<Discretionary>(&nodes[line_.end]))
      end = clusters_.splits[clusters_.list[params_.nodes.cluster_at[line_.end]].split].before_width - disc->before;
    else end = hang_at_end(nodes, line_.first, line_.end);
    width_ -= hang_start_ + end;
  }

  /// The letterspace behind the line's last letter is no part of the line.
  Pt tracking_after(std::uint32_t i) const {
    if (i + 1 >= clusters_.list.size()) return {};
    const text::Run& run = run_of(i);
    const text::Run& next = run_of(i + 1);
    const auto tracking = [&](const text::Run& r) {
      return r.arabic ? Pt{} : clusters_.joined.stretches[r.stretch].style->latin.tracking;
    };
    return run.level == next.level && tracking(next) != Pt{} ? tracking(run) : Pt{};
  }

  /// Letters become wider or narrower, as far as they may, before the spaces do.
  void expand() {
    const double most = rules().expand;
    if (most <= 0) return;
    const Pt missing = params_.measure - width_;
    Pt elastic;
    for (const PieceOfLine& piece : pieces_)
      if (is_elastic(piece)) elastic += piece.width;
    if (elastic <= Pt{} || (missing > Pt{} && is_filled())) return;
    scale_ = 1000 + static_cast<int>(1000 * std::clamp(missing.points() / elastic.points(), -most, most));
    for (PieceOfLine& piece : pieces_) {
      if (!is_elastic(piece)) continue;
      width_ -= piece.width;
      piece.scale = scale_;
      piece.width = Pt{};
      for (const text::Glyph& glyph : piece.glyphs) piece.width += scaled(glyph.advance, piece);
      width_ += piece.width;
    }
  }
  bool is_elastic(const PieceOfLine& piece) const {
    return !piece.hangs && clusters_.list[piece.cluster].kind != Cluster::Kind::space &&
           may_give(run_of(piece.cluster));
  }
  bool is_filled() const {
    const auto& nodes = params_.nodes.nodes;
    return std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(line_.first),
                       nodes.begin() + static_cast<std::ptrdiff_t>(line_.end), [](const Node& node) {
                         const auto* glue = std::get_if<Glue>(&node);
                         return glue != nullptr && glue->fill;
                       });
  }
  static Pt scaled(Pt width, const PieceOfLine& piece) {
    return piece.scale == 1000 ? width : Pt::from_units(width.units() * piece.scale / 1000);
  }

  /// Shares what is missing among the spaces in proportion to their widths, with nothing lost to rounding. Where a
  /// line is filled up at its end, each has the width that is best.
  void justify() {
    const auto gives = [&](const PieceOfLine& piece) {
      return !piece.hangs && clusters_.list[piece.cluster].kind == Cluster::Kind::space;
    };
    Pt spaces;
    for (const PieceOfLine& piece : pieces_)
      if (gives(piece)) spaces += piece.width;
    if (spaces <= Pt{}) return;
    const auto share = [&](double of) { return Pt::from_points(spaces.points() * of); };
    const Pt least = share(rules().space_width - rules().space_shrink - 1);
    const bool short_line = line_.ratio == 0 && scale_ == 1000 && is_filled();
    const Pt missing = short_line ? share(rules().space_width - 1) : max(params_.measure - width_, least);
    Pt seen, given;
    for (PieceOfLine& piece : pieces_) {
      if (!gives(piece)) continue;
      seen += piece.width;
      const Pt due = Pt::from_units(missing.units() * seen.units() / spaces.units());
      piece.extra = due - given;
      given = due;
    }
    width_ += missing;
  }

  void cut_segments() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const PieceOfLine& piece = pieces_[i];
      const std::uint32_t run = clusters_.list[piece.cluster].run;
      const std::uint8_t level = piece.hangs ? (rtl_ ? 1 : 0) : run_of(piece.cluster).level;
      const bool joins = !segments_.empty() && segments_.back().run == run && segments_.back().level == level &&
                         (segments_.back().hangs == piece.hangs || !is_link(run));
      if (!joins) segments_.push_back({i, i, run, level, piece.hangs, {}, {}});
      segments_.back().end = i + 1;
      segments_.back().width += piece.width + piece.extra;
    }
  }
  /// A link's area ends with its ink.
  bool is_link(std::uint32_t run) const {
    const Role role = params_.paragraph.content[inline_of(run)].role;
    return role == Role::link || role == Role::reference;
  }

  Pt left_end() const {
    const Align align = params_.context.story->paragraph_styles[params_.paragraph.style].align;
    const Pt spare = params_.measure - width_;
    if (align == Align::centre) return spare / 2;
    return ((align == Align::end) != rtl_ ? spare : Pt{}) - hang_start_;
  }

  void place(SetLine& out) {
    find_lefts();
    out.runs.reserve(segments_.size());
    for (const Segment& segment : segments_) {
      LineRun placed = placed_run(segment);
      if (placed.run.glyphs.empty()) continue;
      grow(out, placed);
      out.runs.push_back(std::move(placed));
    }
    if (!out.runs.empty()) out.runs.back().run.ends_line = !is_last_;
  }

  void find_lefts() {
    Pt pen = rtl_ ? -hang_width_ : Pt{};
    const auto put = [&](Segment& segment) {
      segment.left = pen;
      pen += segment.width;
    };
    if (segments_.size() == 1) return put(segments_[0]);
    std::vector<std::uint8_t> levels;
    std::vector<Segment*> seen;  // nullptr: the end of an isolate, which takes no room
    for (Segment& segment : segments_) {
      if (const std::uint8_t edge = edge_before(segment); edge != text::no_edge) {
        levels.push_back(edge);
        seen.push_back(nullptr);
      }
      levels.push_back(segment.level);
      seen.push_back(&segment);
    }
    for (const std::size_t i : text::visual_order(levels))
      if (seen[i] != nullptr) put(*seen[i]);
  }
  /// Level of the isolate's end between a segment and the one before it on the line.
  std::uint8_t edge_before(const Segment& segment) const {
    const bool first = &segment == &segments_.front() || (&segment)[-1].run == segment.run;
    return first ? text::no_edge : clusters_.shaped.runs[segment.run].edge;
  }

  LineRun placed_run(const Segment& segment) {
    const text::Run& from = clusters_.shaped.runs[segment.run];
    const std::uint32_t index = inline_of(segment.run);
    const TextStyle& style = params_.context.story->text_styles[params_.paragraph.content[index].style];
    PlacedRun run;
    run.origin = {segment.left, -style.rise};
    run.width = segment.width;
    run.face = from.face;
    run.size = from.size;
    run.colour = style.colour;
    if (may_give(from)) run.scale = scale_;
    run.level = segment.level;
    run.rtl_paragraph = rtl_;
    run.style = params_.context.story->paragraph_styles[params_.paragraph.style].name;
    fill(run, std::span(pieces_).subspan(segment.begin, segment.end - segment.begin));
    return {std::move(run), index};
  }

  /// Text in logical order, glyphs in visual order.
  void fill(PlacedRun& run, std::span<const PieceOfLine> pieces) {
    const std::size_t begin = pieces.front().begin;
    RunText text(std::string_view(clusters_.joined.text).substr(begin, pieces.back().end - begin), begin);
    Pt pen;
    glyphs_.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i)
      add_glyphs(pieces[run.level % 2 == 1 ? pieces.size() - 1 - i : i], text, pen);
    run.glyphs = glyphs_;
    run.text = text.take();
    if (!pieces.back().hyphenated) return;
    run.text += soft_hyphen;
    run.text.shrink_to_fit();
  }

  void add_glyphs(const PieceOfLine& piece, const RunText& text, Pt& pen) {
    for (std::size_t i = 0; i < piece.glyphs.size(); ++i) {
      const text::Glyph& glyph = piece.glyphs[i];
      const std::size_t place = text.place_of(piece.whole && !piece.letters ? piece.begin : glyph.cluster);
      const Pt advance = scaled(glyph.advance, piece) + (i + 1 == piece.glyphs.size() ? piece.extra : Pt{});
      glyphs_.push_back(
          {glyph.id, static_cast<std::uint32_t>(place), pen + scaled(glyph.dx, piece), glyph.dy, advance});
      pen += advance;
    }
  }

  void grow(SetLine& out, const LineRun& placed) const {
    const text::Face* face = params_.context.fonts->face(placed.run.face, *params_.context.diags);
    if (face == nullptr) return;
    const auto& metrics = face->metrics();
    const auto at_size = [&](int units) { return placed.run.size * units / metrics.units_per_em; };
    out.ascent = max(out.ascent, at_size(metrics.ascender) - placed.run.origin.y);
    out.descent = max(out.descent, at_size(-metrics.descender) + placed.run.origin.y);
  }

  void note_marks(SetLine& out) const {
    if (!has_notes_) return;
    for (const PieceOfLine& piece : pieces_) {
      const text::Run& run = run_of(piece.cluster);
      if (piece.begin != run.begin || piece.begin != clusters_.joined.stretches[run.stretch].begin) continue;
      const auto& note = params_.paragraph.content[inline_of(clusters_.list[piece.cluster].run)].note;
      if (note) out.notes.push_back(*note);
    }
  }

  const LineParams& params_;
  const Clusters& clusters_;
  const std::vector<Line>& lines_;
  bool rtl_, has_notes_;

  // Of the line that is being set; their memory serves the next.
  Line line_;
  bool is_last_ = false;
  std::vector<PieceOfLine> pieces_;  ///< logical order
  std::vector<StretchedWord> stretched_;
  std::vector<Segment> segments_;
  std::vector<PlacedGlyph> glyphs_;  ///< of a run
  Pt width_, hang_width_;
  Pt hang_start_;     ///< stands left of the measure
  int scale_ = 1000;  ///< of letters that may give
};

}  // namespace

std::vector<SetLine> set_lines(const std::vector<Line>& lines, const LineParams& params) {
  std::vector<SetLine> set;
  set.reserve(lines.size());
  LineSetter setter(lines, params);
  for (std::size_t i = 0; i < lines.size(); ++i) set.push_back(setter.set(i));
  return set;
}

}  // namespace readout::layout
