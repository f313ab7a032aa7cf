#include "text/patterns.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"

namespace readout::text {
namespace {

constexpr std::size_t head_size = sizeof(std::uint64_t);
constexpr std::size_t first_room = 1 << 16;
constexpr std::uint8_t no_break = 0x80;  // beside the digit of a pattern that respells

}  // namespace

void Patterns::expect(std::size_t bytes) {
  constexpr std::size_t usual_line = 7;
  letters_.resize(bytes + 1);
  digits_.resize(bytes + 1);
  entries_.reserve(bytes / usual_line);
}

// Letters and digits go into room that is there: a file has thousands of lines.
void Patterns::add(std::string_view line) {
  if (letters_.size() < used_ + line.size() + 1) {
    letters_.resize(2 * letters_.size() + line.size() + first_room);
    digits_.resize(letters_.size());
  }
  Entry entry;
  entry.at = static_cast<std::uint32_t>(used_);
  char digit = 0;
  std::size_t size = 0;
  char *const letters = letters_.data() + used_, *const digits = digits_.data() + used_;
  for (const char c : line) {
    if (static_cast<unsigned char>(c) <= ' ') break;
    if (ascii::is_digit(c)) {
      digit = static_cast<char>(c - '0');
    } else if (c == '/') {
      entry.respells = true;
      break;
    } else {
      if (size < head_size) entry.head |= std::uint64_t{static_cast<unsigned char>(c)} << (56 - 8 * size);
      letters[size] = c;
      digits[size++] = std::exchange(digit, char{0});
    }
  }
  if (size == 0) return;
  letters[size] = '\0';
  digits[size] = digit;
  entry.size = static_cast<std::uint16_t>(size);
  used_ += size + 1;
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

// Each time a run begins thousands are sorted: first by two bytes, which takes no comparing; few remain to be compared.
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
  std::size_t at = 0;
  for (std::size_t first = 0; first < 256; ++first) {
    first_[first] = static_cast<std::uint32_t>(at);
    while (at < entries_.size() && byte(entries_[at], 0) == first) ++at;
  }
  first_[256] = static_cast<std::uint32_t>(at);
}

/// The pattern ends at byte `end` of the word between two dots.
void Patterns::apply(const Entry& entry, std::size_t end, std::vector<std::uint8_t>& marks) const {
  const std::size_t gaps = std::size_t{entry.size} + 1;
  for (std::size_t i = 0; i < gaps; ++i) {
    if (end + i + 1 < gaps) continue;  // before the first dot
    const std::size_t gap = end + i + 1 - gaps;
    const auto digit = static_cast<std::uint8_t>(digits_[entry.at + i]);
    if (gap < marks.size() && (marks[gap] & ~no_break) < digit)
      marks[gap] = entry.respells ? static_cast<std::uint8_t>(digit | no_break) : digit;
  }
}

std::vector<std::uint8_t> Patterns::weigh(std::string_view word) const {
  std::string dotted = ".";
  for (const char c : word) dotted += ascii::is_digit(c) ? '.' : c;
  dotted += '.';
  std::vector<std::uint8_t> marks(dotted.size(), 0);
  std::vector<bool> taken(dotted.size(), false);  // by the longest pattern that ends there
  for (std::size_t start = 0; start < dotted.size(); ++start) {
    const auto initial = static_cast<unsigned char>(dotted[start]);
    auto low = entries_.begin() + first_[initial], high = entries_.begin() + first_[initial + 1U];
    for (std::size_t size = 1; low != high; ++size) {
      const std::size_t end = start + size - 1;
      if (!taken[end]) {
        taken[end] = true;
        if (low->size == size) apply(*low, end, marks);
      }
      if (end + 1 == dotted.size()) break;
      const auto next = static_cast<unsigned char>(dotted[end + 1]);
      low = std::partition_point(low, high, [&](const Entry& e) { return byte(e, size) < next; });
      high = std::partition_point(low, high, [&](const Entry& e) { return byte(e, size) == next; });
    }
  }
  std::vector<std::uint8_t> gaps(word.size(), 0);
  for (std::size_t i = 0; i + 1 < word.size(); ++i) gaps[i] = (marks[i + 1] & no_break) != 0 ? 0 : marks[i + 1];
  return gaps;
}

}  // namespace readout::text
