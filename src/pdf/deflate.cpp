#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <new>

#include "base/assert.hpp"

namespace readout::pdf {
namespace {
constexpr int level = 6;        // of 12; 9 takes twice the time for half a percent
constexpr int quick_level = 1;  // font programs become 0.3 % larger by it, text 8 %
}  // namespace

Deflater::Deflater()
    : compressor_(libdeflate_alloc_compressor(level)), quick_(libdeflate_alloc_compressor(quick_level)) {
  if (compressor_ == nullptr || quick_ == nullptr) throw std::bad_alloc();
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

std::string Deflater::operator()(std::string_view bytes) { return run(compressor_.get(), bytes); }

std::string Deflater::quickly(std::string_view bytes) { return run(quick_.get(), bytes); }

std::string Deflater::run(libdeflate_compressor* compressor, std::string_view bytes) {
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.size());
  if (room_.size() < bound) room_.resize(bound);
  const std::size_t size = libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), room_.data(), room_.size());
  READOUT_ASSERT(size > 0);
  return room_.substr(0, size);
}

}  // namespace readout::pdf
