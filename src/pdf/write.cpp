#include "pdf/write.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/timing.hpp"
#include "pdf/attachments.hpp"
#include "pdf/colour_profile.hpp"
#include "pdf/deflate.hpp"
#include "pdf/fonts.hpp"
#include "pdf/haru.hpp"
#include "pdf/metadata.hpp"
#include "pdf/navigation.hpp"
#include "pdf/page_writer.hpp"
#include "pdf/pictures.hpp"
#include "pdf/save.hpp"
#include "pdf/structure.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

std::vector<Dict> make_pages(const layout::Document& document, Haru& haru) {
  std::vector<Dict> pages;
  for (std::size_t i = 0; i < document.pages.size(); ++i) pages.push_back(haru.page());
  return pages;
}

std::string media_box(Size size) {
  std::string out = "/MediaBox[0 0 ";
  append_number(out, size.width.points());
  out += ' ';
  append_number(out, size.height.points());
  return out + "]";
}

/// The entries of a page (ISO 32000-1, table 30). All pages share one complete resource dictionary. A page's items go
/// when they are written, its content to the file at once.
struct PageMaker {
  layout::Document& document;
  const Places& places;
  Haru& haru;
  Deflater& deflate;
  const Shared& shared;
  Dict resources;
  Saver& saver;

  void make(std::uint32_t number) const {
    TIMED("pdf.pages");
    layout::Page& source = document.pages[number];
    Dict page = places.pages[number];
    Dict content = haru.stream(deflate(write_page(source, number, shared)));
    content.name("Filter", "FlateDecode");
    saver.put_streams();
    source.items.clear();
    source.items.shrink_to_fit();
    page.refer("Contents", content);
    page.refer("Resources", resources);
    page.integer("StructParents", number);
    page.name("Tabs", "S");  // ISO 14289-1, 7.18.3
    page.exact(media_box(source.size) + write_links(number, places, haru, shared.structure) + "\n");
  }
};

/// ISO 19005-3, 6.2.10: pages that blend say in which space they do.
void note_transparency(const std::vector<Dict>& pages) {
  for (Dict page : pages) page.exact("/Group<</S/Transparency/CS/DeviceRGB>>\n");
}

void write_resources(Dict resources, const Fonts& fonts, const Pictures& pictures, Haru& haru, Deflater& deflate) {
  resources.exact("/Font<<" + fonts.write(haru, deflate) + ">>");
  if (!pictures.resources().empty()) resources.exact("/XObject<<" + pictures.resources() + ">>");
  resources.exact("\n");
}

std::string modification_date(const layout::Info& info) { return info.issued ? pdf_date(*info.issued) : fixed_date; }

/// PDF/A-4f is for files with others inside; without any, the file is plain PDF/A-4 (ISO 19005-4, annex A).
Profile claimed(const Options& options) {
  Profile profile = options.profile;
  if (profile.archive_conformance == "F" && options.attachments.empty()) profile.archive_conformance = "";
  return profile;
}

}  // namespace

std::optional<std::string> write(layout::Document document, const text::FontBook& book, const Options& options,
                                 Diagnostics& diags) {
  READOUT_ASSERT(!document.pages.empty() && !document.structure.empty());
  READOUT_ASSERT(options.profile.attachments || options.attachments.empty());
  const Profile profile = claimed(options);
  auto fonts = Fonts::gather(document, book, options.memory != nullptr ? &options.memory->outlines : nullptr, diags);
  if (!fonts) return std::nullopt;

  Haru haru;
  Deflater deflate(document.pages.size(), options.memory != nullptr ? &options.memory->deflated : nullptr);
  const std::vector<Dict> pages = make_pages(document, haru);
  Structure structure(document, profile, haru, pages);
  Pictures pictures(document.pictures, haru, deflate);
  const Places places{document, pages, structure, profile};
  const Shared shared{*fonts, pictures, structure};
  Saver saver(haru, profile, deflate);
  const PageMaker maker{document, places, haru, deflate, shared, haru.object(), saver};
  for (std::uint32_t number = 0; number < pages.size(); ++number) maker.make(number);
  haru.close_pages();

  write_resources(maker.resources, *fonts, pictures, haru, deflate);
  if (const auto& refusal = fonts->refusal()) {
    diags.failure(Blame::output, refusal->code, refusal->message);
    return std::nullopt;
  }
  if (pictures.transparent()) note_transparency(pages);
  structure.write();
  write_outline(places, haru);
  write_page_labels(document, haru);
  write_metadata(document.info, profile, haru);
  write_output_intent(haru, deflate);
  write_attachments(options, modification_date(document.info), haru, deflate);

  auto bytes = saver.finish();
  if (!bytes || !haru.fault().empty()) {
    diags.failure(Blame::output, "pdf.haru", fmt::format("the PDF could not be written: {}", haru.fault()));
    return std::nullopt;
  }
  return bytes;
}

}  // namespace readout::pdf
