#include "text/patterns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "base/ascii.hpp"

namespace readout::text {
namespace {

constexpr std::size_t head_size = sizeof(std::uint64_t);
constexpr std::size_t first_room = 1 << 16;
// A zero behind the letters; their digits may be one more than they, with two numbers before them.
constexpr std::size_t beside_letters = 3;

constexpr std::uint32_t edge_to(std::uint32_t place, std::uint8_t letter) {
  return std::uint32_t{letter} << PatternTable::letter_shift | place;
}

}  // namespace

void Patterns::expect(std::size_t bytes) {
  constexpr std::size_t usual_line = 7;
  letters_.resize(bytes + bytes / usual_line * 2);
  digits_.resize(letters_.size());
  entries_.reserve(bytes / usual_line);
}

// Letters and digits go into room that is there, and zero: a file has thousands of lines.
void Patterns::add(std::string_view line) {
  if (letters_.size() < used_ + line.size() + beside_letters) {
    letters_.resize(2 * letters_.size() + line.size() + first_room);
    digits_.resize(letters_.size());
  }
  Entry entry;
  entry.at = static_cast<std::uint32_t>(used_);
  std::size_t size = 0, first = 0, count = 0;  // letters; those before the first digit; digits
  std::uint8_t respells = 0;
  char* const letters = letters_.data() + used_;
  std::uint8_t* const digits = digits_.data() + used_;
  for (const char c : line) {
    if (static_cast<unsigned char>(c) <= ' ') break;
    if (ascii::is_digit(c)) {
      if (count == 0) first = size;
      if (count == 0 && c == '0') continue;
      count = size - first + 1;
      digits[1 + count] = static_cast<std::uint8_t>(c - '0');
    } else if (c == '/') {
      respells = PatternTable::respells;
      break;
    } else {
      if (size < head_size) entry.head |= std::uint64_t{static_cast<unsigned char>(c)} << (56 - 8 * size);
      letters[size++] = c;
    }
  }
  if (size == 0) return;
  digits[0] = static_cast<std::uint8_t>(size - first);
  digits[1] = static_cast<std::uint8_t>(count | respells);
  entry.size = static_cast<std::uint16_t>(size);
  used_ += size + beside_letters;
  entries_.push_back(entry);
}

std::uint8_t Patterns::byte(const Entry& entry, std::size_t i) const {
  return i < head_size ? static_cast<std::uint8_t>(entry.head >> (56 - 8 * i))
                       : static_cast<std::uint8_t>(letters_[entry.at + i]);
}

bool Patterns::less(const Entry& a, const Entry& b) const {
  if (a.head != b.head) return a.head < b.head;
  const auto rest = [this](const Entry& entry) {
    const std::size_t skipped = std::min<std::size_t>(entry.size, head_size);
    return std::string_view(letters_).substr(entry.at + skipped, entry.size - skipped);
  };
  const int order = rest(a).compare(rest(b));
  return order != 0 ? order < 0 : a.at > b.at;  // of two alike the later one counts, and is found first
}

/// By one byte of their heads, alike ones in their order.
void Patterns::sort_by_byte(unsigned shift) {
  const auto byte_of = [shift](const Entry& entry) { return entry.head >> shift & 0xFFU; };
  std::array<std::size_t, 257> place{};
  for (const Entry& entry : entries_) ++place[byte_of(entry) + 1];
  for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<Entry> sorted(entries_.size());
  for (const Entry& entry : entries_) sorted[place[byte_of(entry)]++] = entry;
  entries_ = std::move(sorted);
}

// There are thousands: sorted first by two bytes, which takes no comparing; few remain to be compared.
void Patterns::sort() {
  constexpr unsigned second = 48;
  sort_by_byte(second);
  sort_by_byte(second + 8);
  for (auto begin = entries_.begin(); begin != entries_.end();) {
    const auto end = std::find_if(begin, entries_.end(),
                                  [&](const Entry& entry) { return entry.head >> second != begin->head >> second; });
    std::sort(begin, end, [this](const Entry& a, const Entry& b) { return less(a, b); });
    begin = end;
  }
}

struct Patterns::Writing {
  bool compact;
  PatternRows made{};
  std::vector<std::uint32_t> edges{};  ///< of the node that is written and of those above it, as far as they are known
  std::map<std::vector<std::uint32_t>, std::uint32_t>
      nodes{};  ///< where it is compact: which are there, and their places
  std::map<std::vector<std::uint8_t>, std::uint32_t> digits{};

  /// Gives the place of the node of these edges.
  std::uint32_t put(std::span<const std::uint32_t> row) {
    const auto place = static_cast<std::uint32_t>(made.edges.size());
    if (compact) {
      const auto [known, added] = nodes.emplace(std::vector(row.begin(), row.end()), place);
      if (!added) return known->second;
    }
    for (const std::uint32_t edge : row) made.edges.push_back(edge);
    return place;
  }
};

/// The edge that says: here ends the entry.
std::uint32_t Patterns::write_end(const Entry& entry, Writing& out) const {
  if (!out.compact) return entry.at;
  const std::uint8_t* const said = digits_.data() + entry.at;
  const std::vector row(said, said + 2 + said[1] % PatternTable::respells);
  std::vector<std::uint8_t>& all = out.made.digits;
  const auto [known, added] = out.digits.emplace(row, static_cast<std::uint32_t>(all.size()));
  if (added) all.insert(all.end(), row.begin(), row.end());
  return known->second;
}

/// Nodes of one edge for the entry's bytes from `depth` on, and of its end. Gives the place of the first.
std::uint32_t Patterns::write_rest(const Entry& entry, std::size_t depth, Writing& out) const {
  std::uint32_t edge = write_end(entry, out) | PatternTable::last_edge;
  for (std::size_t i = entry.size; i > depth; --i)
    edge = edge_to(out.put({&edge, 1}), byte(entry, i - 1)) | PatternTable::last_edge;
  return out.put({&edge, 1});
}

/// The entries have their first `depth` bytes in common. Gives the place of their node; what lies below it comes first.
std::uint32_t Patterns::write_node(const Entry* begin, const Entry* end, std::size_t depth, Writing& out) const {
  if (end - begin == 1) return write_rest(*begin, depth, out);
  const std::size_t bottom = out.edges.size();
  if (begin->size == depth) out.edges.push_back(write_end(*begin, out));
  while (begin != end && begin->size == depth) ++begin;  // the first of those alike counts
  while (begin != end) {
    const std::uint8_t letter = byte(*begin, depth);
    const Entry* next = begin + 1;
    while (next != end && byte(*next, depth) == letter) ++next;
    out.edges.push_back(edge_to(write_node(begin, next, depth + 1, out), letter));
    begin = next;
  }
  out.edges.back() |= PatternTable::last_edge;
  const std::uint32_t place = out.put(std::span<const std::uint32_t>(out.edges).subspan(bottom));
  out.edges.resize(bottom);
  return place;
}

PatternRows Patterns::rows(bool compact) {
  if (entries_.empty()) return {};
  sort();
  Writing out{compact};
  out.made.edges.reserve(used_);
  out.made.root = write_node(entries_.data(), entries_.data() + entries_.size(), 0, out);
  if (!compact) out.made.digits = std::move(digits_);
  return std::move(out.made);
}

}  // namespace readout::text
