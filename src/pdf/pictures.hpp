// Pictures as image XObjects, one a picture however often it is drawn (ISO 32000-1, 8.9.5).
#pragma once
#include <map>
#include <string>
#include "image/image.hpp"
#include "layout/document.hpp"
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"

namespace readout::pdf {

class Pictures {
 public:
  Pictures(const layout::Pictures& pictures, Haru& haru, Deflater& deflate)
      : pictures_(pictures), haru_(haru), deflate_(deflate) {}

  /// Writes the picture when it is first asked for. Pre: the document has that key.
  [[nodiscard]] std::string resource_name(const std::string& key);
  /// "/I0 12 0 R "
  [[nodiscard]] const std::string& resources() const { return resources_; }
  /// True when one of the pictures written so far has a soft mask.
  [[nodiscard]] bool transparent() const { return transparent_; }

 private:
  [[nodiscard]] Dict write(const image::Image& picture);
  [[nodiscard]] Dict header(const image::Image& picture, int components, std::string bytes);

  const layout::Pictures& pictures_;
  Haru& haru_;
  Deflater& deflate_;
  std::map<std::string, std::string> names_;
  std::string resources_;
  bool transparent_ = false;
};

}  // namespace readout::pdf
