// The objects of a Haru -> the bytes of a PDF file, compact: everything but streams goes into object
// streams, and the cross-reference table is a stream itself (ISO 32000-1, 7.5.7 and 7.5.8).
//
// libharu still spells every object; this file only decides where the bytes go. Streams are put down while the file
// still grows, so that the content of a finished page is held once. /ID is the first half of
// the SHA-256 of all that stands before the table, so that equal files have equal names and others do not.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

class Saver {
 public:
  Saver(Haru& haru, const Profile& profile, Deflater& deflate);

  /// Puts down the streams that were made since the last call. Pre: their dictionaries are complete.
  void put_streams();
  /// The file. nullopt after a fault of `haru`, which tells it.
  [[nodiscard]] std::optional<std::string> finish();

 private:
  /// A line of the cross-reference stream (ISO 32000-1, table 18).
  struct Entry {
    std::uint64_t place = 0;  ///< byte offset, or the object stream's number
    std::uint8_t type = 0;
    std::uint16_t index = 0;
  };

  void begin_object(std::uint64_t number);
  void end_stream(std::string_view bytes);
  [[nodiscard]] bool is_left_out(std::uint32_t number) const;
  bool put_object_streams();
  void put_table();
  [[nodiscard]] std::string rows_of_entries(unsigned place_width) const;

  Haru& haru_;
  const Profile& profile_;
  Deflater& deflate_;
  std::vector<Entry> entries_;
  std::uint32_t next_ = 1;  ///< the first object that may be a stream that was not put down
  std::string out_;
};

}  // namespace readout::pdf
