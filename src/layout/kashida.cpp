#include "layout/kashida.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include "text/kashida.hpp"

namespace readout::layout {
namespace {

constexpr std::string_view tatweel = "\xD9\x80";
constexpr std::size_t most_tatweels = 12;
constexpr Em usual{0.3};  // by which a word becomes longer where there are words enough

// ---- places -------------------------------------------------------------------------------------

/// The first space at or after a cluster, else the last one before it.
Pt space_near(const Clusters& clusters, std::size_t cluster) {
  const auto& list = clusters.list;
  const auto is_space = [](const Cluster& c) { return c.kind == Cluster::Kind::space; };
  const auto from = list.begin() + static_cast<std::ptrdiff_t>(cluster);
  const auto after = std::find_if(from, list.end(), is_space);
  if (after != list.end()) return after->width;
  const auto before = std::find_if(std::make_reverse_iterator(from), list.rend(), is_space);
  return before != list.rend() ? before->width : Pt{};
}

/// True when the clusters are letters of one right-to-left run.
bool is_one_run(const Clusters& clusters, std::uint32_t first, std::uint32_t end) {
  const auto& run = clusters.shaped.runs[clusters.list[first].run];
  if (!run.arabic || run.level % 2 == 0) return false;
  return std::all_of(clusters.list.begin() + first, clusters.list.begin() + end, [&](const Cluster& cluster) {
    return cluster.run == clusters.list[first].run && cluster.glyph_count > 0 && cluster.kind == Cluster::Kind::ink;
  });
}

/// The best join that lies between two clusters.
std::optional<KashidaPlace> place_in(const Clusters& clusters, const text::KashidaWord& word, std::uint32_t first,
                                     std::uint32_t end) {
  if (first == end || !is_one_run(clusters, first, end)) return std::nullopt;
  for (const text::KashidaJoin& join : word.joins)
    for (std::uint32_t i = first; i + 1 < end; ++i)
      if (clusters.list[i].end == join.at && clusters.list[i + 1].begin == join.at)
        return KashidaPlace{first, end, i, join.rule, {}};
  return std::nullopt;
}

// ---- a word with its kashida --------------------------------------------------------------------

class WordStretcher {
 public:
  WordStretcher(const Clusters& clusters, const KashidaPlace& place, const SettingContext& context)
      : clusters_(clusters),
        place_(place),
        run_(clusters.shaped.runs[clusters.list[place.first].run]),
        context_(context),
        begin_(clusters.list[place.first].begin),
        join_(clusters.list[place.before].end - begin_) {
    for (std::uint32_t i = place.first; i < place.end; ++i) width_ += clusters.list[i].width;
  }

  /// As much longer as whole tatweels come to `wanted`.
  std::optional<StretchedWord> stretch(Pt wanted, Pt longest) const {
    if (!stands_alone()) return std::nullopt;
    std::optional<StretchedWord> best;
    Pt miss = wanted;
    for (std::size_t count = 1; count <= most_tatweels; ++count) {
      auto longer = parted(shaped(count));
      if (!longer) break;
      const Pt more = grown(*longer), missed = more < wanted ? wanted - more : more - wanted;
      if (more > longest || missed >= miss) break;
      miss = missed;
      best = std::move(longer);
    }
    return best;
  }

  /// How much longer the word has become.
  Pt grown(const StretchedWord& word) const {
    Pt sum;
    for (const auto& part : word.parts) sum += part.width;
    return sum - width_;
  }

 private:
  /// With its clusters in the paragraph's bytes; a tatweel belongs to the letter before it.
  std::vector<text::Glyph> shaped(std::size_t tatweels) const {
    std::string word = clusters_.joined.text.substr(begin_, clusters_.list[place_.end - 1].end - begin_);
    for (std::size_t i = 0; i < tatweels; ++i) word.insert(join_, tatweel);
    const std::size_t added = tatweels * tatweel.size();
    auto glyphs = shape_alone(clusters_, run_, word, context_);
    for (auto& glyph : glyphs) {
      if (glyph.cluster < join_) glyph.cluster += begin_;
      else if (glyph.cluster < join_ + added) glyph.cluster = clusters_.list[place_.before].begin;
      else glyph.cluster = static_cast<std::uint32_t>(glyph.cluster - added) + begin_;
    }
    return glyphs;
  }

  /// True when the word looks the same without what stands around it.
  bool stands_alone() const {
    const Cluster& last = clusters_.list[place_.end - 1];
    const Cluster& first = clusters_.list[place_.first];
    const auto here =
        std::span(run_.glyphs).subspan(last.first_glyph, first.first_glyph + first.glyph_count - last.first_glyph);
    const auto alone = shaped(0);
    return std::equal(here.begin(), here.end(), alone.begin(), alone.end());
  }

  /// Gives nothing when the clusters are not those of the paragraph.
  std::optional<StretchedWord> parted(std::vector<text::Glyph> glyphs) const {
    StretchedWord word{place_.first, {}, std::move(glyphs)};
    std::size_t left = word.glyphs.size();
    for (std::uint32_t i = place_.first; i < place_.end; ++i) {
      const std::size_t end = left;
      Pt width;
      while (left > 0 && word.glyphs[left - 1].cluster == clusters_.list[i].begin) width += word.glyphs[--left].advance;
      if (left == end) return std::nullopt;
      word.parts.push_back({static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(end - left), width});
    }
    return left == 0 ? std::optional(std::move(word)) : std::nullopt;
  }

  const Clusters& clusters_;
  const KashidaPlace& place_;
  const text::Run& run_;
  const SettingContext& context_;
  std::uint32_t begin_ = 0, join_ = 0;  ///< bytes: of the word, and from there to the join
  Pt width_;
};

// ---- which words --------------------------------------------------------------------------------

/// Of neighbours the one whose join ranks best, of these the one nearest to their middle.
const KashidaPlace& best_of(std::span<const KashidaPlace> places) {
  const auto from_middle = [&](const KashidaPlace& place) {
    return std::abs(2 * (&place - places.data()) + 1 - static_cast<std::ptrdiff_t>(places.size()));
  };
  return *std::min_element(places.begin(), places.end(), [&](const KashidaPlace& a, const KashidaPlace& b) {
    return a.rule != b.rule ? a.rule < b.rule : from_middle(a) < from_middle(b);
  });
}

}  // namespace

std::vector<KashidaPlace> kashida_places(const Clusters& clusters, double share) {
  std::vector<KashidaPlace> places;
  const auto& list = clusters.list;
  std::uint32_t first = 0;
  for (const text::KashidaWord& word : text::kashida_words(clusters.joined.text)) {
    while (first < list.size() && list[first].begin < word.begin) ++first;
    std::uint32_t end = first;
    while (end < list.size() && list[end].begin < word.end) ++end;
    if (auto place = place_in(clusters, word, first, end)) {
      const double space = (space_near(clusters, end - 1) / 2).points();
      place->stretch = Pt::from_points(space * share / (1 - share));
      places.push_back(*place);
    }
    first = end;
  }
  return places;
}

std::vector<StretchedWord> stretch_words(const Clusters& clusters, std::span<const KashidaPlace> places, Pt more,
                                         const LineRules& rules, const SettingContext& context) {
  std::vector<StretchedWord> out;
  if (places.empty() || more <= Pt{}) return out;
  const Pt size = clusters.shaped.runs[clusters.list[places.front().first].run].size;
  const auto most = static_cast<std::size_t>(rules.kashida_most);
  const std::size_t fit = static_cast<std::size_t>(more.points() / usual.at(size).points() + 0.5);
  const std::size_t words = std::clamp<std::size_t>(fit, 1, std::min(places.size(), most));
  for (std::size_t i = 0; i < words; ++i) {
    const std::size_t begin = i * places.size() / words, last = (i + 1) * places.size() / words;
    const WordStretcher word(clusters, best_of(places.subspan(begin, last - begin)), context);
    const auto longer = word.stretch(more / static_cast<std::int64_t>(words - i), rules.kashida_longest.at(size));
    if (!longer) continue;
    more -= word.grown(*longer);
    out.push_back(std::move(*longer));
  }
  return out;
}

}  // namespace readout::layout
