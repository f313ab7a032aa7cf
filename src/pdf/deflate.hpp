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
#include "base/recent.hpp"

struct libdeflate_compressor;

namespace readout::pdf {

/// CRC-32 (ISO 3309): no safeguard.
[[nodiscard]] std::uint32_t crc32(std::string_view bytes);

/// What was deflated for files of few pages.
struct Deflated {
  Recent<std::string> results{4'000'000};  ///< typefaces of a hundred files
};

class Deflater {
 public:
  /// `pages` of the file. `known`: nullptr, or what files before this one left; must outlive this.
  explicit Deflater(std::size_t pages, Deflated* known = nullptr);

  /// zlib format, as /FlateDecode wants it.
  /// Cost: linear; no set-up after the first call.
  [[nodiscard]] std::string operator()(std::string_view bytes);
  /// The same, of what other files may have, too: typefaces, maps, colour profiles.
  [[nodiscard]] std::string recurring(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  Deflated* known_;
  std::string room_;  ///< as large as the largest result so far could have been
};

}  // namespace readout::pdf
