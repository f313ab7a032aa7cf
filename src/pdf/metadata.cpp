#include "pdf/metadata.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

namespace readout::pdf {
namespace {

using layout::Info;
using layout::Stamp;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string title_of(const Info& info) {
  return info.titles.empty() ? std::string("Untitled") : info.titles.front().second;
}

void write_info(const Info& info, Haru& haru) {
  Dict dict = haru.info();
  dict.text("Title", title_of(info));
  if (!info.creators.empty()) dict.text("Author", joined(info.creators, "; "));
  if (const std::string text = description_of(info); !text.empty()) dict.text("Subject", text);
  if (!info.keywords.empty()) dict.text("Keywords", keywords_of(info));
  dict.text("Creator", info.program);
  dict.text("Producer", info.program);
  if (info.issued) {
    dict.text("CreationDate", pdf_date(*info.issued));
    dict.text("ModDate", pdf_date(*info.issued));
  }
}

}  // namespace

std::string description_of(const Info& info) {
  return info.descriptions.empty() ? info.subject : info.descriptions.front().second;
}
std::string keywords_of(const Info& info) { return joined(info.keywords, ", "); }

std::string pdf_date(const Stamp& stamp) {
  std::string out = fmt::format("D:{:04}{:02}{:02}", stamp.year, stamp.month, stamp.day);
  if (!stamp.has_time) return out;
  out += fmt::format("{:02}{:02}{:02}", stamp.hour, stamp.minute, stamp.second);
  const int offset = std::abs(stamp.offset_minutes);
  if (offset == 0) return out + "Z";
  return out + fmt::format("{}{:02}'{:02}", stamp.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string xmp_date(const Stamp& stamp) {
  std::string out = fmt::format("{:04}-{:02}-{:02}", stamp.year, stamp.month, stamp.day);
  if (!stamp.has_time) return out;
  out += fmt::format("T{:02}:{:02}:{:02}", stamp.hour, stamp.minute, stamp.second);
  const int offset = std::abs(stamp.offset_minutes);
  if (offset == 0) return out + "Z";
  return out + fmt::format("{}{:02}:{:02}", stamp.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

void write_metadata(const Info& info, const Profile& profile, Haru& haru) {
  if (profile.info) write_info(info, haru);
  Dict packet = haru.stream(xmp_packet(info, profile));  // as it is: tools that know no PDF find it
  packet.name("Type", "Metadata");
  packet.name("Subtype", "XML");

  Dict catalog = haru.catalog();
  catalog.refer("Metadata", packet);
  catalog.text("Lang", info.lang.empty() ? "en" : info.lang);
  Dict preferences = catalog.dict("ViewerPreferences");
  preferences.boolean("DisplayDocTitle", true);
  if (info.right_to_left) preferences.name("Direction", "R2L");
}

}  // namespace readout::pdf
