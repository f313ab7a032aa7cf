// Right-to-left text comes back from poppler (three ways) and mupdf as it was written.
#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;

namespace {

struct Readings {
  std::string pdftotext, layout, structure, mutool;
};

/// The words of pdfinfo's structure text: what stands in quotes, one line a sequence.
std::string struct_text(const std::string& output) {
  std::string out;
  for (std::size_t at = 0; at < output.size();) {
    const std::size_t end = std::min(output.find('\n', at), output.size());
    std::string line = output.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(' ');
    if (first != std::string::npos && line[first] == '"' && line.back() == '"') {
      out += line.substr(first + 1, line.size() - first - 2) + " ";
    }
    at = end + 1;
  }
  return logical(out);
}

Readings read(const std::string& pdf) {
  return {logical(judged(pdf, "pdftotext @ -").output), logical(judged(pdf, "pdftotext -layout @ -").output),
          struct_text(judged(pdf, "pdfinfo -struct-text @").output),
          logical(judged(pdf, "(mutool draw -q -F txt @ 2>/dev/null)").output)};
}

std::string page_of(const std::string& text, bool rtl) {
  Draft draft;
  const StructId paragraph = draft.element(Role::p);
  draft[paragraph].lang = rtl ? "ar" : "en";
  if (rtl) {
    draft.arabic(paragraph, text);
  } else {
    draft.latin(paragraph, text);
  }
  return written(draft.document);
}

}  // namespace

TEST_CASE("lines of a right-to-left paragraph are exact in all four readings") {
  for (const char* line : {
           "دولة قطر",
           "جلسة عمل حول المقاييس المشتركة والتصريفات الشتوية",
           "جمهورية العراق",
           "وزيري الدفاع والخارجية",
           "السلام عليكم ورحمة الله",
           "مُحَمَّدٌ رَسُولٌ",
           "بلغت النسبة 45.5% (أي «نصف» السكان) في 2026.",
           "لا إله إلا الله والأمل",
           "قال الوزير: «التقى Doha Forum الوفد، ثم غادر»، و (3) آخرون.",
           "هل وصل الوفد؟ نعم! (١٢ مارس ٢٠٢٦)",
           "الهاتف: 4444-1234 / البريد: info@gov.qa",
           "من 10:30 إلى 11:45 بتاريخ 12/03/2026",
           "بسم الله الرحمن الرحيم",
           "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ",
           "قال: \"لا\"، ثم قال: لا - لا.",
           "الناتج 5,3 مليار دولار (نمو 2.5%)؛ انظر الجدول 4.",
           "أعلن UNESCO و WHO النتائج",
           "1. البند الأول",
           "• البند الثاني",
           "وزارة الدفاع (MOD)",
       }) {
    CAPTURE(line);
    const Readings readings = read(page_of(line, true));
    CHECK(readings.pdftotext == line);
    CHECK(readings.layout == line);
    CHECK(readings.structure == line);
    CHECK(readings.mutool == line);
  }
}

TEST_CASE("lines of a left-to-right paragraph with Arabic in them") {
  for (const char* line : {
           "Doha, Qatar: the Emir (أمير دولة قطر) said «نعم».",
           "Ministry of Defence (MOD) وزارة الدفاع",
           "The word سلام means peace",
           "A second interpreter · مترجم شفوي ثانٍ",
           "the word ثانٍ means second",
       }) {
    CAPTURE(line);
    const Readings readings = read(page_of(line, false));
    CHECK(readings.pdftotext == line);
    CHECK(readings.structure == line);
    CHECK(readings.mutool == line);
  }
}

TEST_CASE("a number after Arabic in an English line comes out in poppler's order, elsewhere as written") {
  const std::string line = "the ministers (قطر) met on 12 مارس 2026";
  const Readings readings = read(page_of(line, false));
  CHECK(readings.pdftotext == "the ministers (قطر) met on 12 2026مارس");
  CHECK(readings.structure == line);
  CHECK(readings.mutool == line);
}

TEST_CASE("justified lines keep one blank between words, also wide ones") {
  for (const double extra : {3.0, 12.0, 40.0}) {
    Draft draft;
    draft.word_space = Pt::from_points(extra);
    const StructId paragraph = draft.element(Role::p);
    const std::string line = "اجتماع مجلس الإدارة السنوي: البند الأول";
    draft.arabic(paragraph, line);
    const Readings readings = read(written(draft.document));
    CHECK(readings.pdftotext == line);
    CHECK(readings.structure == line);
    CHECK(readings.mutool == line);
  }
}

TEST_CASE("paragraphs of several lines are joined by the blank that hangs at a line's end") {
  Draft draft;
  const StructId paragraph = draft.element(Role::p);
  draft.arabic(paragraph, "اجتماع مجلس الإدارة ");
  std::get<PlacedRun>(draft.document.pages.back().items.back()).ends_line = true;
  draft.arabic(paragraph, "السنوي في الدوحة");
  const std::string pdf = written(draft.document);
  CHECK(read(pdf).structure == "اجتماع مجلس الإدارة السنوي في الدوحة");
  CHECK(read(pdf).mutool == "اجتماع مجلس الإدارة السنوي في الدوحة");
}

TEST_CASE("the element says its text once more, and nothing is nested in a sequence") {
  const std::string text = unpacked(page_of("السلام عليكم", true));
  CHECK(text.find("/ActualText") != std::string::npos);
  int depth = 0;
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    if (text.compare(at, 4, "BDC\n") == 0) CHECK(++depth == 1);
    if (text.compare(at, 4, "EMC\n") == 0) CHECK(--depth == 0);
  }
  CHECK(depth == 0);
}
