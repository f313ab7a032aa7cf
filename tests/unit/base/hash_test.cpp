#include "base/hash.hpp"

#include <doctest/doctest.h>

using namespace readout;

TEST_CASE("SHA-256 gives the sums of FIPS 180-4") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256(std::string(1'000'000, 'a'))) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("MD5 gives the sums of RFC 1321") {
  CHECK(md5("abc") == "\x90\x01\x50\x98\x3c\xd2\x4f\xb0\xd6\x96\x3f\x7d\x28\xe1\x7f\x72");
}

TEST_CASE("a sum in hexadecimal is told from what is none") {
  const std::string sum = hex(sha256("abc"));
  CHECK(is_hex_sum(sum));
  CHECK_FALSE(is_hex_sum(sum.substr(1)));
  CHECK_FALSE(is_hex_sum(sum + "0"));
  CHECK_FALSE(is_hex_sum("G" + sum.substr(1)));
  CHECK_FALSE(is_hex_sum("A" + sum.substr(1)));
}
