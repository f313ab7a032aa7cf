#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include "base/assert.hpp"

namespace readout::pdf {
namespace {
constexpr int level = 6;  // of 12; 9 takes twice the time for half a percent
}  // namespace

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) { READOUT_ASSERT(compressor_ != nullptr); }

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

std::string Deflater::operator()(std::string_view bytes) {
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
  if (room_.size() < bound) room_.resize(bound);
  const std::size_t size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), room_.data(), room_.size());
  READOUT_ASSERT(size > 0);
  return room_.substr(0, size);
}

}  // namespace readout::pdf
