// Document -> PDF bytes: the one verb of this room.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
#include "base/diagnostics.hpp"
#include "layout/document.hpp"
#include "pdf/deflate.hpp"
#include "pdf/outline.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

/// A file inside the PDF.
struct Attachment {
  std::string name;  ///< file name, or relative path
  std::shared_ptr<const std::string> bytes;
  std::string media_type;  ///< "application/toml"
  std::string description;
  std::string relation;  ///< AFRelationship: "Source", "Data", "Supplement", ...
  bool recurs = false;   ///< other documents of this run have the very same bytes, too: worth to be remembered
};

/// A file's bytes as they lie in the PDF.
struct PackedFile {
  std::string deflated;
  std::string sum;  ///< MD5
};

/// What the documents of one thread leave for those that follow. Whoever finds it here would have made the same.
struct Memory {
  /// By where the bytes lie; `bytes` keeps them there.
  struct Packed {
    std::shared_ptr<const std::string> bytes;
    PackedFile file;
  };
  std::map<const std::string*, Packed> packed;
  Outlines outlines;
  Deflated deflated;
};

struct Options {
  std::vector<Attachment> attachments;  ///< Pre: none where the profile takes none
  Profile profile = a_3a_ua_1;
  Memory* memory = nullptr;  ///< nullptr: nothing is remembered
};

/// Writes the document as a tagged PDF of the profile. What a page holds is let go when it is written.
/// Errors: pdf.* as failure(output) for what libharu or HarfBuzz refuses.
/// Cost:   linear in the glyphs; subsetting is linear in the used glyphs of each face.
[[nodiscard]] std::optional<std::string> write(layout::Document document, const text::FontBook& fonts,
                                               const Options& options, Diagnostics& diags);

}  // namespace readout::pdf
