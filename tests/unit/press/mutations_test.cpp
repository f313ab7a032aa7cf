// The specimen's document, broken in one way at a time: the own checker must find each, and name its clause. What can
// only be broken in the file itself is broken in tests/conformance/mutations.tsv.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "pdf/conformance.hpp"
#include "support/whole.hpp"

using namespace readout;
using namespace readout::layout;

namespace {

/// A document to break, and ways to find what to break in it.
struct Victim {
  Document document;

  StructElement& at(StructId id) { return document.structure[id.index]; }
  StructId first(Role role, const std::function<bool(const StructElement&)>& fits = nullptr) {
    for (std::uint32_t i = 0; i < document.structure.size(); ++i)
      if (document.structure[i].role == role && (!fits || fits(document.structure[i]))) return {i};
    FAIL("the specimen has no " << std::string(name_of(role)));
    return {};
  }
  StructElement& element(Role role) { return at(first(role)); }
  /// The first text that is content, on a page and fits.
  PlacedRun& run(const std::function<bool(const PlacedRun&)>& fits) {
    for (Page& page : document.pages)
      for (Placed& item : page.items)
        if (auto* run = std::get_if<PlacedRun>(&item); run != nullptr && fits(*run)) return *run;
    FAIL("the specimen has no such text");
    return std::get<PlacedRun>(document.pages[0].items[0]);
  }
  PlacedRun& text() {
    return run([](const PlacedRun& r) { return std::holds_alternative<StructId>(r.tag) && r.level == 0; });
  }
  LinkArea& link() {
    for (Page& page : document.pages)
      if (!page.links.empty()) return page.links.front();
    FAIL("the specimen has no link");
    return document.pages[0].links[0];
  }
  /// The head cell that an element lies in.
  std::optional<StructId> head_of(StructId id) {
    for (std::optional<StructId> up = id; up; up = at(*up).parent)
      if (at(*up).role == Role::th) return up;
    return std::nullopt;
  }
  StructId add(Role role, StructId parent) {
    StructElement element;
    element.role = role;
    element.parent = parent;
    element.span = at(parent).span;
    document.structure.push_back(element);
    const StructId id{static_cast<std::uint32_t>(document.structure.size() - 1)};
    at(parent).children.push_back(id);
    return id;
  }
};

bool is_artifact(const PlacedRun& run) { return std::holds_alternative<Artifact>(run.tag); }

struct Row {
  const char *section, *breach;  ///< of the list of what the writer must emit
  const char *code, *clause;     ///< what must be told
  std::function<void(Victim&)> make;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"1", "a string too long for a PDF", "long-string", "ISO 19005-3, 6.1.13",
       [](Victim& v) { v.element(Role::figure).alt = std::string(20'000, 'a'); }},
      {"1", "a page larger than a PDF can have", "page-size", "ISO 19005-3, 6.1.13",
       [](Victim& v) { v.document.pages[0].size.width = Pt::from_points(20'000); }},
      {"1", "a page smaller than a PDF can have", "page-size", "ISO 19005-3, 6.1.13",
       [](Victim& v) { v.document.pages[0].size.height = Pt::from_points(2); }},
      {"2", "no language", "language", "ISO 14289-1, 7.2", [](Victim& v) { v.document.info.lang.clear(); }},
      {"2", "an underscore in the language", "language", "ISO 14289-1, 7.2",
       [](Victim& v) { v.document.info.lang = "en_GB"; }},
      {"2", "an entry of the outline without a title", "outline-title", "ISO 32000-1, 12.3.3",
       [](Victim& v) { v.document.outline.at(0).title.clear(); }},
      {"3", "no title", "no-title", "ISO 14289-1, 7.1", [](Victim& v) { v.document.info.titles.clear(); }},
      {"3", "an empty title", "no-title", "ISO 14289-1, 7.1", [](Victim& v) { v.document.info.titles[0].second = ""; }},
      {"4", "a picture in four inks", "colour", "ISO 19005-3, 6.2.4",
       [](Victim& v) { v.document.pictures.begin()->second.components = 4; }},
      {"4", "a picture that is not there", "picture", "ISO 32000-1, 8.9",
       [](Victim& v) { v.document.pictures.clear(); }},
      {"5", "a glyph that the face lacks", "no-glyph", "ISO 19005-3, 6.2.11.8",
       [](Victim& v) {
         auto glyphs = v.text().glyphs.all();
         glyphs.at(0).id = 0;
         v.text().glyphs = glyphs;
       }},
      {"5", "a private character", "private-use", "ISO 19005-3, 6.2.11.7",
       [](Victim& v) { v.text().text.replace(0, 1, "\uE001"); }},
      {"5", "a byte order mark in the text", "private-use", "ISO 19005-3, 6.2.11.7",
       [](Victim& v) { v.text().text.replace(0, 1, "\uFEFF"); }},
      {"14", "a private character in an alternative text", "private-use", "ISO 14289-2, 8.6",
       [](Victim& v) { v.element(Role::figure).alt = "\uE001"; }},
      {"6", "drawn under an element that is not there", "tag", "ISO 14289-1, 7.1",
       [](Victim& v) { v.text().tag = StructId{1'000'000}; }},
      {"7", "a root that is no Document", "no-document", "ISO 14289-1, 7.1",
       [](Victim& v) { v.document.structure[0].role = Role::part; }},
      {"7", "a level left out between headings", "heading-level", "ISO 14289-1, 7.4.2",
       [](Victim& v) { v.element(Role::h2).role = Role::h4; }},
      {"7", "a first heading that is not H1", "heading-level", "ISO 14289-1, 7.4.2",
       [](Victim& v) { v.element(Role::h1).role = Role::p; }},
      {"7", "a picture without alternative text", "alt", "ISO 14289-1, 7.3",
       [](Victim& v) { v.element(Role::figure).alt.clear(); }},
      {"7", "a note without an id", "note-id", "ISO 14289-1, 7.9", [](Victim& v) { v.element(Role::note).id.clear(); }},
      {"7", "two elements of one id", "id-twice", "ISO 14289-1, 7.9",
       [](Victim& v) {
         const std::string id = v.element(Role::note).id.str();
         v.element(Role::th).id = id;
       }},
      {"7", "a note that no mark leads to", "note-mark", "ISO 14289-1, 7.9",
       [](Victim& v) {
         const StructId note = v.first(Role::note);
         for (Page& page : v.document.pages)
           for (LinkArea& area : page.links)
             if (area.destination && area.destination->element == note) area.destination->element = {0};
       }},
      {"7", "an entry of a list of contents outside of one", "nesting", "ISO 14289-1, 7.2",
       [](Victim& v) { v.add(Role::toci, {0}); }},
      {"7", "a language that is no tag on an element", "language", "ISO 14289-1, 7.2",
       [](Victim& v) {
         v.element(Role::p).lang =
             "e"
             "n-GB-abcdefghi";
       }},
      {"8", "a cell outside of a row", "nesting", "ISO 14289-1, 7.5", [](Victim& v) { v.add(Role::td, {0}); }},
      {"8", "a paragraph between rows", "nesting", "ISO 14289-1, 7.5",
       [](Victim& v) { v.add(Role::p, v.first(Role::tbody)); }},
      {"8", "a row with a cell too many", "ragged-table", "ISO 14289-1, 7.2",
       [](Victim& v) { v.add(Role::td, v.first(Role::tr)); }},
      {"8", "a cell that reaches out of the table", "row-span", "ISO 14289-1, 7.2",
       [](Victim& v) {
         const StructElement& table = v.element(Role::table);
         const StructElement& body = v.at(table.children.back());
         v.at(v.at(body.children.back()).children.back()).row_span = 5;
       }},
      {"8", "a head cell without a scope", "scope", "ISO 14289-1, 7.5",
       [](Victim& v) { v.element(Role::th).scope.clear(); }},
      {"8", "a cell whose head is not there", "headers", "ISO 14289-1, 7.5",
       [](Victim& v) { v.element(Role::td).headers = std::vector<std::string>{"nobody"}; }},
      {"8", "a head without a body", "no-body", "ISO 14289-1, 7.2",
       [](Victim& v) {
         for (const StructId child : v.element(Role::table).children)
           if (v.at(child).role == Role::tbody) v.at(child).role = Role::thead;
       }},
      {"9", "a paragraph among items", "nesting", "ISO 14289-1, 7.6",
       [](Victim& v) { v.add(Role::p, v.first(Role::l)); }},
      {"9", "a list without items", "empty-list", "ISO 14289-1, 7.6", [](Victim& v) { v.add(Role::l, {0}); }},
      {"9", "a list that does not say how it is numbered", "list-numbering", "ISO 14289-1, 7.6",
       [](Victim& v) { v.element(Role::l).list_numbering.clear(); }},
      {"10", "a link that does not say where it leads", "link-contents", "ISO 14289-1, 7.18.5",
       [](Victim& v) { v.link().contents.clear(); }},
      {"10", "a link that leads nowhere", "link-target", "ISO 32000-1, 12.3.2",
       [](Victim& v) {
         v.link().url.clear();
         v.link().destination.reset();
       }},
      {"10", "an annotation of no Link", "link-element", "ISO 14289-1, 7.18.5",
       [](Victim& v) { v.link().element = {0}; }},
      {"12", "Arabic said to be English", "wrong-language", "ISO 14289-1, 7.2",
       [](Victim& v) {
         for (StructElement& e : v.document.structure)
           if (e.lang.view().starts_with("ar")) e.lang = "en";
       }},
      {"14", "a link to an element that is not there", "link-target", "ISO 14289-2, 8.8",
       [](Victim& v) {
         for (Page& page : v.document.pages)
           for (LinkArea& area : page.links)
             if (area.destination) area.destination->element = {1'000'000};
       }},
      {"16", "a Link without an annotation", "link-area", "ISO 14289-1, 7.18.5",
       [](Victim& v) {
         for (Page& page : v.document.pages) page.links.clear();
       }},
      {"16", "text directly in LI", "loose-text", "ISO 32000-1, 14.8.4.3",
       [](Victim& v) { v.text().tag = v.first(Role::li); }},
      {"16", "text directly in L", "loose-text", "ISO 32000-1, 14.8.4.3",
       [](Victim& v) { v.text().tag = v.first(Role::l); }},
      {"16", "text directly in the Document", "loose-text", "ISO 32000-1, 14.8.4.3",
       [](Victim& v) { v.text().tag = StructId{0}; }},
      {"16", "text directly in TR", "loose-text", "ISO 32000-1, 14.8.4.3",
       [](Victim& v) { v.text().tag = v.first(Role::tr); }},
      {"16", "a picture without a bounding box", "bbox", "ISO 32000-1, 14.8.5.4",
       [](Victim& v) { v.element(Role::figure).bbox.reset(); }},
      {"16", "a table without head cells", "no-heads", "ISO 14289-1, 7.5",
       [](Victim& v) {
         for (StructElement& e : v.document.structure) e.role = e.role == Role::th ? Role::td : e.role;
       }},
      {"16", "white in a line without a space", "joined-words", "ISO 14289-1, 7.2",
       [](Victim& v) {
         const auto between = [](const PlacedRun& r) { return r.text.find(' ') < 8 && r.text.find(' ') > 2; };
         PlacedRun& run = v.run([&](const PlacedRun& r) {
           return !is_artifact(r) && r.level == 0 && between(r) && r.text.size() > 20 && r.text.find(' ', 9) < 20;
         });
         const std::size_t space = run.text.find(' ');
         run.text.erase(space, 1);
         auto glyphs = run.glyphs.all();
         std::erase_if(glyphs, [&](const PlacedGlyph& g) { return g.cluster == space; });
         for (PlacedGlyph& glyph : glyphs) glyph.cluster -= glyph.cluster > space ? 1 : 0;
         run.glyphs = glyphs;
       }},
      {"16", "lines without a space at their end", "joined-words", "ISO 14289-1, 7.2",
       [](Victim& v) {
         for (Page& page : v.document.pages)
           for (Placed& item : page.items)
             if (auto* run = std::get_if<PlacedRun>(&item);
                 run != nullptr && run->ends_line && run->text.ends_with(' ')) {
               run->text.pop_back();
               auto glyphs = run->glyphs.all();
               std::erase_if(glyphs, [&](const PlacedGlyph& g) { return g.cluster == run->text.size(); });
               run->glyphs = glyphs;
             }
       }},
      {"16", "a wrong language on a phrase", "wrong-language", "ISO 14289-1, 7.2",
       [](Victim& v) {
         for (StructElement& e : v.document.structure)
           if (e.role == Role::span && e.lang == "ar") e.lang = "en-GB";
       }},
      {"16", "paragraphs drawn in another order than the tree's", "order", "ISO 14289-1, 7.2",
       [](Victim& v) {
         auto& items = v.document.pages[1].items;
         std::reverse(items.begin(), items.end());
       }},
      {"16", "an item of a list without LBody", "list-body", "ISO 14289-1, 7.6",
       [](Victim& v) {
         std::erase_if(v.element(Role::li).children, [&](StructId id) { return v.at(id).role == Role::lbody; });
       }},
      {"16", "a numbered item without its number", "list-label", "ISO 14289-1, 7.6",
       [](Victim& v) {
         for (const StructElement& list : v.document.structure)
           if (list.list_numbering == "Decimal")
             std::erase_if(v.at(list.children[0]).children, [&](StructId id) { return v.at(id).role == Role::lbl; });
       }},
      {"16", "a running head tagged as text", "running-matter", "ISO 14289-1, 7.1",
       [](Victim& v) {
         const StructId p = v.add(Role::p, {0});
         for (Page& page : v.document.pages)
           for (Placed& item : page.items)
             if (auto* run = std::get_if<PlacedRun>(&item); run != nullptr && is_artifact(*run)) run->tag = p;
       }},
      {"16", "a repeated table head tagged again", "head-twice", "ISO 14289-1, 7.1",
       [](Victim& v) {
         std::vector<Placed> again;
         std::size_t page = 0;
         std::optional<StructId> head;
         for (std::size_t i = 0; i + 1 < v.document.pages.size() && again.empty(); ++i)
           for (const Placed& item : v.document.pages[page = i].items)
             if (const auto* run = std::get_if<PlacedRun>(&item); run != nullptr && !is_artifact(*run))
               if (const auto here = v.head_of(std::get<StructId>(run->tag)); here && (!head || head == here)) {
                 head = here;
                 again.push_back(item);
               }
         for (Placed& item : again) std::get<PlacedRun>(item).origin.y += Pt::from_points(10);
         auto& items = v.document.pages.at(page + 1).items;
         items.insert(items.begin(), again.begin(), again.end());
       }},
  };
  return all;
}

bool tells(const Diagnostics& diags, const Row& row) {
  const auto& told = diags.all();
  return std::any_of(told.begin(), told.end(), [&](const Diagnostic& d) {
    return d.code == std::string("conform.") + row.code && d.message.ends_with(std::string("(") + row.clause + ")");
  });
}

}  // namespace

TEST_CASE("each breach of the document is found under its clause") {
  test::Whole whole;
  const Document specimen = whole.document(test::Whole::job("input/specimen.toml"));
  Diagnostics clean;
  REQUIRE(pdf::conforms(specimen, whole.workshop().fonts, clean));
  CHECK(rows().size() >= 50);
  for (const Row& row : rows()) {
    CAPTURE(std::string(row.breach));
    Victim victim{specimen};
    row.make(victim);
    Diagnostics diags;
    const bool conforms = pdf::conforms(victim.document, whole.workshop().fonts, diags);
    CHECK(conforms != diags.has_errors());  // what a checker can only suspect is a warning
    CHECK(tells(diags, row));
  }
}
