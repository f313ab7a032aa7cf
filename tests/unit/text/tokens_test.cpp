// Words that are addresses or codes, and where they may be parted.
#include "text/tokens.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace readout;
using text::Token;

namespace {

Token::Kind kind_of(const std::string& word) { return text::token_at("see " + word + " now", 5).kind; }

/// The address with | where it may be parted beside the places of UAX #14.
std::string parted(const std::string& address) {
  const std::string text = "see " + address + " now";
  const Token token = text::token_at(text, 5);
  REQUIRE(token.kind == Token::Kind::address);
  std::string out;
  for (std::size_t at = token.begin; at < token.end; ++at) {
    if (text::parts_addresses(text[at]) && text::may_part(text, token, at)) out += '|';
    out += text[at];
  }
  return out;
}

}  // namespace

TEST_CASE("codes") {
  for (const char* code : {"AGENDA/Rev.2", "WP.3-FOLLOWUP", "A/RES/78/137", "JTC/22/MIN/1.", "(MFA/EU/2026-0217)",
                           "MSC.1/Circ.1638/Rev.2", "DGM/AFR/2026/n", "CF-2026", "TCC-2026-W2", "COVID-19", "ISO/IEC",
                           "USD/CHF", "م/٢٠٢٦/٧", "14./15.", "INL-NAV/2026/CONS-0007/WP.3-FOLLOWUP/REV.2/CORR.1"}) {
    CAPTURE(std::string(code));
    CHECK(kind_of(code) == Token::Kind::code);
  }
  for (const char* word :
       {"and/or",          "10-year", "10-YEAR",   "24-HOUR-A-DAY", "Al-Thani",  "AL-THANI",  "FOLLOW-UP",
        "24/7-Service",    "G20-led", "H.E.",      "U.S.A.",        "18,204.55", "1.250.000", "60/40",
        "IMPORTS/EXPORTS", "2026",    "post-2015", "word",          "و/أو",      "-"}) {
    CAPTURE(std::string(word));
    CHECK(kind_of(word) == Token::Kind::word);
  }
  const std::string text = "of A/RES/78–and/or\u2014CF-2026\u00A0x-y";
  CHECK(text::token_at(text, 5).end == text.find("–"));
  CHECK(text::token_at(text, text.find("/or")).kind == Token::Kind::word);
  CHECK(text::token_at(text, text.find("2026")).kind == Token::Kind::code);
  CHECK(text::token_at(text, text.find("-y")).kind == Token::Kind::word);
  CHECK(kind_of("A/1" + std::string(200, 'A')) == Token::Kind::word);
}

TEST_CASE("addresses") {
  for (const char* address : {"https://mofa.example/news/2026", "info@mofa.example,", "(www.mofa.example)"})
    CHECK(kind_of(address) == Token::Kind::address);
  CHECK(kind_of("mofa.example") == Token::Kind::word);
  CHECK(parted("https://www.jtc-interconnection.example/a.b") == "https://www.jtc-interconnection|.example/a.b");
  CHECK(parted("https://mofa.example/v1.25/annex_3.pdf.") == "https://mofa|.example/v1.25/annex|_3|.pdf.");
  CHECK(parted("inland.navigation@unece.example;") == "inland|.navigation|@unece|.example;");
  CHECK(parted("a@b.qa") == "a@b.qa");
}

TEST_CASE("a figure stays with the dash or the dot before it") {
  const auto bound = [](std::string_view before, std::string_view after) {
    return text::is_before_bound_figure(std::string(before) + std::string(after), before.size());
  };
  CHECK(bound("09:00–", "17:30"));
  CHECK(bound("١٤–", "١٥"));
  CHECK(bound("les 1er–", "3 juin"));
  CHECK(bound("the 1st–", "3rd"));
  CHECK(bound("Rev.", "2"));
  CHECK_FALSE(bound("Doha–", "2026"));
  CHECK_FALSE(bound("14–", "May"));
  CHECK_FALSE(bound("14/", "15"));
  CHECK_FALSE(bound("…", "15"));
}

TEST_CASE("checksums") {
  const std::string sum = "9f86d081884c7d659a2feaa0c55ad015";
  const auto parts = [](const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at > 0 && text::parts_sum(text, at)) out += '|';
      out += text[at];
    }
    return out;
  };
  const std::string in_parts = "9f86d081|884c7d65|9a2feaa0|c55ad015";
  CHECK(parts(sum) == in_parts);
  CHECK(parts("MD5:" + sum + ", too") == "MD5:" + in_parts + ", too");
  CHECK(parts(sum + "00ff") == in_parts + "00ff");  // no line begins with the four that are left
  CHECK(parts(sum.substr(1)) == sum.substr(1));
  CHECK(parts("faced beaded facade 20260402") == "faced beaded facade 20260402");
  const std::string too_long(10000, 'a');
  CHECK(parts(too_long) == too_long);
}
