// The order in which a reader hears things. No rule of a validator sees it.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>

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
    std::vector<std::uint32_t> rank(bench_.document.structure.size());
    std::uint32_t next = 0;
    bench_.for_each_in_order({0}, [&](StructId id) { rank[id.index] = next++; });
    for (const layout::Page& page : bench_.document.pages) about_order_of(page, rank);
  }

  void about_order_of(const layout::Page& page, const std::vector<std::uint32_t>& rank) {
    std::uint32_t last[2] = {0, 0};
    for (const layout::Placed& placed : page.items) {
      const layout::Tag tag = std::visit([](const auto& item) { return item.tag; }, placed);
      const auto* id = std::get_if<StructId>(&tag);
      if (id == nullptr || id->index >= rank.size()) continue;
      std::uint32_t& before = last[in_note(*id) ? 1 : 0];
      // An element's own content may go on after a child of it (a P with a Link inside).
      if (rank[id->index] < before && !holds(*id, before, rank))
        return bench_.tell(
            bench_.element(*id).span, "order",
            fmt::format("{} is drawn after what follows it in the tree", name_of(bench_.element(*id).role)),
            "ISO 14289-1, 7.2");
      before = std::max(before, rank[id->index]);
    }
  }

  [[nodiscard]] bool in_note(StructId id) const {
    for (std::optional<StructId> at = id; at; at = bench_.element(*at).parent)
      if (bench_.element(*at).role == Role::note) return true;
    return false;
  }

  /// Whether the element ranked `inner` lies inside `outer`.
  [[nodiscard]] bool holds(StructId outer, std::uint32_t inner, const std::vector<std::uint32_t>& rank) const {
    std::uint32_t last = rank[outer.index];
    bench_.for_each_in_order(outer, [&](StructId id) { last = std::max(last, rank[id.index]); });
    return inner <= last;
  }

  Bench& bench_;
};

}  // namespace

void judge_reading(Bench& bench) { ReadingJudge(bench).run(); }

}  // namespace readout::pdf
