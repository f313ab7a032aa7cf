// What stands on the pages, one thing at a time.
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

using layout::StructElement;
using layout::StructId;

constexpr double least_side = 3, largest_side = 14'400;  // ISO 19005-3, 6.1.13

class PageJudge {
 public:
  explicit PageJudge(Bench& bench) : bench_(bench) {}

  void run() {
    for (std::size_t i = 0; i < bench_.document.pages.size(); ++i) about_page(bench_.document.pages[i], i);
  }

 private:
  void about_page(const layout::Page& page, std::size_t number) {
    for (const Pt side : {page.size.width, page.size.height})
      if (side.points() < least_side || side.points() > largest_side)
        bench_.tell(
            {}, "page-size",
            fmt::format("page {} is {:.0f} pt on one side; 3 to 14,400 are possible", number + 1, side.points()),
            "ISO 19005-3, 6.1.13");
    for (const layout::Placed& placed : page.items) {
      std::visit([&](const auto& item) { about_tag(item.tag, is_text(item)); }, placed);
      if (const auto* run = std::get_if<layout::PlacedRun>(&placed)) about_run(*run);
      if (const auto* picture = std::get_if<layout::PlacedImage>(&placed)) about_picture(*picture);
    }
  }

  static bool is_text(const layout::PlacedRun&) { return true; }
  template <class T>
  static bool is_text(const T&) {
    return false;
  }

  void about_tag(const layout::Tag& tag, bool text) {
    const auto* id = std::get_if<StructId>(&tag);
    if (id == nullptr) return;
    if (id->index >= bench_.document.structure.size())
      return bench_.tell({}, "tag", "something is drawn under an element that is not there", "ISO 14289-1, 7.1");
    const StructElement& e = bench_.element(*id);
    if (text && !may_hold_text(e.role))
      bench_.tell(e.span, "loose-text",
                  fmt::format("text stands in {} itself; it belongs in P, Lbl, LBody, TD or TH", name_of(e.role)),
                  "ISO 32000-1, 14.8.4.3");
  }

  void about_run(const layout::PlacedRun& run) {
    if (!bench_.fonts.opened(run.face).may_embed() && told_faces_.insert(run.face).second)
      bench_.tell({}, "font-licence",
                  fmt::format("{} may not be embedded by its own word", bench_.fonts.opened(run.face).file()),
                  "ISO 19005-3, 6.2.11.4");
    if (run.glyphs.lacks_glyphs())
      bench_.tell(bench_.span_of(run.tag), "no-glyph", fmt::format("a character of \"{}\" has no glyph", run.text),
                  "ISO 19005-3, 6.2.11.8");
    for (std::size_t i = 0; i < run.text.size();) {
      if (run.text[i] > 0) {  // ASCII
        ++i;
        continue;
      }
      const auto decoded = utf8::decode(run.text, i);
      if (is_unmappable(decoded.value))
        bench_.tell(bench_.span_of(run.tag), "private-use",
                    fmt::format("{} means nothing to a reader", utf8::name_of(decoded.value)), "ISO 19005-3, 6.2.11.7");
      i += decoded.length;
    }
  }

  void about_picture(const layout::PlacedImage& placed) {
    const auto picture = bench_.document.pictures.find(placed.picture);
    if (picture == bench_.document.pictures.end())
      return bench_.tell(bench_.span_of(placed.tag), "picture",
                         fmt::format("the picture {} is not there", placed.picture), "ISO 32000-1, 8.9");
    const int components = picture->second.components;
    if (components != 1 && components != 3)
      bench_.tell(bench_.span_of(placed.tag), "colour", "a picture is neither grey nor RGB", "ISO 19005-3, 6.2.4");
  }

  Bench& bench_;
  std::set<text::FaceId> told_faces_;
};

}  // namespace

void judge_pages(Bench& bench) { PageJudge(bench).run(); }

}  // namespace readout::pdf
