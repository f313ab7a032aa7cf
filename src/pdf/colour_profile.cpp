#include "pdf/colour_profile.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace readout::pdf {
namespace {

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}
void put32(std::string& out, std::uint32_t value) {
  put16(out, value >> 16);
  put16(out, value & 0xFFFF);
}
/// s15Fixed16Number
void put_fixed(std::string& out, double value) {
  put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536.0))));
}

std::string numbers(std::string_view type, std::initializer_list<double> values) {
  std::string out(type);
  put32(out, 0);
  for (const double value : values) put_fixed(out, value);
  return out;
}

/// multiLocalizedUnicodeType with one record
std::string words(std::string_view ascii) {
  std::string out = "mluc";
  for (const std::uint32_t value : {0U, 1U, 12U}) put32(out, value);
  out += "enUS";
  put32(out, static_cast<std::uint32_t>(2 * ascii.size()));
  put32(out, 28);
  for (const char c : ascii) put16(out, static_cast<unsigned char>(c));
  return out;
}

/// parametricCurveType 3: Y = ((X + 0.055) / 1.055) ^ 2.4 from 0.04045 on, X / 12.92 below.
std::string transfer_curve() {
  std::string out = "para";
  put32(out, 0);
  put16(out, 3);
  put16(out, 0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) put_fixed(out, value);
  return out;
}

struct TagEntry {
  std::string_view name;
  std::string bytes;  ///< empty: the bytes of the tag before
};

std::string header(std::size_t size) {
  std::string out;
  put32(out, static_cast<std::uint32_t>(size));
  put32(out, 0);           // no preferred engine
  put32(out, 0x04200000);  // version 4.2
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U}) put16(out, part);  // a fixed date
  out += "acsp";
  out.append(28, '\0');  // platform, flags, device, attributes, intent
  for (const double value : {0.9642, 1.0, 0.8249}) put_fixed(out, value);  // D50
  out.resize(128, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const TagEntry tags[] = {
      {"desc", words("sRGB")},
      {"cprt", words("No copyright, use freely")},
      {"wtpt", numbers("XYZ ", {0.9642, 1.0, 0.8249})},
      {"rXYZ", numbers("XYZ ", {0.43607, 0.22249, 0.01392})},
      {"gXYZ", numbers("XYZ ", {0.38515, 0.71687, 0.09708})},
      {"bXYZ", numbers("XYZ ", {0.14307, 0.06061, 0.71410})},
      {"rTRC", transfer_curve()},
      {"gTRC", ""},
      {"bTRC", ""},
      {"chad", numbers("sf32", {1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168})},
  };
  const std::size_t base = 128 + 4 + 12 * std::size(tags);
  std::string directory, data;
  put32(directory, static_cast<std::uint32_t>(std::size(tags)));
  std::size_t offset = 0, length = 0;
  for (const TagEntry& tag : tags) {
    if (!tag.bytes.empty()) {
      offset = base + data.size();
      length = tag.bytes.size();
      data += tag.bytes;
      data.append((4 - data.size() % 4) % 4, '\0');
    }
    directory += tag.name;
    put32(directory, static_cast<std::uint32_t>(offset));
    put32(directory, static_cast<std::uint32_t>(length));
  }
  return header(base + data.size()) + directory + data;
}

void write_output_intent(Haru& haru, Deflater& deflate) {
  Dict profile = haru.stream(deflate.recurring(srgb_profile()));
  profile.name("Filter", "FlateDecode");
  profile.integer("N", 3);
  Dict intent = haru.catalog().array("OutputIntents").dict();
  intent.name("Type", "OutputIntent");
  intent.name("S", "GTS_PDFA1");
  intent.text("OutputConditionIdentifier", "sRGB");
  intent.text("Info", "sRGB IEC61966-2.1");
  intent.refer("DestOutputProfile", profile);
}

}  // namespace readout::pdf
