#include "base/recent.hpp"

#include <doctest/doctest.h>

#include <string>

using readout::Recent;

TEST_CASE("a result is kept from the second time on, for just these bytes") {
  Recent<int> recent(1000);
  CHECK(recent.find("Doha") == nullptr);
  recent.keep("Doha", 1);
  CHECK(recent.find("Doha") == nullptr);
  recent.keep("Doha", 1);
  REQUIRE(recent.find("Doha") != nullptr);
  CHECK(*recent.find("Doha") == 1);
  CHECK(recent.find("Doha ") == nullptr);
  CHECK(recent.find("") == nullptr);
}

TEST_CASE("what is asked for stays, the rest is forgotten, and no more is held than was said") {
  Recent<std::string> recent(1000);
  const auto keep = [&](const std::string& key) {
    for (int i = 0; i < 2; ++i) recent.keep(key, "of " + key);
  };
  keep("always");
  keep("once");
  int held = 0;
  for (int i = 0; i < 100; ++i) {
    keep(std::to_string(i) + std::string(100, '-'));
    REQUIRE(recent.find("always") != nullptr);
    CHECK(*recent.find("always") == "of always");
  }
  CHECK(recent.find("once") == nullptr);
  for (int i = 0; i < 100; ++i)
    if (recent.find(std::to_string(i) + std::string(100, '-')) != nullptr) ++held;
  CHECK(held >= 9);
  CHECK(held <= 22);
}

TEST_CASE("no more is held where all of it is asked for again and again") {
  Recent<int> recent(1000);
  const auto key = [](int i) { return std::to_string(i) + std::string(100, '-'); };
  for (int i = 0; i < 100; ++i) {
    for (int k = 0; k < 2; ++k) recent.keep(key(i), i);
    for (int k = 0; k < i; ++k) static_cast<void>(recent.find(key(k)));
  }
  int held = 0;
  for (int i = 0; i < 100; ++i) held += recent.find(key(i)) != nullptr ? 1 : 0;
  CHECK(held >= 9);
  CHECK(held <= 33);
}
