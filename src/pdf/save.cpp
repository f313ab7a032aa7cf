#include "pdf/save.hpp"

#include <limits>

#include "base/hash.hpp"
#include "base/timing.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t objects_per_stream = 400;  // of some fifty bytes: a reader unpacks little for one object
constexpr std::size_t usual_object = 100;        // bytes
constexpr std::size_t usual_file = 100'000;

}  // namespace

Saver::Saver(Haru& haru, const Profile& profile, Deflater& deflate)
    : haru_(haru), profile_(profile), deflate_(deflate) {
  out_.reserve(usual_file);
  out_ = "%PDF-";
  out_ += profile_.version;
  out_ += "\n%\xE2\xE3\xCF\xD3\n";
}

std::optional<std::string> Saver::finish() {
  TIMED("pdf.save");
  put_streams();
  if (!put_object_streams()) return std::nullopt;
  put_table();
  return std::move(out_);
}

void Saver::begin_object(std::uint64_t number) {
  append_integer(out_, static_cast<std::int64_t>(number));
  out_ += " 0 obj\n";
}

void Saver::end_stream(std::string_view bytes) {
  out_ += "\nstream\n";
  out_ += bytes;
  out_ += "\nendstream\nendobj\n";
}

/// libharu makes an Info dictionary in any case.
bool Saver::is_left_out(std::uint32_t number) const { return !profile_.info && number == haru_.info().number(); }

void Saver::put_streams() {
  const std::uint32_t count = haru_.count();
  if (count > entries_.size()) entries_.resize(count);
  for (; next_ < count; ++next_) {
    if (!haru_.is_stream(next_)) continue;
    entries_[next_] = {out_.size(), 1, 0};
    begin_object(next_);
    if (!haru_.serialise(next_, out_)) return;
    end_stream(haru_.take_stream(next_));
  }
}

bool Saver::put_object_streams() {
  const std::uint32_t count = haru_.count();
  std::uint32_t number = 1;
  while (number < count) {
    std::string head, body;
    body.reserve(objects_per_stream * usual_object);
    std::size_t held = 0;
    const std::uint64_t own_number = entries_.size();
    for (; number < count && held < objects_per_stream; ++number) {
      if (haru_.is_stream(number) || is_left_out(number)) continue;
      append_integer(head, number);
      head += ' ';
      append_integer(head, static_cast<std::int64_t>(body.size()));
      head += ' ';
      entries_[number] = {own_number, 2, static_cast<std::uint16_t>(held++)};
      if (!haru_.serialise(number, body)) return false;
      body += '\n';
    }
    if (held == 0) continue;
    const std::string packed = deflate_(head + body);
    entries_.push_back({out_.size(), 1, 0});
    begin_object(own_number);
    out_ += "<</Type/ObjStm/N ";
    append_integer(out_, static_cast<std::int64_t>(held));
    out_ += "/First ";
    append_integer(out_, static_cast<std::int64_t>(head.size()));
    out_ += "/Filter/FlateDecode/Length ";
    append_integer(out_, static_cast<std::int64_t>(packed.size()));
    out_ += ">>";
    end_stream(packed);
  }
  return true;
}

/// Rows as differences to the row above, which deflate finds alike (PNG's predictor Up; ISO 32000-1, 7.4.4.4).
std::string Saver::rows_of_entries(unsigned place_width) const {
  std::string table;
  table.reserve(entries_.size() * (place_width + 4));
  const auto step = [&table](std::uint64_t from, std::uint64_t to) { table += static_cast<char>((to - from) & 0xFF); };
  Entry above;
  for (const Entry& entry : entries_) {
    table += '\x02';
    step(above.type, entry.type);
    for (unsigned shift = 8 * place_width; shift > 0; shift -= 8)
      step(above.place >> (shift - 8), entry.place >> (shift - 8));
    step(above.index >> 8U, entry.index >> 8U);
    step(above.index, entry.index);
    above = entry;
  }
  return table;
}

void Saver::put_table() {
  const Digest digest = sha256(out_);
  const std::string id(reinterpret_cast<const char*>(digest.data()), 16);
  const std::size_t start = out_.size();
  const std::uint64_t own_number = entries_.size();
  entries_.push_back({start, 1, 0});
  const unsigned width = start < (1U << 24) ? 3 : start <= std::numeric_limits<std::uint32_t>::max() ? 4 : 5;
  const std::string packed = deflate_(rows_of_entries(width));
  begin_object(own_number);
  out_ += "<</Type/XRef/W[1 ";
  append_integer(out_, width);
  out_ += " 2]/Size ";
  append_integer(out_, static_cast<std::int64_t>(entries_.size()));
  out_ += "/Root " + haru_.catalog().ref();
  if (profile_.info) out_ += "/Info " + haru_.info().ref();
  out_ += "/ID[";
  append_hex(out_, id);
  append_hex(out_, id);
  out_ += "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ";
  append_integer(out_, width + 3);
  out_ += ">>/Length ";
  append_integer(out_, static_cast<std::int64_t>(packed.size()));
  out_ += ">>";
  end_stream(packed);
  out_ += "startxref\n";
  append_integer(out_, static_cast<std::int64_t>(start));
  out_ += "\n%%EOF\n";
}

}  // namespace readout::pdf
