#include "pdf/navigation.hpp"

#include <doctest/doctest.h>

#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;

TEST_CASE("page labels are as printed") {
  CHECK(pdf::page_label_ranges({"1", "2", "3"}) == "0<</S/D>>");
  CHECK(pdf::page_label_ranges({"5", "6", "1"}) == "0<</S/D/St 5>>2<</S/D>>");
  CHECK(pdf::page_label_ranges({"A-1", "A-2"}) == "0<</P(A-1)>>1<</P(A-2)>>");
  CHECK(pdf::page_label_ranges({"", "1", "007"}) == "0<<>>1<</S/D>>2<</P(007)>>");
  CHECK(pdf::page_label_ranges({"\u0661"}) == "0<</P<FEFF0661>>>");
}

TEST_CASE("addresses are ASCII") {
  CHECK(pdf::uri_of("https://example.org/a?b=(c)&d#e%20f") == "https://example.org/a?b=(c)&d#e%20f");
  CHECK(pdf::uri_of("https://example.org/\u00E9 <x>") == "https://example.org/%C3%A9%20%3Cx%3E");
}

TEST_CASE("a link over two lines is one annotation with a quadrilateral each") {
  Draft draft;
  const StructId paragraph = draft.element(Role::p), link = draft.element(Role::link, paragraph);
  draft.latin(link, "one two");
  const auto box = [](double y) {
    return Rect{Pt::from_points(72), Pt::from_points(y), Pt::from_points(50), Pt::from_points(12)};
  };
  draft.document.pages[0].links.push_back({link, {box(80), box(98)}, "https://example.org", std::nullopt, "Example"});
  const std::string text = unpacked(written(draft.document));
  CHECK(text.find("/QuadPoints [") != std::string::npos);
  CHECK(text.find("/Contents (Example)") != std::string::npos);
  CHECK(text.find("/F 4") != std::string::npos);
  CHECK(text.find("/Type /OBJR") != std::string::npos);
  CHECK(text.find("/StructParent 1") != std::string::npos);
}

TEST_CASE("an inner link leads to a place on a page") {
  Draft draft;
  const StructId paragraph = draft.element(Role::p), link = draft.element(Role::link, paragraph);
  draft.latin(link, "see page 2");
  draft.page();
  draft.latin(draft.element(Role::p), "here");
  const Rect box{Pt::from_points(72), Pt::from_points(80), Pt::from_points(50), Pt::from_points(12)};
  draft.document.pages[0].links.push_back(
      {link, {box}, "", Destination{1, Pt::from_points(72), Pt::from_points(90), {}}, ""});
  const std::string text = unpacked(written(draft.document));
  const std::size_t at = text.find("/Dest [");
  REQUIRE(at != std::string::npos);
  const std::string dest = text.substr(at, text.find(']', at) - at);
  CHECK(dest.find("/XYZ") != std::string::npos);
  CHECK(dest.find("751.89") != std::string::npos);  // 841.89 - 90
}

TEST_CASE("the outline nests by level and takes a skipped one as it comes") {
  Draft draft = sample();
  const auto entry = [](int level, const char* title) {
    return DocumentOutlineEntry{level, title, {0, Pt(), Pt(), {}}};
  };
  draft.document.outline = {entry(1, "one"), entry(3, "deep"), entry(2, "two"), entry(1, "last")};
  const std::string pdf = written(draft.document);
  const std::string shown = judged(pdf, "(mutool show @ outline 2>/dev/null)").output;
  CHECK(judged(pdf, "qpdf --check @").status == 0);
  std::size_t at = 0;
  for (const char* title : {"one", "deep", "two", "last"}) {
    at = shown.find(title, at);
    CHECK_MESSAGE(at != std::string::npos, shown);
  }
}
