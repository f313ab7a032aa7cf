// The structure tree: order, transparency, several pages, many pages, attachments beside it.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "pdf/attributes.hpp"
#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;

namespace {
std::string tree_of(const Document& document) { return judged(written(document), "pdfinfo -struct-text @").output; }
}  // namespace

TEST_CASE("an element over two pages is one element") {
  Draft draft;
  const StructId paragraph = draft.element(Role::p);
  draft.latin(paragraph, "begins here ");
  draft.page();
  draft.latin(paragraph, "and ends there");
  const std::string tree = tree_of(draft.document);
  CHECK(tree.find("P (block)") == tree.rfind("P (block)"));
  CHECK(tree.find("begins here") < tree.find("and ends there"));
  CHECK(tree.find("and ends there") != std::string::npos);
}

TEST_CASE("a transparent element leaves its content and children to its parent") {
  Draft draft;
  const StructId group = draft.element(Role::none);
  const StructId paragraph = draft.element(Role::p, group);
  draft.latin(paragraph, "one ");
  const StructId piece = draft.element(Role::none, paragraph);
  draft.go_on(piece, "two");
  const std::string pdf = written(draft.document);
  CHECK(judged(pdf, "pdfinfo -struct-text @").output == "Document\n  P (block)\n    \"one two\"\n");
  const std::string text = unpacked(pdf);
  CHECK(text.find("/MCID 0") != std::string::npos);
  CHECK(text.find("/MCID 1") == std::string::npos);
}

TEST_CASE("children without content stay where they were put") {
  Draft draft;
  const StructId table = draft.element(Role::table), row = draft.element(Role::tr, table);
  const StructId first = draft.element(Role::td, row);
  draft.element(Role::td, row);
  const StructId last = draft.element(Role::td, row);
  draft.latin(first, "a");
  draft.latin(last, "c");
  const std::string tree = tree_of(draft.document);
  std::size_t cells = 0;
  for (std::size_t at = tree.find("TD"); at != std::string::npos; at = tree.find("TD", at + 1)) ++cells;
  CHECK(cells == 3);
  CHECK(tree.find("\"a\"") < tree.find("\"c\""));
}

TEST_CASE("attributes by owner") {
  StructElement cell;
  cell.role = Role::th;
  cell.scope = "Column";
  cell.col_span = 2;
  CHECK(pdf::attributes_of(cell, "", pdf::a_3a_ua_1, Pt()) == "<</O/Table/Scope/Column/ColSpan 2>>");
  cell.right_to_left = true;
  CHECK(pdf::attributes_of(cell, "", pdf::a_3a_ua_1, Pt()) ==
        "[<</O/Layout/WritingMode/RlTb>><</O/Table/Scope/Column/ColSpan 2>>]");
  StructElement figure;
  figure.role = Role::figure;
  figure.bbox = Rect{Pt::from_points(10), Pt::from_points(20), Pt::from_points(30), Pt::from_points(40)};
  CHECK(pdf::attributes_of(figure, "", pdf::a_3a_ua_1, Pt::from_points(100)) ==
        "<</O/Layout/Placement/Block/BBox[10 40 40 80]>>");
  CHECK(pdf::attributes_of(StructElement{}, "", pdf::a_3a_ua_1, Pt()).empty());
}

TEST_CASE("hundreds of pages hang in trees that readers accept") {
  Draft draft;
  draft.document.pages.clear();
  for (int i = 0; i < 300; ++i) {
    draft.page();
    const StructId paragraph = draft.element(Role::p);
    draft.latin(paragraph, "page " + std::to_string(i + 1));
    draft[paragraph].id = "p." + std::to_string(i);
  }
  const std::string pdf = written(draft.document);
  const Outcome check = judged(pdf, "qpdf --check @");
  CHECK_MESSAGE(check.status == 0, check.output);
  CHECK(judged(pdf, "pdftotext -f 299 -l 299 @ -").output.starts_with("page 299"));
  CHECK(judged(pdf, "pdfinfo @").output.find("Pages:           300") != std::string::npos);
  const std::string tree = judged(pdf, "pdfinfo -struct-text @").output;
  CHECK(tree.find("\"page 300\"") != std::string::npos);
}

TEST_CASE("files go in and come out byte for byte") {
  Draft draft = sample();
  std::string bytes = "a = 1\n";
  bytes += std::string("\0\xFF", 2);
  pdf::Options options;
  options.attachments = {
      {"meeting.toml", std::make_shared<const std::string>(bytes), "application/toml", "The source", "Source"},
      {"images/\u0634\u0639\u0627\u0631.png", std::make_shared<const std::string>("png"), "image/png", "", "Data"}};
  const std::string pdf = written(draft.document, options);
  CHECK(judged(pdf, "qpdf --check @").status == 0);
  CHECK(judged(pdf, "qpdf --show-attachment=meeting.toml @").output == bytes);
  const std::string list = judged(pdf, "qpdf --list-attachments --verbose @").output;
  CHECK(list.find("application/toml") != std::string::npos);
  CHECK(list.find("The source") != std::string::npos);
  const std::string text = unpacked(pdf);
  CHECK(text.find("/AFRelationship /Source") != std::string::npos);
  CHECK(text.find("/ModDate (D:20260317)") != std::string::npos);
}
