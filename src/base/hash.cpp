#include "base/hash.hpp"

#include <sys/types.h>

#include <md5.h>
#include <sha2.h>

#include <cstring>

#include "base/sha256_blocks.hpp"

namespace readout {
namespace {

constexpr std::size_t block = 64, length_field = 8;

/// Whole blocks first, then the rest with a one bit, zeros, and the length in bits.
Digest by_instructions(std::string_view bytes) {
  std::array<std::uint32_t, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  const std::size_t whole = bytes.size() / block, rest = bytes.size() % block;
  take_sha256_blocks(state, reinterpret_cast<const std::uint8_t*>(bytes.data()), whole);
  std::array<std::uint8_t, 2 * block> last{};
  if (rest > 0) std::memcpy(last.data(), bytes.data() + whole * block, rest);
  last[rest] = 0x80;
  const std::size_t size = rest + 1 + length_field > block ? 2 * block : block;
  for (std::size_t i = 0; i < length_field; ++i)
    last[size - 1 - i] = static_cast<std::uint8_t>(std::uint64_t{bytes.size()} * 8 >> (8 * i));
  take_sha256_blocks(state, last.data(), size / block);
  Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

}  // namespace

Digest sha256_by_library(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  Digest digest;
  SHA256Final(digest.data(), &context);
  return digest;
}

Digest sha256(std::string_view bytes) {
  return has_sha_instructions() ? by_instructions(bytes) : sha256_by_library(bytes);
}

std::string md5(std::string_view bytes) {
  MD5_CTX context;
  MD5Init(&context);
  MD5Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::uint8_t digest[MD5_DIGEST_LENGTH];
  MD5Final(digest, &context);
  return {reinterpret_cast<const char*>(digest), MD5_DIGEST_LENGTH};
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

}  // namespace readout
