// Whole files: judged by qpdf and poppler, and read back byte by byte.
#include "pdf/write.hpp"

#include <doctest/doctest.h>

#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;

TEST_CASE("a document of everything is a sound PDF whose words come back") {
  const std::string pdf = written(sample().document);
  CHECK(pdf.starts_with("%PDF-1.7\n%"));
  CHECK(pdf.ends_with("%%EOF\n"));
  const Outcome check = judged(pdf, "qpdf --check @");
  CHECK_MESSAGE(check.status == 0, check.output);
  const std::string words = logical(judged(pdf, "pdftotext @ -").output);
  CHECK(words.find("Efficient staff affirm the coffee offer; AVATAR Tokyo, \u201CWaffle\u201D,") != std::string::npos);
  CHECK(words.find("na\u00EFve \u0141\u00F3d\u017A, fi ffi fl \u2013 a (bracket) and a back\\slash.") !=
        std::string::npos);
  const Outcome fonts_listed = judged(pdf, "pdffonts @");
  CHECK(fonts_listed.output.find(" no ") == std::string::npos);
}

TEST_CASE("two writes give the same bytes, another word gives another name") {
  const Draft one = sample();
  CHECK(written(one.document) == written(one.document));
  Draft other = sample();
  other.document.info.subject = "else";
  const auto id = [](const std::string& pdf) { return pdf.substr(pdf.find("/ID["), 70); };
  CHECK(id(written(one.document)) != id(written(other.document)));
}

TEST_CASE("the structure tree reads in order, with links and notes in place") {
  const std::string tree = judged(written(sample().document), "pdfinfo -struct-text @").output;
  std::size_t at = 0;
  for (const char* part : {"Document",
                           "H1",
                           "Affluent Office: the quiet fjord",
                           "Sect",
                           "H2",
                           "Agenda",
                           "P (block)",
                           "L (block)",
                           "LI",
                           "Lbl",
                           "1.",
                           "LBody",
                           "Table",
                           "THead",
                           "TR",
                           "TH",
                           "Name",
                           "TBody",
                           "TD",
                           "O\u2019Neill",
                           "P (block)",
                           "Papers: ",
                           "Link",
                           "the annexes",
                           "Object ",
                           "all of them",
                           "Figure",
                           "Note",
                           "A note at the foot"}) {
    const std::string wanted = part;
    const std::size_t found = tree.find(wanted, at);
    CHECK_MESSAGE(found != std::string::npos, wanted << " not found in order in\n" << tree);
    if (found != std::string::npos) at = found;
  }
}
