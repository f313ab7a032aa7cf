#include "fuzz/shop.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "base/utf8.hpp"
#include "press/data.hpp"

namespace readout::fuzz {
namespace {

// Templates and pictures are held in memory, so that a run reads nothing from the disk but new faces.
struct Shop {
  Shop() {
    tree.below = &disk;
    for (const std::string folder : {"/templates", "/templates/words", "/input/images"})
      for (const std::string& name : disk.list(READOUT_ROOT + folder)) {
        Read read = disk.read(READOUT_ROOT + folder + "/" + name);
        if (!read.bytes) continue;
        if (folder == "/input/images") tree.files["/fuzz/images/" + name] = *read.bytes;
        tree.files[READOUT_ROOT + folder + "/" + name] = std::move(*read.bytes);
      }
    if (fonts) return;
    std::fputs(render_text(diags).c_str(), stderr);
    std::abort();
  }
  DiskFiles disk;
  MemoryFiles tree;
  Diagnostics diags;
  std::optional<text::FontBook> fonts = press::open_fonts({READOUT_ROOT}, disk, diags);
};

Shop& shop() {
  static Shop shop;
  return shop;
}

}  // namespace

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

MemoryFiles files_with(const std::string& path, std::string_view bytes) {
  MemoryFiles files;
  files.below = &shop().tree;
  files.files[path] = std::string(bytes);
  return files;
}

press::Workshop workshop(Files& files, press::Memory* memory) {
  return {files, *shop().fonts, READOUT_ROOT "/templates", memory};
}

void show(const Diagnostics& diags) {
  for (const char c : render_text(diags))
    demand(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F), "a control character is told raw");
  demand(!utf8::first_fault(render_json(diags)), "the faults as JSON are not UTF-8");
}

void build_brief(MemoryFiles& files, const press::Job& job, press::Memory* memory) {
  Diagnostics diags;
  const bool built = press::build(job, workshop(files, memory), diags);
  demand(built != diags.has_errors(), "a PDF and an error, or neither");
  demand(built == files.files.contains(job.out), "a PDF that was not written, or written in spite of an error");
  show(diags);
}

}  // namespace readout::fuzz
