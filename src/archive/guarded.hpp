// Where libqpdf's exceptions end.
#pragma once
#include <exception>
#include <optional>
#include <string>

#include "archive/pdf_file.hpp"
#include "archive/qpdf.hpp"

namespace readout::archive {

/// Runs `read`; what it throws is told as archive.broken or archive.too-large.
template <class Read>
auto guarded(const std::string& name, Diagnostics& diags, Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const std::bad_alloc&) {
    diags.failure(Blame::input, "archive.too-large", name + ": the file asks for more memory than there is");
  } catch (const std::exception& fault) {
    diags.failure(Blame::input, "archive.broken", name + ": the PDF cannot be read: " + fault.what());
  }
  return std::nullopt;
}

/// The decoded bytes of a stream; throws when they pass `limit`.
[[nodiscard]] std::string decoded(class QPDFObjectHandle stream, std::size_t limit);
/// The same; nullopt when they pass it.
[[nodiscard]] std::optional<std::string> decoded_within(class QPDFObjectHandle stream, std::size_t limit);

}  // namespace readout::archive
