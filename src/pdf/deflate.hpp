// libdeflate through one reused compressor: same bytes in, same bytes out.
//
// A file of few pages is compressed quickly: most of it are fonts, which hardly become smaller by more work, so that it
// is 2 to 3 % larger, and a batch of such files takes 7 % less time. Of a long one the pages would be 15 % larger.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace readout::pdf {

/// CRC-32 (ISO 3309): no safeguard.
[[nodiscard]] std::uint32_t crc32(std::string_view bytes);

class Deflater {
 public:
  /// `pages` of the file.
  explicit Deflater(std::size_t pages);

  /// zlib format, as /FlateDecode wants it.
  /// Cost: linear; no set-up after the first call.
  [[nodiscard]] std::string operator()(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string room_;  ///< as large as the largest result so far could have been
};

}  // namespace readout::pdf
