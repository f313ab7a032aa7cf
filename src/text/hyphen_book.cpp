#include "text/hyphen_book.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>
#include "base/ascii.hpp"
#include "base/once.hpp"

namespace readout::text {
namespace {

bool same_tag(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return ascii::small(x) == ascii::small(y); });
}

}  // namespace

struct HyphenBook::Shelf {
  struct Slot {
    Once opened;
    std::unique_ptr<const Hyphenator> patterns;
    std::string code, message, hint;  ///< why they cannot be used
  };
  std::vector<HyphenPatterns> list;
  std::string folder;
  Files* files = nullptr;
  std::mutex reading;  // Files need not be safe from several threads
  std::deque<Slot> slots;

  void open(const HyphenPatterns& entry, Slot& slot) {
    const std::string path = join_path(folder, entry.file);
    Read read;
    {
      const std::lock_guard lock(reading);
      read = files->read(path);
    }
    if (!read.bytes) {
      slot.code = "hyphenation.missing-file";
      slot.message = "the hyphenation patterns " + path + " cannot be read: " + read.why;
      slot.hint = entry.source.empty() ? "copy the file into the fonts folder, or take its lines out of fonts.toml"
                                       : "./scripts/fonts fills the fonts folder (./scripts/brief does so, too)";
      return;
    }
    std::string why;
    slot.patterns = Hyphenator::open(*read.bytes, why);
    if (slot.patterns) return;
    slot.code = "hyphenation.unusable";
    slot.message = "the file " + path + " " + why;
    slot.hint = "name another file in fonts.toml";
  }
};

HyphenBook::HyphenBook() : shelf_(std::make_unique<Shelf>()) {}

HyphenBook::HyphenBook(std::vector<HyphenPatterns> list, std::string folder, Files& files) : HyphenBook() {
  shelf_->list = std::move(list);
  shelf_->folder = std::move(folder);
  shelf_->files = &files;
  for (std::size_t i = 0; i < shelf_->list.size(); ++i) shelf_->slots.emplace_back();
}

HyphenBook::~HyphenBook() = default;
HyphenBook::HyphenBook(HyphenBook&&) noexcept = default;
HyphenBook& HyphenBook::operator=(HyphenBook&&) noexcept = default;

const HyphenPatterns* HyphenBook::find(std::string_view lang) const {
  for (std::string_view tag = lang; !tag.empty();) {
    for (const HyphenPatterns& entry : shelf_->list)
      for (const std::string& listed : entry.languages)
        if (same_tag(listed, tag)) return &entry;
    const std::size_t cut = tag.rfind('-');
    tag = cut == std::string_view::npos ? std::string_view{} : tag.substr(0, cut);
  }
  return nullptr;
}

const Hyphenator* HyphenBook::open(const HyphenPatterns& entry, Diagnostics& diags) const {
  auto& slot = shelf_->slots[static_cast<std::size_t>(&entry - shelf_->list.data())];
  slot.opened.run([&] { shelf_->open(entry, slot); });
  if (slot.patterns) return slot.patterns.get();
  const auto& told = diags.all();
  if (std::none_of(told.begin(), told.end(),
                   [&](const Diagnostic& d) { return d.code == slot.code && d.message == slot.message; }))
    diags.failure(Blame::system, slot.code, slot.message).hint(slot.hint);
  return nullptr;
}

}  // namespace readout::text
