#include "pdf/metadata.hpp"

#include <doctest/doctest.h>

#include "pdf/colour_profile.hpp"
#include "unit/pdf/support_document.hpp"

using namespace readout;
using layout::Info;
using layout::Stamp;

TEST_CASE("a day stays a day, a moment keeps its offset") {
  const Stamp day{2026, 3, 17, false, 0, 0, 0, 0};
  CHECK(pdf::pdf_date(day) == "D:20260317");
  CHECK(pdf::xmp_date(day) == "2026-03-17");
  const Stamp moment{2026, 3, 17, true, 14, 5, 9, 180};
  CHECK(pdf::pdf_date(moment) == "D:20260317140509+03'00");
  CHECK(pdf::xmp_date(moment) == "2026-03-17T14:05:09+03:00");
  CHECK(pdf::xmp_date({2026, 3, 17, true, 14, 5, 9, -210}) == "2026-03-17T14:05:09-03:30");
  CHECK(pdf::pdf_date({2026, 3, 17, true, 14, 5, 9, 0}) == "D:20260317140509Z");
}

TEST_CASE("Info and XMP say the same, and no date is made up") {
  Draft draft;
  const auto paragraph = draft.element(layout::Role::p);
  draft.latin(paragraph, "text");
  Info& info = draft.document.info;
  info.titles = {{"en", "A & B"}, {"ar", "\u0642\u0637\u0631"}};
  info.creators = {"One", "Two"};
  const std::string undated = unpacked(written(draft.document));
  CHECK(undated.find("CreationDate") == std::string::npos);
  CHECK(undated.find("CreateDate") == std::string::npos);
  CHECK(undated.find("/Author (One; Two)") != std::string::npos);
  CHECK(undated.find("<rdf:li>One</rdf:li><rdf:li>Two</rdf:li>") != std::string::npos);
  CHECK(undated.find("<rdf:li xml:lang=\"x-default\">A &amp; B</rdf:li>") != std::string::npos);
  CHECK(undated.find("<rdf:li xml:lang=\"ar\">\u0642\u0637\u0631</rdf:li>") != std::string::npos);
  CHECK(undated.find("/Lang (en)") != std::string::npos);
  CHECK(undated.find("Haru") == std::string::npos);
  info.issued = Stamp{2026, 3, 17, false, 0, 0, 0, 0};
  const std::string dated = unpacked(written(draft.document));
  CHECK(dated.find("/CreationDate (D:20260317)") != std::string::npos);
  CHECK(dated.find("<xmp:CreateDate>2026-03-17</xmp:CreateDate>") != std::string::npos);
}

TEST_CASE("a reader gets every character of a title, from either encoding") {
  for (const std::string title : {"•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€¡ÿ × é", "Ć “Łódź”", "plain (3)"}) {
    Draft draft = sample();
    draft.document.info.titles = {{"en", title}};
    CHECK(judged(written(draft.document), "pdfinfo @").output.find("Title:           " + title + "\n") !=
          std::string::npos);
  }
}

TEST_CASE("properties get names that XML allows and are described; several of one name are a bag") {
  Info info;
  info.titles = {{"en", "T"}};
  info.properties = {{"file ref", "A<7"}, {"2nd", "x"}, {"file-ref", "again"}};
  const std::string packet = pdf::xmp_packet(info, pdf::a_3a_ua_1);
  CHECK(packet.find(
            "<readout:fileRef><rdf:Bag><rdf:li>A&lt;7</rdf:li><rdf:li>again</rdf:li></rdf:Bag></readout:fileRef>") !=
        std::string::npos);
  CHECK(packet.find("<readout:n2nd>x</readout:n2nd>") != std::string::npos);
  CHECK(packet.find("<pdfaProperty:name>fileRef</pdfaProperty:name>") != std::string::npos);
  CHECK(packet.find("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>") != std::string::npos);
}

TEST_CASE("what XML cannot hold is left out of the packet") {
  Info info;
  info.titles = {{"en", std::string("a\x01"
                                    "b\x0B"
                                    "c")}};
  CHECK(pdf::xmp_packet(info, pdf::a_3a_ua_1).find("abc") != std::string::npos);
}

TEST_CASE("the colour profile is small, whole and the same every time") {
  const std::string profile = pdf::srgb_profile();
  CHECK(profile.size() == 520);
  CHECK(profile == pdf::srgb_profile());
  CHECK(profile.substr(36, 4) == "acsp");
  CHECK(profile.substr(12, 8) == "mntrRGB ");
  CHECK(static_cast<unsigned char>(profile[2]) * 256 + static_cast<unsigned char>(profile[3]) == 520);
}

TEST_CASE("right-to-left documents open from the right") {
  Draft draft;
  const auto paragraph = draft.element(layout::Role::p);
  draft.latin(paragraph, "text");
  draft.document.info.right_to_left = true;
  CHECK(unpacked(written(draft.document)).find("/Direction /R2L") != std::string::npos);
}
