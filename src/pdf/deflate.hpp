// zlib through one reused stream at a fixed level: same bytes in, same bytes out.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace readout::pdf {

class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// zlib format, as /FlateDecode wants it.
  /// Cost: linear; no set-up after the first call.
  [[nodiscard]] std::string operator()(std::string_view bytes);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace readout::pdf
