#include "pdf/pictures.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"

namespace readout::pdf {

std::string Pictures::resource_name(const std::string& key) {
  const auto [place, is_new] = names_.try_emplace(key);
  if (is_new) {
    const auto found = pictures_.find(key);
    READOUT_ASSERT(found != pictures_.end());
    place->second = fmt::format("I{}", names_.size() - 1);
    resources_ += fmt::format("/{} {} ", place->second, write(found->second).ref());
  }
  return place->second;
}

Dict Pictures::header(const image::Image& picture, int components, std::string bytes) {
  Dict dict = haru_.stream(std::move(bytes));
  dict.name("Type", "XObject");
  dict.name("Subtype", "Image");
  dict.integer("Width", picture.width);
  dict.integer("Height", picture.height);
  dict.name("ColorSpace", components == 1 ? "DeviceGray" : "DeviceRGB");
  dict.integer("BitsPerComponent", 8);
  return dict;
}

Dict Pictures::write(const image::Image& picture) {
  if (picture.kind == image::Image::Kind::jpeg) {
    Dict dict = header(picture, picture.components, picture.data);
    dict.name("Filter", "DCTDecode");
    if (picture.components == 3) dict.dict("DecodeParms").integer("ColorTransform", picture.plain_rgb ? 0 : 1);
    return dict;
  }
  Dict dict = header(picture, picture.components, deflate_(picture.data));
  dict.name("Filter", "FlateDecode");
  if (!picture.alpha.empty()) {
    Dict mask = header(picture, 1, deflate_(picture.alpha));
    mask.name("Filter", "FlateDecode");
    dict.refer("SMask", mask);
    transparent_ = true;
  }
  return dict;
}

}  // namespace readout::pdf
