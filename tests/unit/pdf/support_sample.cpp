#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;

namespace {

void add_list(Draft& draft, StructId parent) {
  const StructId list = draft.element(Role::l, parent);
  draft[list].list_numbering = "Decimal";
  for (const char* words : {"Welcome and apologies", "Minutes of the last meeting"}) {
    const StructId item = draft.element(Role::li, list);
    const StructId label = draft.element(Role::lbl, item), body = draft.element(Role::lbody, item);
    draft.latin(label, std::to_string(draft[list].children.size()) + ".");
    draft.go_on(body, std::string(" ") + words);
  }
}

void add_table(Draft& draft, StructId parent) {
  const StructId table = draft.element(Role::table, parent);
  const char* cells[3][2] = {{"Name", "Vote"}, {"Ms O\u2019Neill", "yes"}, {"Dr \u0141ukasz", "no"}};
  const StructId head = draft.element(Role::thead, table), body = draft.element(Role::tbody, table);
  for (int row = 0; row < 3; ++row) {
    const StructId line = draft.element(Role::tr, row == 0 ? head : body);
    for (int column = 0; column < 2; ++column) {
      const StructId cell = draft.element(row == 0 ? Role::th : Role::td, line);
      if (row == 0) {
        draft[cell].scope = "Column";
        draft[cell].id = "th." + std::to_string(column);
      } else {
        draft[cell].headers = std::vector<std::string>{"th." + std::to_string(column)};
      }
      if (column == 0) draft.latin(cell, cells[row][column]);
      if (column == 1) draft.go_on(cell, std::string("  ") + cells[row][column]);
    }
    const Rect rule{Pt::from_points(72), draft.pen_y() + Pt::from_points(4), Pt::from_points(300),
                    Pt::from_points(0.5)};
    draft.put(PlacedRect{Artifact{Artifact::Kind::layout}, rule, {180, 180, 180}});
  }
}

void add_link(Draft& draft, StructId parent) {
  const StructId paragraph = draft.element(Role::p, parent);
  draft.latin(paragraph, "Papers: ");
  const StructId link = draft.element(Role::link, paragraph);
  const Pt left = draft.pen_x();
  draft.go_on(link, "the annexes");
  const Rect box{left, draft.pen_y() - Pt::from_points(9), draft.pen_x() - left, Pt::from_points(12)};
  draft.document.pages.back().links.push_back(
      {link, {box}, "https://example.org/papers?a=(b)&c=\u00E9", std::nullopt, "Link to the annexes"});
  draft.go_on(paragraph, ", all of them.");
}

void add_figure(Draft& draft, StructId parent) {
  image::Image picture;
  picture.width = picture.height = 2;
  picture.data = std::string("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12);
  picture.alpha = std::string("\xFF\x80\x40\xFF", 4);
  draft.document.pictures["seal"] = picture;
  const StructId figure = draft.element(Role::figure, parent);
  const Rect box{Pt::from_points(72), draft.pen_y() + Pt::from_points(20), Pt::from_points(60), Pt::from_points(60)};
  draft[figure].alt = "The seal of the council";
  draft[figure].bbox = box;
  draft.put(PlacedImage{figure, box, "seal"});
  draft.put(PlacedRing{Artifact{Artifact::Kind::layout},
                       {Pt::from_points(200), box.y},
                       Pt::from_points(3),
                       Pt::from_points(0.6),
                       {120, 20, 20}});
}

}  // namespace

Draft sample() {
  Draft draft;
  Info& info = draft.document.info;
  info.titles = {{"en", "Board meeting \u2014 brief & <notes>"}, {"ar", "\u0627\u062C\u062A\u0645\u0627\u0639"}};
  info.languages = {"en", "ar"};
  info.creators = {"Office of the Board", "Ministry"};
  info.keywords = {"board", "minutes"};
  info.identifiers = {"GEN/2026/1"};
  info.properties = {{"status", "final"}, {"file ref", "A-7"}};
  info.issued = Stamp{2026, 3, 17, false, 0, 0, 0, 0};

  draft.put(PlacedRect{Artifact{Artifact::Kind::background},
                       {Pt(), Pt(), Pt::from_points(595.276), Pt::from_points(30)},
                       {240, 240, 250}});
  const StructId title = draft.element(Role::h1);
  draft.latin(title, "Affluent Office: the quiet fjord");
  const StructId first = draft.element(Role::sect);
  const StructId heading = draft.element(Role::h2, first);
  draft.latin(heading, "Agenda");
  draft.document.outline = {
      {1, "Affluent Office", {0, Pt::from_points(72), Pt::from_points(72), title}},
      {2, "Agenda \u2014 \u0627\u0644\u062C\u062F\u0648\u0644", {0, Pt(), Pt::from_points(90), heading}}};
  const StructId text = draft.element(Role::p, first);
  draft.latin(text, "Efficient staff affirm the coffee offer; AVATAR Tokyo, \u201CWaffle\u201D, ");
  draft.latin(text, "na\u00EFve \u0141\u00F3d\u017A, fi ffi fl \u2013 a (bracket) and a back\\slash.");
  add_list(draft, first);
  add_table(draft, first);
  add_link(draft, first);
  add_figure(draft, first);

  draft.page();
  const StructId arabic = draft.element(Role::p, first);
  draft[arabic].lang = "ar";
  draft[arabic].right_to_left = true;
  draft.arabic(arabic,
               "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645 \u0648\u0631\u062D\u0645\u0629 "
               "\u0627\u0644\u0644\u0647 12:30");
  const StructId note = draft.element(Role::note, first);
  draft.latin(note, "1 A note at the foot.");
  draft.latin(Artifact{Artifact::Kind::footer}, "Page 2");
  return draft;
}
