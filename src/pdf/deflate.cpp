#include "pdf/deflate.hpp"

#include <zlib.h>

#include <limits>

#include "base/assert.hpp"

namespace readout::pdf {
namespace {
constexpr int level = 9;         // a brief is small: the last percent costs a millisecond
constexpr int window_bits = 15;  // zlib format
constexpr int memory_level = 9;
constexpr std::size_t max_step = 1U << 30;
}  // namespace

struct Deflater::Stream {
  z_stream z{};
};

Deflater::Deflater() : stream_(std::make_unique<Stream>()) {
  const int status = deflateInit2(&stream_->z, level, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY);
  READOUT_ASSERT(status == Z_OK);
}

Deflater::~Deflater() { deflateEnd(&stream_->z); }

std::string Deflater::operator()(std::string_view bytes) {
  z_stream& z = stream_->z;
  std::string out(deflateBound(&z, static_cast<uLong>(bytes.size())), '\0');
  READOUT_ASSERT(out.size() <= std::numeric_limits<uInt>::max());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  std::size_t done = 0;
  int status = Z_OK;
  do {
    const std::size_t step = bytes.size() - done < max_step ? bytes.size() - done : max_step;
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + done));  // zlib only reads it
    z.avail_in = static_cast<uInt>(step);
    done += step;
    status = deflate(&z, done == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
  } while (status == Z_OK && done < bytes.size());
  READOUT_ASSERT(status == Z_STREAM_END);
  out.resize(z.total_out);
  const int reset = deflateReset(&z);
  READOUT_ASSERT(reset == Z_OK);
  return out;
}

}  // namespace readout::pdf
