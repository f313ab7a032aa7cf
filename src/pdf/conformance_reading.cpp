// The order in which a reader hears things. No rule of a validator sees it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "base/utf8.hpp"
#include "pdf/conformance_bench.hpp"
#include "pdf/conformance_tables.hpp"

namespace readout::pdf {
namespace {

using layout::Role;
using layout::StructId;

class ReadingJudge {
 public:
  explicit ReadingJudge(Bench& bench) : bench_(bench) {}

  void run() { about_order(); }

 private:
  /// Content must come in the order of the tree; notes alone stand at the foot, away from their mark.
  void about_order() {
    ranks_.resize(bench_.document.structure.size());
    std::uint32_t next = 0;
    rank_from({0}, next);
    for (const layout::Page& page : bench_.document.pages) about_order_of(page);
  }

  /// Of an element: its place in the order of the tree, and the last place inside of it.
  struct Rank {
    std::uint32_t first = 0, last = 0;
  };

  void rank_from(StructId id, std::uint32_t& next) {
    if (!bench_.is_element(id)) return;
    ranks_[id.index].first = next++;
    for (const StructId child : bench_.element(id).children) rank_from(child, next);
    ranks_[id.index].last = next - 1;
  }

  void about_order_of(const layout::Page& page) {
    std::uint32_t last[2] = {0, 0};
    for (const layout::Placed& placed : page.items) {
      const layout::Tag tag = std::visit([](const auto& item) { return item.tag; }, placed);
      const auto* id = std::get_if<StructId>(&tag);
      if (id == nullptr || id->index >= ranks_.size()) continue;
      const Rank rank = ranks_[id->index];
      std::uint32_t& before = last[in_note(*id) ? 1 : 0];
      // An element's own content may go on after a child of it (a P with a Link inside).
      if (rank.last < before)
        return bench_.tell(
            bench_.element(*id).span, "order",
            fmt::format("{} is drawn after what follows it in the tree", name_of(bench_.element(*id).role)),
            "ISO 14289-1, 7.2");
      before = std::max(before, rank.first);
    }
  }

  [[nodiscard]] bool in_note(StructId id) const {
    for (std::optional<StructId> at = id; at; at = bench_.element(*at).parent)
      if (bench_.element(*at).role == Role::note) return true;
    return false;
  }

  Bench& bench_;
  std::vector<Rank> ranks_;
};

}  // namespace

void judge_reading(Bench& bench) { ReadingJudge(bench).run(); }

}  // namespace readout::pdf
