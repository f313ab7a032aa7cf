#include "base/length.hpp"

#include <doctest/doctest.h>

#include "base/hash.hpp"

using namespace readout;
using namespace readout::literals;

TEST_CASE("sums of lengths are exact") {
  Pt sum;
  for (int i = 0; i < 1000; ++i) sum += 14.5_pt;
  CHECK(sum == 14500_pt);
  CHECK(Pt::from_points(-0.00001).units() == -1);
  CHECK(25.4_mm == 72_pt);
  CHECK(1_in == 72_pt);
}

TEST_CASE("ems and shares become lengths by name only") {
  CHECK(Em(0.5).at(11_pt) == 5.5_pt);
  CHECK(Ratio(0.25).of(100_pt) == 25_pt);
}

TEST_CASE("SHA-256 gives the standard's sums (FIPS 180-4 examples)") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
