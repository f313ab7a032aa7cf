// Links: each annotation with its element, each element with its annotation.
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

class LinkJudge {
 public:
  explicit LinkJudge(Bench& bench) : bench_(bench) {}

  void run() {
    about_links();
    about_notes();
  }

 private:
  void about_links() {
    std::set<StructId> with_area;
    for (const layout::Page& page : bench_.document.pages) {
      for (const layout::LinkArea& area : page.links) {
        if (area.element.index >= bench_.document.structure.size() || bench_.element(area.element).role != Role::link) {
          bench_.tell({}, "link-element", "a link's annotation belongs to no Link element", "ISO 14289-1, 7.18.5");
          continue;
        }
        with_area.insert(area.element);
        about_link(area);
      }
    }
    for (std::uint32_t i = 0; i < bench_.document.structure.size(); ++i)
      if (bench_.document.structure[i].role == Role::link && !with_area.contains({i}))
        bench_.tell(bench_.document.structure[i].span, "link-area", "a Link element has no annotation",
                    "ISO 14289-1, 7.18.5");
  }

  /// ISO 14289-1, 7.9; and ISO 14289-2, 8.2.5.14, which wants the way there, too.
  void about_notes() {
    std::set<StructId> marked;
    for (const layout::Page& page : bench_.document.pages)
      for (const layout::LinkArea& area : page.links)
        if (area.destination) marked.insert(area.destination->element);
    for (std::uint32_t i = 0; i < bench_.document.structure.size(); ++i)
      if (bench_.document.structure[i].role == Role::note && !marked.contains({i}))
        bench_.tell(bench_.document.structure[i].span, "note-mark", "no mark leads to a note", "ISO 14289-1, 7.9");
  }

  void about_link(const layout::LinkArea& area) {
    const Span span = bench_.element(area.element).span;
    if (area.contents.empty())
      bench_.tell(span, "link-contents", "a link does not say where it leads", "ISO 14289-1, 7.18.5");
    bench_.about_string(area.contents, span, "a link's description");
    if (area.rects.empty()) bench_.tell(span, "link-rect", "a link covers nothing", "ISO 32000-1, 12.5.6.5");
    if (area.destination && !bench_.is_element(area.destination->element))
      bench_.tell(span, "link-target", "a link leads to an element that is not there", "ISO 14289-2, 8.8");
    if (area.url.empty() && (!area.destination || area.destination->page >= bench_.document.pages.size()))
      bench_.tell(span, "link-target", "a link leads nowhere", "ISO 32000-1, 12.3.2");
  }

  Bench& bench_;
};

}  // namespace

void judge_links(Bench& bench) { LinkJudge(bench).run(); }

}  // namespace readout::pdf
