#include "archive/pdf_file.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "archive/guarded.hpp"
#include "archive/qpdf.hpp"
#include "base/hash.hpp"

namespace readout::archive {
namespace {

struct PastLimit : std::runtime_error {
  PastLimit() : std::runtime_error("a stream unpacks to more than the limit") {}
};

// Gathers a stream and stops at the limit, however small the packed bytes were.
class BoundedSink final : public Pipeline {
 public:
  explicit BoundedSink(std::size_t limit) : Pipeline("bounded", nullptr), limit_(limit) {}
  void write(const unsigned char* data, std::size_t size) override {
    if (size > limit_ - bytes.size()) throw PastLimit();
    bytes.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
  std::string bytes;

 private:
  std::size_t limit_;
};

/// What all streams of a file may unpack to: white pictures are packed a thousand to one, many of them are not.
std::size_t room_for(std::size_t file) { return (std::size_t{256} << 20U) + 64 * file; }

/// Unpacks what begins at `packed` and ends there or before; gives how much it was. Throws PastLimit.
std::size_t unpacked_size(std::string_view packed, std::size_t limit) {
  constexpr std::size_t step = 1U << 16U;
  BoundedSink sink(limit);
  Pl_Flate inflate("stream", &sink, Pl_Flate::a_inflate);
  try {
    for (std::size_t at = 0; at < packed.size(); at += step) {
      const std::string_view part = packed.substr(at, step);
      inflate.write(reinterpret_cast<const unsigned char*>(part.data()), part.size());
    }
    inflate.finish();
  } catch (const PastLimit&) {
    throw;
  } catch (const std::exception&) {  // it is no packed stream, or a broken one: that is told when it is asked for
  }
  return sink.bytes.size();
}

/// libqpdf unpacks the streams that hold objects, whatever their size, before it can be asked anything. So all that
/// looks like a packed stream is unpacked here first, one after the other, and counted.
/// Cost: linear in the file and in the room.
bool is_bomb(std::string_view bytes) {
  constexpr std::string_view begin = "stream", end = "endstream";
  std::size_t left = room_for(bytes.size()), stop = 0;
  for (std::size_t at = 0; (at = bytes.find(begin, at)) != std::string_view::npos;) {
    at = bytes.find_first_not_of("\r\n", at + begin.size());
    if (at == std::string_view::npos || at + 2 > bytes.size()) break;
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    if ((first & 0x0FU) != 8 || (first * 256U + second) % 31 != 0) continue;  // RFC 1950, 2.2
    if (stop < at) stop = std::min(bytes.find(end, at), bytes.size());
    try {
      left -= unpacked_size(bytes.substr(at, stop - at), left);
    } catch (const PastLimit&) {
      return true;
    }
  }
  return false;
}

std::string name_value(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? value.getName().substr(1) : std::string();
}

EmbeddedFile read_one(const std::string& name, QPDFFileSpecObjectHelper& spec, std::size_t limit) {
  EmbeddedFile file;
  const std::string shown = spec.getFilename();
  file.name = shown.empty() ? name : shown;
  file.relation = name_value(spec.getObjectHandle(), "/AFRelationship");
  QPDFObjectHandle stream = spec.getEmbeddedFileStream();
  if (!stream.isStream()) throw std::runtime_error("an embedded file has no stream");
  QPDFEFStreamObjectHelper embedded(stream);
  file.media_type = embedded.getSubtype();
  file.bytes = decoded(stream, limit);
  const std::string sum = embedded.getChecksum();
  file.checksum_holds = sum.empty() || sum == md5(file.bytes);
  return file;
}

}  // namespace

std::string decoded(QPDFObjectHandle stream, std::size_t limit) {
  BoundedSink sink(limit);
  bool filtered = false;  // not when a filter is one that loses something (a JPEG): then its bytes come as they are
  if (!stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, true, false))
    throw std::runtime_error("a stream cannot be decoded");
  return std::move(sink.bytes);
}

std::optional<std::string> decoded_within(QPDFObjectHandle stream, std::size_t limit) {
  try {
    return decoded(std::move(stream), limit);
  } catch (const PastLimit&) {
    return std::nullopt;
  }
}

PdfFile::PdfFile() = default;
PdfFile::~PdfFile() = default;
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;

namespace {

/// What libqpdf would say on standard error is said in our words, or not at all.
void silence(QPDFLogger& logger) {
  logger.setInfo(logger.discard());
  logger.setWarn(logger.discard());
  logger.setError(logger.discard());
}

}  // namespace

std::optional<PdfFile> PdfFile::open(std::string bytes, std::string name, Diagnostics& diags) {
  if (bytes.substr(0, 1024).find("%PDF-") == std::string::npos) {
    diags.failure(Blame::input, "archive.not-pdf", name + " is no PDF");
    return std::nullopt;
  }
  if (is_bomb(bytes)) {
    diags.failure(Blame::input, "archive.too-large", name + ": it unpacks to far more than a PDF of its size does");
    return std::nullopt;
  }
  PdfFile file;
  file.name_ = std::move(name);
  file.bytes_ = std::make_unique<std::string>(std::move(bytes));
  const auto opened = guarded(file.name_, diags, [&file] {
    file.qpdf_ = std::make_unique<QPDF>();
    file.qpdf_->setSuppressWarnings(true);
    const auto quiet = QPDFLogger::create();
    silence(*quiet);
    file.qpdf_->setLogger(quiet);
    silence(*QPDFLogger::defaultLogger());  // direct objects, which know no file, tell that one
    file.qpdf_->processMemoryFile(file.name_.c_str(), file.bytes_->data(), file.bytes_->size());
    return file.qpdf_->isEncrypted();
  });
  if (!opened) return std::nullopt;
  if (*opened) {
    diags.failure(Blame::input, "archive.encrypted", file.name_ + " is encrypted; Readout never encrypts its files");
    return std::nullopt;
  }
  return file;
}

std::optional<std::vector<EmbeddedFile>> embedded_files(const PdfFile& pdf, Diagnostics& diags, const Limits& limits) {
  return guarded(pdf.name(), diags, [&] {
    QPDFEmbeddedFileDocumentHelper helper(pdf.qpdf());
    const auto specs = helper.getEmbeddedFiles();
    if (specs.size() > limits.embedded_files) throw std::runtime_error("it holds too many embedded files");
    std::vector<EmbeddedFile> files;
    std::size_t left = limits.embedded_bytes;
    for (const auto& [name, spec] : specs) {
      files.push_back(read_one(name, *spec, std::min(limits.stream_bytes, left)));
      left -= files.back().bytes.size();
    }
    return files;
  });
}

}  // namespace readout::archive
