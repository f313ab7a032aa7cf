#include "base/hash.hpp"

#include <nettle/md5.h>
#include <nettle/sha2.h>

#include <algorithm>

#include "base/ascii.hpp"

namespace readout {
namespace {

const std::uint8_t* octets(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

}  // namespace

Digest sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), octets(bytes));
  Digest digest;
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string md5(std::string_view bytes) {
  md5_ctx context;
  md5_init(&context);
  md5_update(&context, bytes.size(), octets(bytes));
  std::uint8_t digest[MD5_DIGEST_SIZE];
  md5_digest(&context, MD5_DIGEST_SIZE, digest);
  return {reinterpret_cast<const char*>(digest), MD5_DIGEST_SIZE};
}

std::string hex(const Digest& digest) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

bool is_hex_sum(std::string_view text) {
  const auto fits = [](char c) { return ascii::hex_digit(c) >= 0 && (c < 'A' || c > 'F'); };
  return text.size() == 2 * Digest().size() && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace readout
