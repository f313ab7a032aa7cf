#include "compose/euphony.hpp"

#include <doctest/doctest.h>

using namespace readout::compose;

TEST_CASE("words that begin with the vowel i, as Spanish hears it") {
  for (const char* word : {"Italia", "Irak", "Inés Oller", "Íñigo", "Hilario", "hijo", "HISPANIA", "Ypres", "Yvonne",
                           "«Italia»", "(Irán)", "i"})
    CHECK_MESSAGE(begins_with_i(word), word);
  for (const char* word : {"", " ", "España", "hielo", "Hiato", "hioides", "Hungría", "Yemen", "yate", "Yúcar", "y",
                           "h", "1 de enero", "«Francia»", "قطر", "Éire"})
    CHECK_MESSAGE(!begins_with_i(word), word);
}
