#include "text/font_book.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <utility>
#include "base/assert.hpp"
#include "base/heap_watch.hpp"

namespace readout::text {
namespace {

/// A face that cannot be used, kept so that every run that wants it is told.
struct Fault {
  std::string code, message, hint;
};

struct Slot {
  const FontFamily* family = nullptr;
  const FontFace* entry = nullptr;
  std::mutex opening;
  std::atomic<unsigned> opened = 0;  ///< the book's opening that the face belongs to; 0: none yet
  std::atomic<const Face*> face = nullptr;
  std::vector<std::unique_ptr<const Face>> all;  ///< the last is in use; others of a brief that is being set may be
  std::optional<Fault> fault;
};

/// 0 for the style itself; a wrong weight is worse than a wrong slope.
int distance(const FontFace& face, bool bold, bool italic) {
  return (face.bold != bold ? 2 : 0) + (face.italic != italic ? 1 : 0);
}

bool was_told(const Diagnostics& diags, const Fault& fault) {
  const auto& all = diags.all();
  return std::any_of(all.begin(), all.end(),
                     [&](const Diagnostic& d) { return d.code == fault.code && d.message == fault.message; });
}

}  // namespace

struct FontBook::Shelf {
  FontList list;
  std::string folder;
  Files* files = nullptr;
  std::mutex reading;  // Files need not be safe from several threads
  std::deque<Slot> slots;
  HyphenBook hyphens;
  std::atomic<unsigned> opening = 1;

  void open(Slot& slot);
  void use(Slot& slot, SharedBytes bytes) const;
};

void FontBook::Shelf::use(Slot& slot, SharedBytes bytes) const {
  auto face = std::make_unique<const Face>(slot.family->name, slot.entry->bold, slot.entry->italic, slot.entry->file,
                                           std::move(bytes));
  face->check_heap();
  slot.face = slot.all.emplace_back(std::move(face)).get();
}

void FontBook::Shelf::open(Slot& slot) {
  if (!slot.all.empty()) return use(slot, slot.all.back()->bytes());
  const std::string path = join_path(folder, slot.entry->file);
  Lent file;
  {
    const std::lock_guard lock(reading);
    file = files->lend(path);
  }
  if (!file.bytes) {
    slot.fault = Fault{
        "font.missing-file", "the font file " + path + " of " + slot.family->name + " cannot be read: " + file.why,
        slot.entry->source.empty() ? "copy the file into the fonts folder, or take its lines out of fonts.toml"
                                   : "./scripts/fonts fills the fonts folder (./scripts/brief does so, too)"};
    return;
  }
  const std::string why = face_fault(file.bytes->view());
  HeapWatch::check();  // without memory any face looks damaged; the next brief of a batch opens it anew
  if (!why.empty()) {
    slot.fault = Fault{"font.unusable", "the font file " + path + " of " + slot.family->name + " " + why,
                       "name another file for this face in fonts.toml"};
    return;
  }
  use(slot, std::move(*file.bytes));
}

FontBook::FontBook() : shelf_(std::make_unique<Shelf>()) {}

FontBook::FontBook(FontList list, std::string folder, Files& files) : FontBook() {
  shelf_->list = std::move(list);
  shelf_->folder = std::move(folder);
  shelf_->files = &files;
  shelf_->hyphens = HyphenBook(shelf_->list.hyphenation, shelf_->folder, files);
  for (const FontFamily& family : shelf_->list.families) {
    for (const FontFace& face : family.faces) {
      Slot& slot = shelf_->slots.emplace_back();
      slot.family = &family;
      slot.entry = &face;
    }
  }
  READOUT_ASSERT(shelf_->slots.size() <= 0xFFFF);
}

FontBook::~FontBook() = default;
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;

const FontList& FontBook::list() const { return shelf_->list; }
const std::string& FontBook::folder() const { return shelf_->folder; }

bool FontBook::has_family(std::string_view family) const {
  const auto& all = shelf_->list.families;
  return std::any_of(all.begin(), all.end(), [&](const FontFamily& f) { return f.name == family; });
}

std::optional<FaceId> FontBook::find(std::string_view family, bool bold, bool italic) const {
  for (std::size_t i = 0; i < shelf_->slots.size(); ++i) {
    const Slot& slot = shelf_->slots[i];
    if (slot.family->name == family && distance(*slot.entry, bold, italic) == 0) return static_cast<FaceId>(i);
  }
  return std::nullopt;
}

std::vector<FaceId> FontBook::fallbacks(bool bold, bool italic) const {
  std::vector<FaceId> found;
  for (std::size_t i = 0; i < shelf_->slots.size(); ++i)
    if (shelf_->slots[i].family->fallback) found.push_back(static_cast<FaceId>(i));
  const auto place = [&](FaceId id) {
    const Slot& slot = shelf_->slots[id];
    return std::pair(slot.family - shelf_->list.families.data(), distance(*slot.entry, bold, italic));
  };
  std::stable_sort(found.begin(), found.end(), [&](FaceId a, FaceId b) { return place(a) < place(b); });
  return found;
}

const Face* FontBook::face(FaceId id, Diagnostics& diags) const {
  READOUT_ASSERT(id < shelf_->slots.size());
  Slot& slot = shelf_->slots[id];
  const unsigned now = opening();
  if (slot.opened.load(std::memory_order_acquire) < now) {
    const std::lock_guard lock(slot.opening);
    if (slot.opened.load(std::memory_order_relaxed) < now) {
      if (!slot.fault) shelf_->open(slot);
      slot.opened.store(now, std::memory_order_release);
    }
  }
  if (slot.fault && !was_told(diags, *slot.fault))
    diags.failure(Blame::system, slot.fault->code, slot.fault->message).hint(slot.fault->hint);
  return slot.face;
}

const Face& FontBook::opened(FaceId id) const {
  READOUT_ASSERT(id < shelf_->slots.size() && shelf_->slots[id].face != nullptr);
  return *shelf_->slots[id].face;
}

unsigned FontBook::opening() const { return shelf_->opening.load(std::memory_order_acquire); }

void FontBook::distrust(unsigned opening) const {
  if (!shelf_->opening.compare_exchange_strong(opening, opening + 1)) return;  // another thread has told it
  for (const Slot& slot : shelf_->slots)
    if (const Face* face = slot.face) face->forsake();
}

const HyphenBook& FontBook::hyphens() const { return shelf_->hyphens; }

std::size_t FontBook::size() const { return shelf_->slots.size(); }

std::vector<std::string> FontBook::families() const {
  std::vector<std::string> names;
  for (const FontFamily& family : shelf_->list.families) names.push_back(family.name);
  return names;
}

}  // namespace readout::text
