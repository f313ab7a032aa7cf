#include "base/source.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "base/utf8.hpp"

namespace readout {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  // A byte-order mark stands before the first line: editors do not count it as a column.
  starts_.push_back(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
    starts_.push_back(at + 1);
}

Position SourceFile::position(std::size_t offset) const {
  offset = std::clamp(offset, starts_[0], text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin());
  const std::size_t start = starts_[line - 1];
  return {line, utf8::count(std::string_view(text_).substr(start, offset - start)) + 1};
}

std::size_t SourceFile::offset(Position position) const {
  if (position.line == 0 || position.line > starts_.size()) return text_.size();
  std::size_t at = starts_[position.line - 1];
  for (std::size_t column = 1; column < position.column && at < text_.size() && text_[at] != '\n'; ++column)
    at += utf8::decode(text_, at).length;
  return at;
}

std::string_view SourceFile::line(std::size_t number) const {
  const std::size_t start = line_start(number);
  std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_.size();
  if (end > start && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(start, end - start);
}

std::size_t SourceFile::line_start(std::size_t number) const {
  READOUT_ASSERT(number >= 1 && number <= starts_.size());
  return starts_[number - 1];
}

FileId Sources::add(std::string name, std::string text) {
  return add(std::make_shared<const SourceFile>(std::move(name), std::move(text)));
}

FileId Sources::add(std::shared_ptr<const SourceFile> file) {
  files_.push_back(std::move(file));
  return static_cast<FileId>(files_.size());
}

const std::shared_ptr<const SourceFile>& Sources::shared(FileId id) const {
  READOUT_ASSERT(id >= 1 && id <= files_.size());
  return files_[id - 1];
}

std::string_view Sources::text(Span span) const {
  const std::string_view text = (*this)[span.file].text();
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

std::shared_ptr<const std::string> Sources::shared_text(FileId id) const {
  const auto& file = shared(id);
  return {file, &file->text()};
}

FileId Sources::find(std::string_view name) const {
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (files_[i]->name() == name) return static_cast<FileId>(i + 1);
  return 0;
}

}  // namespace readout
