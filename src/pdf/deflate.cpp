#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <new>

#include "base/assert.hpp"

namespace readout::pdf {
namespace {
constexpr int quick = 1, thorough = 6;  // of 12
constexpr std::size_t few = 4;
}  // namespace

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

Deflater::Deflater(std::size_t pages, Deflated* known)
    : compressor_(libdeflate_alloc_compressor(pages <= few ? quick : thorough)),
      known_(pages <= few ? known : nullptr) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

std::string Deflater::operator()(std::string_view bytes) {
  libdeflate_compressor* const compressor = compressor_.get();
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.size());
  if (room_.size() < bound) room_.resize(bound);
  const std::size_t size = libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), room_.data(), room_.size());
  READOUT_ASSERT(size > 0);
  return room_.substr(0, size);
}

std::string Deflater::recurring(std::string_view bytes) {
  if (known_ == nullptr) return (*this)(bytes);
  if (const std::string* const found = known_->results.find(bytes)) return *found;
  std::string deflated = (*this)(bytes);
  known_->results.keep(bytes, deflated);
  return deflated;
}

}  // namespace readout::pdf
