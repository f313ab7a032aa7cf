// libdeflate through one reused compressor at a fixed level: same bytes in, same bytes out.
#pragma once
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace readout::pdf {

class Deflater {
 public:
  Deflater();

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
