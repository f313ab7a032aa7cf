#include "base/hash.hpp"

#include <doctest/doctest.h>

using namespace readout;

TEST_CASE("SHA-256 gives the sums of FIPS 180-4") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256(std::string(1'000'000, 'a'))) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the processor's own instructions give the library's sums at every length") {
  std::string bytes;
  for (std::size_t size = 0; size < 300; ++size) {
    CHECK_MESSAGE(sha256(bytes) == sha256_by_library(bytes), size);
    bytes += static_cast<char>(size * 7 + size / 11);
  }
}
