#include "pdf/haru.hpp"

#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_doc.h>
#include <hpdf_encryptdict.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <functional>
#include <new>
#include <utility>
#include <vector>

#include "base/assert.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t kids_per_node = 64;

/// What a dictionary holds beside libharu's own list; hangs on its `attr`.
struct Extra {
  std::string entries;
  std::string bytes;
  bool is_stream = false;
};

Extra* extra_of(HPDF_Dict dict) { return static_cast<Extra*>(dict->attr); }

/// libharu's view of the string that is being written.
HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  } catch (const std::exception&) {
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
  return HPDF_OK;
}

HPDF_STATUS write_extra(HPDF_Dict dict, HPDF_Stream stream) {
  const std::string& entries = extra_of(dict)->entries;
  return append_to_string(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                          static_cast<HPDF_UINT>(entries.size()));
}

HPDF_UINT16 class_of(HPDF_XrefEntry entry) {
  return static_cast<HPDF_UINT16>(static_cast<const HPDF_Obj_Header*>(entry->obj)->obj_class & HPDF_OCLASS_ANY);
}

std::string hex_of(HPDF_STATUS status) {
  std::string out;
  append_hex16(out, static_cast<std::uint32_t>(status));
  return out;
}

}  // namespace

struct Haru::Core {
  HPDF_Doc doc = nullptr;
  HPDF_Dict info = nullptr;
  HPDF_Stream writer = nullptr;
  HPDF_STATUS fault = HPDF_OK;
  std::deque<Extra> extras;
  std::vector<HPDF_Dict> pages;
  std::function<void(std::uint32_t, std::string&)> speller;

  [[nodiscard]] bool good() const { return fault == HPDF_OK; }
  HPDF_MMgr memory() const { return doc->mmgr; }

  void check(HPDF_STATUS status) {
    if (status == HPDF_OK || !good()) return;
    note(doc && doc->error.error_no != HPDF_OK ? doc->error.error_no : status);
  }
  /// Called when libharu has returned, so that no frame of its is skipped.
  void note(HPDF_STATUS status) {
    fault = status;
    if (status == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
  }
  /// nullptr, and the fault noted, when libharu gave nothing.
  template <class T>
  T made(T object) {
    if (!object && good()) note(doc && doc->error.error_no != HPDF_OK ? doc->error.error_no : HPDF_FAILD_TO_ALLOC_MEM);
    return object;
  }
  Extra& extra(HPDF_Dict dict) {
    if (!dict->attr) {
      dict->attr = &extras.emplace_back();
      dict->write_fn = write_extra;
    }
    return *extra_of(dict);
  }
  /// libharu's list grows by a constant step; ours by its own size.
  void register_object(void* object) {
    HPDF_List entries = doc->xref->entries;
    entries->items_per_block = std::max<HPDF_UINT>(512, entries->count);
    check(HPDF_Xref_Add(doc->xref, object));
  }
  void put(void* dict, const char* key, void* value) {
    if (good() && made(value)) check(HPDF_Dict_Add(static_cast<HPDF_Dict>(dict), key, value));
  }
  void put(void* array, void* value) {
    if (good() && made(value)) check(HPDF_Array_Add(static_cast<HPDF_Array>(array), value));
  }
  [[nodiscard]] Extra* stream_at(std::uint32_t number) const;
  void* text_object(std::string_view text);
  void* binary(std::string_view bytes);
  HPDF_Dict node(HPDF_Dict parent);
  void hang(HPDF_Dict parent, const std::vector<HPDF_Dict>& kids, std::size_t first, std::size_t last);
};

void* Haru::Core::binary(std::string_view bytes) {
  auto* data = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(bytes.data()));  // copied, not changed
  return HPDF_Binary_New(memory(), data, static_cast<HPDF_UINT>(bytes.size()));
}

void* Haru::Core::text_object(std::string_view text) {
  const std::string bytes = text_bytes(text);
  // HPDF_String ends at a zero byte, so that UTF-16 may not go there.
  if (!bytes.empty() && bytes[0] == '\xFE') return binary(bytes);
  return HPDF_String_New(memory(), bytes.c_str(), nullptr);
}

// ---- dictionaries and arrays ---------------------------------------------------------------------

void Dict::name(const char* key, std::string_view value) {
  READOUT_ASSERT(value.size() <= 127 && value.find(' ') == std::string_view::npos);
  if (object_ && haru_->core_->good()) {
    haru_->core_->check(HPDF_Dict_AddName(static_cast<HPDF_Dict>(object_), key, std::string(value).c_str()));
  }
}

void Dict::integer(const char* key, std::int64_t value) {
  if (object_ && haru_->core_->good()) {
    haru_->core_->check(HPDF_Dict_AddNumber(static_cast<HPDF_Dict>(object_), key, static_cast<HPDF_INT32>(value)));
  }
}

void Dict::boolean(const char* key, bool value) {
  if (object_ && haru_->core_->good()) {
    haru_->core_->check(HPDF_Dict_AddBoolean(static_cast<HPDF_Dict>(object_), key, value ? HPDF_TRUE : HPDF_FALSE));
  }
}

void Dict::text(const char* key, std::string_view utf8) {
  if (object_) haru_->core_->put(object_, key, haru_->core_->text_object(utf8));
}

void Dict::bytes(const char* key, std::string_view value) {
  if (object_) haru_->core_->put(object_, key, haru_->core_->binary(value));
}

void Dict::refer(const char* key, Dict target) {
  if (object_ && target) haru_->core_->put(object_, key, target.object_);
}

void Dict::refer(const char* key, std::uint32_t target) {
  if (!object_ || !haru_->core_->good()) return;
  HPDF_XrefEntry entry = haru_->core_->made(HPDF_Xref_GetEntry(haru_->core_->doc->xref, target));
  if (entry) haru_->core_->put(object_, key, entry->obj);
}

Dict Dict::dict(const char* key) {
  if (!object_ || !haru_->core_->good()) return {};
  HPDF_Dict made = HPDF_Dict_New(haru_->core_->memory());
  haru_->core_->put(object_, key, made);
  return haru_->core_->good() ? Dict(haru_, made) : Dict();
}

Array Dict::array(const char* key) {
  if (!object_ || !haru_->core_->good()) return {};
  HPDF_Array made = HPDF_Array_New(haru_->core_->memory());
  haru_->core_->put(object_, key, made);
  return haru_->core_->good() ? Array(haru_, made) : Array();
}

void Dict::exact(std::string_view entries) {
  if (object_) haru_->core_->extra(static_cast<HPDF_Dict>(object_)).entries += entries;
}

std::uint32_t Dict::number() const {
  return object_ ? static_cast<HPDF_Dict>(object_)->header.obj_id & 0x00FFFFFFU : 0;
}

std::string Dict::ref() const { return reference_to(number()); }

void append_reference(std::string& out, std::uint32_t number) {
  append_integer(out, number);
  out += " 0 R";
}

std::string reference_to(std::uint32_t number) {
  std::string out;
  append_reference(out, number);
  return out;
}

void Array::name(std::string_view value) {
  if (object_ && haru_->core_->good()) {
    haru_->core_->check(HPDF_Array_AddName(static_cast<HPDF_Array>(object_), std::string(value).c_str()));
  }
}

void Array::integer(std::int64_t value) {
  if (object_ && haru_->core_->good()) {
    haru_->core_->check(HPDF_Array_AddNumber(static_cast<HPDF_Array>(object_), static_cast<HPDF_INT32>(value)));
  }
}

void Array::text(std::string_view utf8) {
  if (object_) haru_->core_->put(object_, haru_->core_->text_object(utf8));
}

void Array::refer(Dict target) {
  if (object_ && target) haru_->core_->put(object_, target.object_);
}

Dict Array::dict() {
  if (!object_ || !haru_->core_->good()) return {};
  HPDF_Dict made = HPDF_Dict_New(haru_->core_->memory());
  haru_->core_->put(object_, made);
  return haru_->core_->good() ? Dict(haru_, made) : Dict();
}

// ---- the document --------------------------------------------------------------------------------

Haru::Haru() : core_(std::make_unique<Core>()) {
  core_->doc = core_->made(HPDF_NewEx(nullptr, nullptr, nullptr, 0, nullptr));
  if (!core_->doc) return;
  core_->info = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(core_->doc->trailer, "Info", HPDF_OCLASS_DICT));
  if (!core_->info) core_->info = core_->doc->info;
  core_->made(core_->info);
}

Haru::~Haru() {
  if (core_->writer) HPDF_Stream_Free(core_->writer);
  if (core_->doc) HPDF_Free(core_->doc);
}

Dict Haru::catalog() { return core_->good() ? Dict(this, core_->doc->catalog) : Dict(); }
Dict Haru::info() { return core_->good() ? Dict(this, core_->info) : Dict(); }

Dict Haru::object() {
  if (!core_->good()) return {};
  HPDF_Dict made = core_->made(HPDF_Dict_New(core_->memory()));
  if (made) core_->register_object(made);
  return core_->good() ? Dict(this, made) : Dict();
}

Dict Haru::stream(std::string bytes) {
  Dict made = object();
  if (!made) return made;
  Extra& extra = core_->extra(static_cast<HPDF_Dict>(made.object_));
  extra.is_stream = true;
  extra.bytes = std::move(bytes);
  made.integer("Length", static_cast<std::int64_t>(extra.bytes.size()));
  return made;
}

Dict Haru::page() {
  Dict made = object();
  if (!made) return made;
  auto* dict = static_cast<HPDF_Dict>(made.object_);
  dict->header.obj_class |= HPDF_OSUBCLASS_PAGE;  // the page tree counts by this
  core_->pages.push_back(dict);
  made.name("Type", "Page");
  return made;
}

// A null object holds its place in libharu's table.
std::uint32_t Haru::reserve() {
  if (!core_->good()) return 0;
  HPDF_Null place = core_->made(HPDF_Null_New(core_->memory()));
  if (place) core_->register_object(place);
  return core_->good() ? place->header.obj_id & 0x00FFFFFFU : 0;
}

void Haru::spell_by(std::function<void(std::uint32_t, std::string&)> speller) { core_->speller = std::move(speller); }

HPDF_Dict Haru::Core::node(HPDF_Dict parent) {
  return good() ? made(HPDF_Pages_New(memory(), parent, doc->xref)) : nullptr;
}

void Haru::Core::hang(HPDF_Dict parent, const std::vector<HPDF_Dict>& kids, std::size_t first, std::size_t last) {
  if (!parent || !good()) return;
  if (last - first > kids_per_node) {
    std::size_t share = kids_per_node;  // the smallest full subtree size that needs at most 64 subtrees
    while (share * kids_per_node < last - first) share *= kids_per_node;
    for (std::size_t i = first; i < last; i += share) hang(node(parent), kids, i, std::min(i + share, last));
    return;
  }
  void* array = made(HPDF_Dict_GetItem(parent, "Kids", HPDF_OCLASS_ARRAY));
  for (std::size_t i = first; i < last; ++i) {
    put(array, kids[i]);
    put(kids[i], "Parent", parent);
  }
}

void Haru::close_pages() {
  if (core_->good()) core_->hang(core_->doc->root_pages, core_->pages, 0, core_->pages.size());
}

std::string Haru::fault() const {
  if (core_->good()) return {};
  return "libharu error 0x" + hex_of(core_->fault);
}

std::uint32_t Haru::count() const { return core_->good() ? core_->doc->xref->entries->count : 0; }

bool Haru::serialise(std::uint32_t number, std::string& out) {
  if (!core_->good()) return false;
  HPDF_XrefEntry entry = core_->made(HPDF_Xref_GetEntry(core_->doc->xref, number));
  if (entry && class_of(entry) == HPDF_OCLASS_NULL) {
    out += "<<\n";
    core_->speller(number, out);
    out += ">>";
    return true;
  }
  if (!core_->writer) core_->writer = core_->made(HPDF_CallbackWriter_New(core_->memory(), append_to_string, nullptr));
  if (!core_->writer) return false;
  core_->writer->attr = &out;
  if (entry) core_->check(HPDF_Obj_WriteValue(entry->obj, core_->writer, nullptr));
  core_->writer->attr = nullptr;
  core_->check(core_->doc->error.error_no);
  return core_->good();
}

Extra* Haru::Core::stream_at(std::uint32_t number) const {
  HPDF_XrefEntry entry = HPDF_Xref_GetEntry(doc->xref, number);
  if (!entry || !entry->obj || class_of(entry) != HPDF_OCLASS_DICT) return nullptr;
  Extra* extra = extra_of(static_cast<HPDF_Dict>(entry->obj));
  return extra && extra->is_stream ? extra : nullptr;
}

bool Haru::is_stream(std::uint32_t number) const { return core_->stream_at(number) != nullptr; }

std::string Haru::take_stream(std::uint32_t number) { return std::exchange(core_->stream_at(number)->bytes, {}); }

std::string haru_version() { return HPDF_GetVersion(); }

}  // namespace readout::pdf
