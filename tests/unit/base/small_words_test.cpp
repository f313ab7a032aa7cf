#include "base/small_words.hpp"

#include <doctest/doctest.h>

#include <string>

using readout::leads_on;

TEST_CASE("words that say nothing without the next, by language and whatever their case") {
  for (const char* word : {"the", "The", "of", "between", "an"}) CHECK_MESSAGE(leads_on(word, "en-GB"), word);
  for (const char* word : {"oil", "UN", "gas", "", " ", "the of"}) CHECK_MESSAGE(!leads_on(word, "en"), word);
  for (const char* word : {"des", "à", "entre"}) CHECK_MESSAGE(leads_on(word, "fr"), word);
  CHECK_FALSE(leads_on("des", "en"));
  for (const char* word : {"على", "وعلى", "في", "التي"}) CHECK_MESSAGE(leads_on(word, "ar-IQ"), word);
  for (const char* word : {"قطر", "وقطر", "وزير"}) CHECK_MESSAGE(!leads_on(word, "ar"), word);
  CHECK_FALSE(leads_on("the", "nl"));
  CHECK_FALSE(leads_on(std::string(1000, 'a'), "en"));
}
