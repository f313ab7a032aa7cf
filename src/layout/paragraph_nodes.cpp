// Clusters -> nodes: where a line may end, and at what cost.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include "base/small_words.hpp"
#include "base/utf8.hpp"
#include "layout/clusters.hpp"
#include "layout/hanging.hpp"
#include "layout/kashida.hpp"
#include "text/characters.hpp"
#include "text/grouped_numbers.hpp"
#include "text/ties.hpp"
#include "text/tokens.hpp"

namespace readout::layout {
namespace {

constexpr double inner_cost = 30;
constexpr double dash_cost = 300;         // after the dash of "Qatar–Iraq" in a title, where lines may be short
constexpr double small_word_cost = 145;   // of the blank after a word that leads on, in balanced lines
constexpr double before_dash_cost = 100;  // of the blank before a dash between blanks
constexpr std::size_t nodes_at_ends = 4;
constexpr double code_slash_cost = 1300;  // of a code that is parted all the same rather after a slash than elsewhere
constexpr double address_cost = 300;      // inside an address or a checksum
constexpr double address_hyphen_cost = 600;   // it may be taken for one of the line's end
constexpr double address_letter_cost = 1250;  // rather a line of that badness
constexpr std::size_t short_address = 24;     // bytes of one that is as well kept whole: "www.example.org"
constexpr double dear_hyphen_cost = 600;      // in a word with a capital: rather a line of that badness
constexpr double last_year_cost = 800;        // of the blank before a year that would be alone on the last line

Pt share(Pt width, double of) { return Pt::from_points(width.points() * of); }

/// Of the blank before who said it: rather a line of badness 900 than that alone on the last one.
constexpr double stays_by_cost = 900;
static_assert(stays_by_cost != emergency_blank_cost && ragged_lead_cost != emergency_blank_cost,
              "lines that end there are not told as broken inside");

/// How a line may end right after a cluster.
enum class After : std::uint8_t { stays, blank, hyphen, free };

class NodeBuilder {
 public:
  NodeBuilder(const Clusters& clusters, const NodeParams& params)
      : clusters_(clusters), text_(clusters.joined.text), params_(params) {}

  ParagraphNodes build() {
    find_breaks();
    if (params_.measure > Pt{} && widest_ > params_.measure) find_wide_pieces();
    if (params_.kashida_share > 0 && !params_.rigid) find_kashidas();
    out_.has_addresses = has_addresses_;
    out_.nodes.reserve(clusters_.list.size() / 2 + nodes_at_ends);
    out_.cluster_at.reserve(clusters_.list.size() / 2 + nodes_at_ends);
    for (std::uint32_t i = 0; i < clusters_.list.size(); ++i) {
      i = skip_letters(i);
      const bool separator = is_separator(i);
      if (separator) add_blank(i, i + 2, false);
      else add(i);
      if (separator) i += 2;
    }
    end_box();
    push(Glue{{}, {}, {}, true, false, 0}, clusters_.list.size());
    push(Penalty{forced, false}, clusters_.list.size());
    out_.cluster_at.push_back(static_cast<std::uint32_t>(clusters_.list.size()));
    out_.has_wide_pieces = !wide_.empty();
    return std::move(out_);
  }

  /// Only words with a hyphen are made anew.
  ParagraphNodes build_upon(const ParagraphNodes& before) {
    after_.assign(clusters_.list.size(), After::stays);
    out_.has_hyphens = before.has_hyphens;
    out_.has_addresses = before.has_addresses;
    out_.nodes.reserve(before.nodes.size() + 2 * clusters_.splits.size());
    out_.cluster_at.reserve(before.nodes.size() + 2 * clusters_.splits.size() + 1);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < before.nodes.size(); ++i) {
      const std::uint32_t count = before.cluster_at[i + 1] - before.cluster_at[i];
      const auto [end, hyphenated] = find_hyphens(begin, count);
      if (!hyphenated) push(before.nodes[i], begin);
      for (std::uint32_t k = begin; k < end && hyphenated; ++k) add(k);
      end_box();
      begin = end;
    }
    out_.cluster_at.push_back(begin);
    return std::move(out_);
  }

 private:
  /// Past so many clusters from `begin` on that were there before the patterns were asked, and whether any has come.
  std::pair<std::uint32_t, bool> find_hyphens(std::uint32_t begin, std::uint32_t count) {
    bool found = false;
    std::uint32_t i = begin;
    for (; count > 0; ++i) {
      const Cluster& cluster = clusters_.list[i];
      const bool is_hyphen = cluster.kind == Cluster::Kind::soft_hyphen && clusters_.splits[cluster.split].by_patterns;
      if (is_hyphen) after_[i] = after_hyphen(clusters_.splits[cluster.split]);
      if (!is_hyphen || cluster.begin < cluster.end) --count;  // the hyphen of a ligature stands in its place
      found = found || is_hyphen;
    }
    return {i, found};
  }

  /// A heading that runs into its paragraph stays as it is.
  void find_kashidas() {
    out_.kashidas = kashida_places(clusters_, params_.kashida_share);
    if (params_.faces == nullptr) return;
    std::erase_if(out_.kashidas, [&](const KashidaPlace& place) {
      const auto face_id = clusters_.shaped.runs[clusters_.list[place.first].run].face;
      const text::Face* face = params_.faces->fonts->face(face_id, *params_.faces->diags);
      return face != nullptr && face->bold();
    });
  }

  void find_breaks() {
    after_.assign(clusters_.list.size(), After::stays);
    Pt width;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      const Cluster& cluster = clusters_.list[i];
      width += cluster.width;
      if (cluster.kind == Cluster::Kind::ink && stays_after(cluster.end)) continue;
      if (cluster.kind == Cluster::Kind::space) after_[i] = after_blank(cluster);
      else if (cluster.kind == Cluster::Kind::soft_hyphen) after_[i] = after_hyphen(clusters_.splits[cluster.split]);
      if (after_[i] == After::stays && is_free_after(cluster)) after_[i] = After::free;
      if (after_[i] == After::stays) continue;
      widest_ = max(widest_, width);
      width = Pt{};
    }
    widest_ = max(widest_, width);
  }
  /// Between most letters, without a further look.
  bool stays_after(std::size_t byte) const {
    const auto& before = clusters_.line_ends.before;
    return byte < before.size() && before[byte] == text::BreakKind::none && !text::parts_addresses(text_[byte]) &&
           !has_addresses_ && !has_sums_;
  }
  After after_blank(const Cluster& cluster) const {
    const bool ends = may_end_before(cluster.end) && !text::is_in_grouped_number(text_, cluster.begin);
    return ends ? After::blank : After::stays;
  }
  After after_hyphen(const Split& split) const {
    const bool ends = split.by_patterns ? !is_unbroken(split.at) : may_end_before(split.at);
    return ends ? After::hyphen : After::stays;
  }
  /// Where a line may end without a blank and without a hyphen.
  bool is_free_after(const Cluster& cluster) {
    const bool is_blank = cluster.kind == Cluster::Kind::space;
    if (!is_blank && may_end_before(cluster.end)) return true;
    return parts_address(cluster.end) || parts_address_letters(cluster.end) ||
           (!params_.rigid && parts_sum(cluster.end));
  }

  bool may_end_before(std::size_t byte) const {
    const auto& before = clusters_.line_ends.before;
    return byte < before.size() && before[byte] != text::BreakKind::none && !is_barred(byte);
  }
  /// Where a line must not end though UAX #14 has it.
  bool is_barred(std::size_t byte) const {
    return is_raised_mark(byte) || is_unbroken(byte) || is_after_scheme(byte) || is_no_break_blank_or_dot(byte);
  }

  /// True where a note's mark or a source's number begins: it never parts from the word it stands at.
  bool is_raised_mark(std::size_t byte) const {
    const auto& begins = clusters_.joined.marks;
    return std::binary_search(begins.begin(), begins.end(), byte);
  }

  /// "https://" stays with what it leads to.
  bool is_after_scheme(std::size_t byte) const {
    return byte >= 3 && text_[byte - 1] == '/' && text_.compare(byte - 3, 3, "://") == 0;
  }

  /// Who writes a no-break blank means it, also after a dash, where UAX #14 (LB12a) would let a line end; and no line
  /// begins with the dot of "A · B".
  bool is_no_break_blank_or_dot(std::size_t byte) const {
    return text_[byte] == '\xC2' &&
           (text_.compare(byte, 2, "\xC2\xA0") == 0 || text_.compare(byte, 2, "\xC2\xB7") == 0);
  }

  /// The word around a byte, which is seldom asked for, and then often for the next byte of the same.
  const text::Token& token_at(std::size_t byte) {
    if (byte <= token_.begin || byte >= token_.end) token_ = text::token_at(text_, byte);
    return token_;
  }

  /// True before a dot or the like inside an address, where a line may end beside the places that UAX #14 knows.
  bool parts_address(std::size_t byte) {
    if (byte >= text_.size() || !text::parts_addresses(text_[byte]) || is_before_blank(byte + 1)) return false;
    return !is_unbroken(byte) && text::may_part(text_, token_at(byte), byte);
  }
  /// A justified line that ends before an address gapes; a ragged one may.
  bool parts_address_letters(std::size_t byte) {
    return has_addresses_ && byte < text_.size() && !is_unbroken(byte) &&
           text::may_part_letters(text_, token_at(byte), byte);
  }
  /// A ragged line may be short before a sum, so that the next one holds it whole.
  bool parts_sum(std::size_t byte) const { return has_sums_ && text::parts_sum(text_, byte) && !is_unbroken(byte); }
  bool is_before_blank(std::size_t byte) const { return byte >= text_.size() || text_[byte] == ' '; }

  /// True strictly inside an inline that no line may end in.
  bool is_unbroken(std::size_t byte) const {
    const auto& all = clusters_.joined.unbroken;
    const auto after = std::lower_bound(all.begin(), all.end(), byte,
                                        [](const auto& range, std::size_t at) { return range.first < at; });
    return after != all.begin() && byte < std::prev(after)->second;
  }

  bool is_together(std::size_t byte) const {
    return std::any_of(clusters_.joined.together.begin(), clusters_.joined.together.end(),
                       [&](const auto& range) { return byte > range.first && byte < range.second; });
  }

  bool stays_by(std::size_t byte) const {
    return std::binary_search(clusters_.joined.stays_by.begin(), clusters_.joined.stays_by.end(), byte);
  }

  /// Marks the clusters of every piece that no line can hold; most texts have none.
  void find_wide_pieces() {
    Pt width;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < clusters_.list.size(); ++i) {
      const After after = after_[i];
      if (after != After::blank) width += clusters_.list[i].width;
      if (after == After::stays && i + 1 < clusters_.list.size()) continue;
      if (width > params_.measure) {
        wide_.resize(clusters_.list.size(), 0);
        std::fill(wide_.begin() + signed_of(begin), wide_.begin() + signed_of(i + 1), 1);
      }
      width = Pt{};
      begin = i + 1;
    }
  }
  static std::ptrdiff_t signed_of(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  /// Takes letters inside a word into its box. Gives the first cluster that may be more than that.
  std::uint32_t skip_letters(std::uint32_t i) {
    if (!box_ || !wide_.empty() || !out_.kashidas.empty()) return i;
    const auto& list = clusters_.list;
    for (; i + 1 < list.size() && list[i].kind == Cluster::Kind::ink && after_[i] == After::stays; ++i) {
      box_last_ = i;
      box_width_ += list[i].width;
      if (params_.expand > 0 && may_give(clusters_.shaped.runs[list[i].run])) box_elastic_ += list[i].width;
    }
    return i;
  }

  /// A dot between two blanks that vanishes with them.
  bool is_separator(std::uint32_t i) const {
    const auto& all = clusters_.joined.separators;
    const auto& list = clusters_.list;
    return !all.empty() && i + 2 < list.size() && std::binary_search(all.begin(), all.end(), list[i].begin) &&
           list[i + 1].kind == Cluster::Kind::ink && list[i + 2].kind == Cluster::Kind::space;
  }

  void add(std::uint32_t i) {
    const Cluster& cluster = clusters_.list[i];
    const bool wide = !wide_.empty() && wide_[i] != 0;
    if (cluster.kind == Cluster::Kind::space) return add_blank(i, i, wide);
    if (after_[i] == After::hyphen) return add_hyphen(i);
    if (!box_) box_ = i;
    box_last_ = i;
    box_width_ += cluster.width;
    if (params_.expand > 0 && may_give(clusters_.shaped.runs[cluster.run])) box_elastic_ += cluster.width;
    if (after_[i] == After::free) {
      end_box();
      push(penalty_after(cluster), i + 1);
    } else if (wide && may_be_torn_after(i)) {
      end_box();
      const bool in_sum = parts_sum(cluster.end);
      push(Penalty{in_sum ? address_cost : emergency_cost, false}, i + 1);
      out_.has_emergencies = out_.has_emergencies || !in_sum;
    }
    add_kashida(i);
  }

  void add_kashida(std::uint32_t i) {
    if (next_kashida_ == out_.kashidas.size() || out_.kashidas[next_kashida_].before != i) return;
    end_box();
    push(Glue{{}, out_.kashidas[next_kashida_++].stretch, {}, false, false, 0}, i + 1);
  }

  /// One blank, or a separator from its first blank to its last.
  void add_blank(std::uint32_t first, std::uint32_t i, bool wide) {
    end_box();
    const Pt width = clusters_.list[i].width + (first < i ? clusters_.list[first].width : Pt{});
    const Pt ink = first < i ? clusters_.list[first + 1].width : Pt{};
    Glue glue{ink + width, {}, {}, false, after_[i] == After::blank, 0};
    if (!params_.rigid) {
      if (width != elastic_.width) elastic_ = shares_of(width);
      glue.width = ink + elastic_.set;
      glue.stretch = elastic_.stretch;
      glue.shrink = elastic_.shrink;
    }
    if (glue.may_break) glue.cost = cost_of_blank(clusters_.list[i].begin);
    if (glue.may_break && first < i && stays_by(clusters_.list[first].begin)) glue.cost = stays_by_cost;
    glue.after_comma = params_.rigid && (first < i || is_after_comma(clusters_.list[first].begin));
    if (wide && !glue.may_break) {
      glue.may_break = true;
      glue.cost = emergency_blank_cost;
      out_.has_emergencies = true;
    }
    // A ragged line may end short at the dot before a name in another language or the dash after it, and before what is
    // better kept whole; nothing is changed where it does not.
    const Pt short_of = glue.may_break && params_.rigid ? may_be_short_by(first, i) : Pt{};
    if (short_of > Pt{}) push(Glue{{}, short_of, {}, false, false, 0}, first);
    push(glue, first);
    if (short_of > Pt{}) push(Glue{{}, -short_of, {}, false, false, 0}, i + 1);
  }

  /// What a blank of a justified line may become.
  struct Elastic {
    Pt width, set, stretch, shrink;  ///< `width` as the typeface has it
  };
  Elastic shares_of(Pt width) const {
    return {width, share(width, params_.space_width), share(width, params_.space_stretch),
            share(width, params_.space_shrink)};
  }

  bool is_after_comma(std::size_t blank) const {
    const std::string_view before = std::string_view(text_).substr(0, blank);
    return before.ends_with(',') || before.ends_with("،");
  }

  /// What a ragged line that ends at a blank may lack beyond its usual rag.
  Pt may_be_short_by(std::uint32_t first, std::uint32_t blank) {
    const Pt most = params_.measure / 3;
    if (is_after_dot(blank) || (first < blank && is_after_name(first))) return most;
    const double cost = cost_of_blank(clusters_.list[blank].begin);
    if (cost > ragged_year_cost && cost != name_cost) return {};
    return min(bound_words_after(blank, most), most) * 3 / 4;  // where they do fit they go before it
  }

  /// After "the" or "of": balanced lines rather end before that.
  bool leads_on(std::size_t byte) const {
    const std::string_view before = std::string_view(text_).substr(0, byte);
    const std::size_t blank = before.find_last_of(' ');
    if (blank == std::string_view::npos) return false;
    const auto& stretches = clusters_.joined.stretches;
    const auto here =
        std::partition_point(stretches.begin(), stretches.end(), [&](const auto& s) { return s.end < byte; });
    return here != stretches.end() && readout::leads_on(before.substr(blank + 1), here->lang);
  }

  /// "Basra | – Umm Qasr": rather after the dash.
  bool begins_with_dash(std::size_t byte) const {
    constexpr std::string_view dashes[] = {"\u2013 ", "\u2014 "};
    const std::string_view rest = std::string_view(text_).substr(std::min(byte, text_.size()));
    return std::any_of(std::begin(dashes), std::end(dashes), [&](auto dash) { return rest.starts_with(dash); });
  }

  double cost_of_blank(std::size_t byte) const {
    const text::Tie tie = clusters_.line_ends.ties[byte];
    if (tie == text::Tie::tied) return tie_cost;
    if (is_together(byte)) return text::is_after_particle(text_, byte) ? tie_cost : name_cost;
    if (stays_by(byte)) return stays_by_cost;
    if (tie == text::Tie::none && begins_with_dash(byte + 1)) return before_dash_cost;
    if (tie == text::Tie::none) return params_.balanced && leads_on(byte) ? small_word_cost : 0;
    if (tie == text::Tie::leads) return params_.rigid ? ragged_lead_cost : lead_cost;
    if (text_.find(' ', byte + 1) == std::string::npos) return last_year_cost;
    return params_.rigid ? ragged_year_cost : year_cost;
  }

  /// The width of what begins after a blank and is better kept whole: "31 December 2026", an address; 0 for a word.
  /// Not looked at beyond `most`, for a name may have a thousand words.
  Pt bound_words_after(std::uint32_t blank, Pt most) {
    Pt width;
    bool bound = false;
    for (std::uint32_t i = blank + 1; i < after_.size() && !is_separator(i) && !(bound && width >= most); ++i) {
      const Cluster& cluster = clusters_.list[i];
      const bool is_blank = cluster.kind == Cluster::Kind::space;
      const bool stays = after_[i] == After::stays || after_[i] == After::hyphen;
      const bool dear = !stays && (is_blank ? cost_of_blank(cluster.begin) >= least_tie_cost
                                            : penalty_after(cluster).cost >= address_cost);
      if (!stays && !dear) break;
      bound = bound || dear || is_blank;
      width += cluster.width;
    }
    return bound ? width : Pt{};
  }

  /// The dash after a name: "Idris Al-Masri –", before a role.
  bool is_after_name(std::uint32_t blank) const {
    const auto& all = clusters_.joined.together;
    const std::size_t at = clusters_.list[blank].begin;
    return std::any_of(all.begin(), all.end(), [&](const auto& range) { return range.second == at; });
  }

  /// "Ruta Halvorsen · <the name in another script>"
  bool is_after_dot(std::uint32_t blank) const {
    const std::size_t at = clusters_.list[blank].begin, next = clusters_.list[blank].end;
    const auto& all = clusters_.joined.together;
    return at >= 2 && text_.compare(at - 2, 2, "·") == 0 &&
           std::any_of(all.begin(), all.end(), [&](const auto& range) { return range.first == next; });
  }

  void add_hyphen(std::uint32_t i) {
    end_box();
    const Cluster& cluster = clusters_.list[i];
    const Split& split = clusters_.splits[cluster.split];
    const Pt hang = params_.hang ? hang_of_hyphen(split) : Pt{};
    const double cost = split.dear ? std::max(params_.hyphen_penalty, dear_hyphen_cost) : params_.hyphen_penalty;
    push(Discretionary{split.before_width - hang, split.after_width, cluster.width, cost, true, true}, i);
    out_.has_hyphens = true;
  }

  Penalty penalty_after(const Cluster& cluster) {
    const auto letters = std::string_view(text_).substr(cluster.begin, cluster.end - cluster.begin);
    if (letters.ends_with("\xE2\x80\x8B")) return {0, false};
    const bool hyphen = letters.ends_with("-") || letters.ends_with("\xE2\x80\x90");
    if (parts_sum(cluster.end)) return {address_cost, false};
    const text::Token& token = token_at(cluster.end);
    if (token.begin < cluster.end && token.kind != text::Token::Kind::word) {
      if (token.kind == text::Token::Kind::code) return {letters.ends_with("/") ? code_slash_cost : tie_cost, hyphen};
      if (token.end - token.begin <= short_address) return {tie_cost, false};
      if (hyphen) return {address_hyphen_cost, false};
      return {text::may_part_letters(text_, token, cluster.end) ? address_letter_cost : address_cost, false};
    }
    if (text::is_before_bound_figure(text_, cluster.end)) return {tie_cost, false};
    if (text::is_after_short_slash(text_, cluster.end)) return {tie_cost, false};
    if (params_.rigid && letters.ends_with("\xE2\x80\x93")) return {dash_cost, false};
    if (hyphen && text::is_after_article(text_, cluster.end)) return {tie_cost, true};
    return hyphen ? Penalty{params_.explicit_hyphen_penalty, true} : Penalty{inner_cost, false};
  }

  /// Between letters, never before a mark.
  bool may_be_torn_after(std::size_t i) const {
    if (i + 1 >= clusters_.list.size() || wide_[i + 1] == 0) return false;
    const Cluster& next = clusters_.list[i + 1];
    if (next.kind == Cluster::Kind::space) return false;
    const char32_t first = utf8::decode(text_, next.begin).value;
    return !text::is_mark(first) && !text::is_default_ignorable(first);
  }

  void end_box() {
    if (!box_) return;
    Box box{box_width_};
    if (params_.hang) {
      box.hang_before = hang_before(clusters_, clusters_.list[*box_]);
      box.hang_after = hang_after(clusters_, clusters_.list[box_last_]);
    }
    box.give = Pt::from_points(box_elastic_.points() * params_.expand);
    push(box, *box_);
    box_.reset();
    box_width_ = box_elastic_ = Pt{};
  }

  void push(Node node, std::size_t cluster) {
    out_.nodes.push_back(std::move(node));
    out_.cluster_at.push_back(static_cast<std::uint32_t>(cluster));
  }

  const Clusters& clusters_;
  const std::string& text_;
  const NodeParams& params_;
  std::vector<After> after_;
  std::vector<char> wide_;
  Pt widest_;  ///< of the pieces between places where a line may end, with the blank behind it
  const bool has_addresses_ = !params_.rigid && text::may_hold_addresses(text_);
  const bool has_sums_ = text::may_hold_sums(text_);
  Elastic elastic_;                   ///< of the last blank: most are alike
  text::Token token_;                 ///< the last that was asked for
  std::optional<std::uint32_t> box_;  ///< first cluster of the box that is being filled
  std::uint32_t box_last_ = 0;
  Pt box_width_, box_elastic_;
  std::size_t next_kashida_ = 0;
  ParagraphNodes out_;
};

}  // namespace

ParagraphNodes nodes_of(const Clusters& clusters, const NodeParams& params) {
  return NodeBuilder(clusters, params).build();
}

ParagraphNodes with_hyphens(const ParagraphNodes& before, const Clusters& clusters, const NodeParams& params) {
  if (before.has_wide_pieces || !before.kashidas.empty()) return nodes_of(clusters, params);
  return NodeBuilder(clusters, params).build_upon(before);
}

}  // namespace readout::layout
