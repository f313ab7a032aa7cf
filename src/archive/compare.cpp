#include "archive/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "archive/guarded.hpp"
#include "archive/page_segments.hpp"
#include "archive/qpdf.hpp"
#include "base/utf8.hpp"

namespace readout::archive {
namespace {

using Where = Difference::Where;

constexpr std::size_t shown_characters = 60;

std::string shorten(const std::string& text, std::size_t around = 0) {
  const std::u32string all = utf8::to_utf32(text);
  if (all.size() <= shown_characters) return text;
  const std::size_t begin =
      around > shown_characters / 2 ? std::min(around - shown_characters / 2, all.size() - shown_characters) : 0;
  std::u32string part = all.substr(begin, shown_characters);
  if (begin > 0) part.insert(part.begin(), U'\u2026');
  if (begin + shown_characters < all.size()) part += U'\u2026';
  return utf8::from_utf32(part);
}

// Both texts, cut around the first character in which they differ.
std::pair<std::string, std::string> shorten_both(const std::string& a, const std::string& b) {
  const std::u32string x = utf8::to_utf32(a), y = utf8::to_utf32(b);
  const auto at = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
  return {shorten(a, at), shorten(b, at)};
}

std::string show(QPDFObjectHandle object) {
  if (object.isString()) return object.getUTF8Value();
  if (object.isNull()) return "nothing";
  if (object.isStream()) return "a stream";
  if (object.isDictionary()) return fmt::format("a dictionary of {} keys", object.getKeys().size());
  if (object.isArray()) return fmt::format("an array of {}", object.getArrayNItems());
  return object.unparse();
}

// A step on the way from the trailer; kept apart so that a path is spelled out only for a difference.
struct Step {
  const Step* before = nullptr;
  std::string name;
};

std::string spell(const Step* step) {
  std::string path;
  for (; step != nullptr; step = step->before) path.insert(0, step->name);
  return path;
}

struct Pair {
  QPDFObjectHandle given, expected;
  const Step* step = nullptr;
  Where where = Where::other;
  int page = 0;
  QPDFObjectHandle element;  ///< the structure element that holds it
  std::string file;          ///< the embedded file that it belongs to
};

const std::set<std::string> trailer_only{"/ID",   "/Size",   "/Prev",   "/XRefStm",     "/W",      "/Index",
                                         "/Type", "/Length", "/Filter", "/DecodeParms", "/Encrypt"};
const std::set<std::string> packing{"/Length", "/Filter", "/DecodeParms", "/DL"};

Where where_under(Where where, const std::string& key) {
  if (where != Where::other && where != Where::page) return where;
  if (key == "/StructTreeRoot") return Where::element;
  if (key == "/Info" || key == "/Metadata") return Where::metadata;
  if (key == "/EmbeddedFiles" || key == "/AF") return Where::attachment;
  if (key == "/Font") return Where::font;
  return where;
}

class Comparison {
 public:
  Comparison(const PdfFile& given, const PdfFile& expected, std::size_t most, const Limits& limits)
      : given_(given.qpdf()), expected_(expected.qpdf()), most_(most), budget_(limits.work_bytes) {}

  std::vector<Difference> run() {
    compare_pages();
    QPDFObjectHandle a = given_.getRoot(), b = expected_.getRoot();
    // Attachments before the rest: a changed source explains what follows.
    for (const char* key : {"/Names", "/AF", "/Metadata"})
      push_key({a, b, step(nullptr, "/Root"), Where::other, 0, {}, {}}, key);
    drain();
    compare_dictionaries({given_.getTrailer(), expected_.getTrailer(), nullptr, Where::other, 0, {}, {}}, trailer_only);
    drain();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool full() const { return found_.size() >= most_; }
  const Step* step(const Step* before, std::string name) { return &steps_.emplace_back(Step{before, std::move(name)}); }

  void tell(Pair pair, const std::string& given, const std::string& expected, bool drawing = false) {
    if (full()) return;
    const auto [a, b] = shorten_both(given, expected);
    found_.push_back({pair.where, pair.page, pair.element.isDictionary() ? element_path(pair.element) : std::string(),
                      pair.file, drawing, spell(pair.step), a, b});
  }

  void compare_pages() {
    const auto a = given_.getAllPages(), b = expected_.getAllPages();
    for (std::size_t i = 0; i < a.size(); ++i)
      if (a[i].isIndirect()) given_pages_.emplace(a[i].getObjGen(), i + 1);
    for (std::size_t i = 0; i < b.size(); ++i) expected_pages_.emplace(b[i].getObjGen(), i + 1);
    if (a.size() != b.size())
      tell({{}, {}, step(nullptr, "/Root/Pages"), Where::page, 0, {}, {}}, fmt::format("{} pages", a.size()),
           fmt::format("{} pages", b.size()));
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && !full(); ++i)
      compare_page(a[i], b[i], static_cast<int>(i) + 1);
  }

  void compare_page(QPDFObjectHandle a, QPDFObjectHandle b, int number) {
    const Step* here = step(nullptr, fmt::format("/Root/Pages/{}", number));
    const std::size_t before = trusted_.spent();
    const auto y = read_segments(b, expected_fonts_, trusted_);
    budget_.grant(slack * (trusted_.spent() - before));
    const auto x = read_segments(a, given_fonts_, budget_);
    compare_segments({a, b, step(here, "/Contents"), Where::page, number, {}, {}}, x, y);
    compare_dictionaries({a, b, here, Where::page, number, {}, {}}, {"/Parent", "/Contents"});
    drain();
  }

  // What is alike at both ends of a page is passed over, so that one thing more or one less is told once.
  void compare_segments(const Pair& page, std::span<const Segment> a, std::span<const Segment> b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) a = a.subspan(1), b = b.subspan(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a = a.first(a.size() - 1), b = b.first(b.size() - 1);
    static const Segment none;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()) && !full(); ++i)
      compare_segment(page, i < a.size() ? a[i] : none, i < b.size() ? b[i] : none);
  }

  void compare_segment(Pair pair, const Segment& x, const Segment& y) {
    if (x == y) return;
    const int mcid = x.operators.empty() ? y.mcid : x.mcid;
    pair.element = mcid >= 0 ? element_of(given_, pair.given, mcid) : QPDFObjectHandle::newNull();
    if (x.text != y.text) tell(pair, x.text, y.text);
    else tell_drawing(pair, x, y);
  }

  // The text is alike: the first operator that differs, and the text it belongs to.
  void tell_drawing(Pair pair, const Segment& x, const Segment& y) {
    const auto [p, q] = std::mismatch(x.operators.begin(), x.operators.end(), y.operators.begin(), y.operators.end());
    const auto line = [](const std::string& all, std::string::const_iterator at) {
      const auto i = static_cast<std::size_t>(at - all.begin());
      const std::size_t begin = i == 0 ? 0 : all.rfind('\n', i - 1) + 1;
      return all.empty() ? "nothing" : all.substr(begin, all.find('\n', i) - begin);
    };
    const std::string text = x.text.empty() ? std::string() : fmt::format(" ({})", shorten(x.text));
    tell(pair, line(x.operators, p) + text, line(y.operators, q) + text, true);
  }

  void push_key(Pair holder, const std::string& key) {
    Pair pair{holder.given.getKey(key),
              holder.expected.getKey(key),
              step(holder.step, key),
              where_under(holder.where, key),
              holder.page,
              holder.element,
              holder.file};
    push(std::move(pair));
  }

  // A page is entered by its number alone: elsewhere it counts which page is named.
  [[nodiscard]] bool is_page(const Pair& pair) {
    const auto a = given_pages_.find(pair.given.getObjGen()), b = expected_pages_.find(pair.expected.getObjGen());
    const bool in_given = a != given_pages_.end(), in_expected = b != expected_pages_.end();
    if (!in_given && !in_expected) return false;
    const auto name = [](bool found, auto at) { return found ? fmt::format("page {}", at->second) : "no page"; };
    const std::string given = name(in_given, a), expected = name(in_expected, b);
    if (given != expected) tell(pair, given, expected);
    return true;
  }

  void push(Pair pair) {
    if (is_page(pair)) return;
    if (pair.given.isIndirect() || pair.expected.isIndirect()) {
      if (!visited_.emplace(pair.given.getObjGen(), pair.expected.getObjGen()).second) return;
      budget_.spend(sizeof(Pair));
    }
    work_.push_back(std::move(pair));
  }

  void compare_dictionaries(Pair pair, const std::set<std::string>& without) {
    const std::set<std::string> keys = pair.expected.getKeys();
    for (const std::string& key : keys)
      if (!without.contains(key)) push_key(pair, key);
    // What only the given has is told at once: there may be any number of it.
    for (const std::string& key : pair.given.getKeys())
      if (!full() && !without.contains(key) && !keys.contains(key) && !pair.given.getKey(key).isNull()) {
        Pair more = pair;
        more.step = step(pair.step, key);
        more.where = where_under(pair.where, key);
        tell(std::move(more), show(pair.given.getKey(key)), "nothing");
      }
  }

  void compare_arrays(Pair pair) {
    const int n = std::min(pair.given.getArrayNItems(), pair.expected.getArrayNItems());
    if (pair.given.getArrayNItems() != pair.expected.getArrayNItems())
      tell(pair, show(pair.given), show(pair.expected));
    for (int i = 0; i < n && !full(); ++i) {
      Pair item{pair.given.getArrayItem(i),
                pair.expected.getArrayItem(i),
                step(pair.step, fmt::format("[{}]", i)),
                pair.where,
                pair.page,
                pair.element,
                pair.file};
      push(std::move(item));
    }
  }

  void compare_streams(Pair pair) {
    compare_dictionaries(
        {pair.given.getDict(), pair.expected.getDict(), pair.step, pair.where, pair.page, pair.element, pair.file},
        packing);
    const std::string b = decoded(pair.expected, std::numeric_limits<std::size_t>::max());
    const auto unpacked = decoded_within(pair.given, slack * b.size() + least_room);
    if (!unpacked)
      return tell(pair, fmt::format("more than {} bytes", slack * b.size() + least_room),
                  fmt::format("{} bytes", b.size()));
    const std::string& a = *unpacked;
    if (a == b) return;
    const bool text = !utf8::first_fault(a) && !utf8::first_fault(b) && a.find('\0') == std::string::npos;
    if (text) return tell(pair, a, b);
    const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    tell(pair, fmt::format("{} bytes", a.size()), fmt::format("{} bytes, other from byte {}", b.size(), at));
  }

  void compare_pair(Pair pair) {
    if (pair.where == Where::element && pair.given.isDictionary() && pair.given.hasKey("/S") && pair.given.hasKey("/P"))
      pair.element = pair.given;
    if (pair.where == Where::attachment && pair.given.isDictionary() && pair.given.getKey("/UF").isString())
      pair.file = pair.given.getKey("/UF").getUTF8Value();
    if (pair.given.getTypeCode() != pair.expected.getTypeCode())
      return tell(pair, show(pair.given), show(pair.expected));
    if (pair.given.isStream()) return compare_streams(pair);
    if (pair.given.isDictionary()) return compare_dictionaries(pair, {});
    if (pair.given.isArray()) return compare_arrays(pair);
    if (pair.given.unparseResolved() != pair.expected.unparseResolved())
      tell(pair, show(pair.given), show(pair.expected));
  }

  void drain() {
    while (!work_.empty() && !full()) {
      Pair pair = std::move(work_.front());
      work_.pop_front();
      compare_pair(std::move(pair));
    }
    work_.clear();
  }

  static constexpr std::size_t slack = 4;  ///< times what is expected, and this much, may be unpacked
  static constexpr std::size_t least_room = 1U << 16U;

  QPDF& given_;
  QPDF& expected_;
  std::size_t most_;
  Budget budget_;                                            ///< of the given file
  Budget trusted_{std::numeric_limits<std::size_t>::max()};  ///< of the other, to know what it takes
  KnownFonts given_fonts_, expected_fonts_;
  std::map<QPDFObjGen, std::size_t> given_pages_, expected_pages_;  ///< from 1
  std::vector<Difference> found_;
  std::deque<Step> steps_;
  std::deque<Pair> work_;
  std::set<std::pair<QPDFObjGen, QPDFObjGen>> visited_;
};

}  // namespace

std::optional<std::vector<Difference>> compare(const PdfFile& given, const PdfFile& expected, Diagnostics& diags,
                                               std::size_t most, const Limits& limits) {
  return guarded(given.name(), diags, [&] { return Comparison(given, expected, most, limits).run(); });
}

}  // namespace readout::archive
