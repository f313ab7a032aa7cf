// A PDF read back: whatever it is, it is answered and never trusted.
//
// libqpdf reads; everything it throws ends here and becomes a diagnostic. Limits are checked before memory
// is taken, since the file may be made to be large when unpacked.
// Source: ISO 32000-1, 7.11.4 (embedded files), 14.13 of ISO 32000-2 (associated files).
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"

class QPDF;

namespace readout::archive {

struct Limits {
  std::size_t stream_bytes = 512u << 20;  ///< of one embedded file
  std::size_t embedded_files = 10'000;
  std::size_t embedded_bytes = std::size_t{1} << 30;  ///< of all embedded files together
  std::size_t work_bytes = std::size_t{64} << 20;     ///< unpacked for a comparison, beside what the source asks for
};

struct EmbeddedFile {
  std::string name;  ///< as the file says: a path that must not be trusted
  std::string bytes;
  std::string relation;  ///< "Source", "Data", ...; empty when the file does not say
  std::string media_type;
  bool checksum_holds = true;  ///< Params/CheckSum, when there is one
};

class PdfFile {
 public:
  /// Opens `bytes`; `name` is for messages.
  /// Errors: archive.not-pdf, archive.encrypted, archive.broken (Blame::input, no span), archive.too-large when what
  ///         is packed in it unpacks to far more than a PDF of its size does.
  [[nodiscard]] static std::optional<PdfFile> open(std::string bytes, std::string name, Diagnostics& diags);
  ~PdfFile();
  PdfFile(PdfFile&&) noexcept;
  PdfFile& operator=(PdfFile&&) noexcept;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return *bytes_; }
  [[nodiscard]] QPDF& qpdf() const { return *qpdf_; }

 private:
  PdfFile();
  std::string name_;
  std::unique_ptr<std::string> bytes_;  // qpdf keeps a pointer into it
  std::unique_ptr<QPDF> qpdf_;
};

/// The files inside, in the order of the name tree.
/// Errors: archive.broken, archive.too-large. What was read before a fault is not given.
[[nodiscard]] std::optional<std::vector<EmbeddedFile>> embedded_files(const PdfFile& pdf, Diagnostics& diags,
                                                                      const Limits& limits = {});

}  // namespace readout::archive
