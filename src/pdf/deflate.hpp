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

  /// The same at a level that takes half the time: for what hardly becomes smaller at a higher one, as font programs.
  [[nodiscard]] std::string quickly(std::string_view bytes);
  /// zlib format, as /FlateDecode wants it.
  /// Cost: linear; no set-up after the first call.
  [[nodiscard]] std::string operator()(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  using Compressor = std::unique_ptr<libdeflate_compressor, Free>;
  std::string run(libdeflate_compressor* compressor, std::string_view bytes);

  Compressor compressor_, quick_;
  std::string room_;  ///< as large as the largest result so far could have been
};

}  // namespace readout::pdf
