#include "press/media_types.hpp"

#include <array>
#include <utility>

namespace readout::press {

std::string_view media_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> types{
      {{".toml", "application/toml"},
       {".csv", "text/csv"},
       {".txt", "text/plain"},
       {".md", "text/markdown"},
       {".json", "application/json"},
       {".xml", "application/xml"},
       {".html", "text/html"},
       {".pdf", "application/pdf"},
       {".png", "image/png"},
       {".jpg", "image/jpeg"},
       {".jpeg", "image/jpeg"},
       {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}}};
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace readout::press
