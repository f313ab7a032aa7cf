#include "archive/page_segments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "archive/guarded.hpp"
#include "base/utf8.hpp"

namespace readout::archive {
namespace {

constexpr int deepest_tree = 200;  // levels climbed in a structure tree before it is taken for a circle

using CodeMap = std::map<unsigned, std::string>;

unsigned code_of(std::string_view bytes) {
  unsigned value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

std::string utf8_of_utf16(std::string_view bytes) {
  return QPDFObjectHandle::newString("\xFE\xFF" + std::string(bytes)).getUTF8Value();
}

// Gathers the strings of bfchar and bfrange lines; a CMap is PostScript that reads like a content stream.
class CMapReader final : public QPDFObjectHandle::ParserCallbacks {
 public:
  CodeMap map;
  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "endbfchar") pairs();
    if (name == "endbfrange") ranges();
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void pairs() {
    for (std::size_t i = 0; i + 1 < operands_.size(); i += 2)
      if (operands_[i].isString() && operands_[i + 1].isString())
        map[code_of(operands_[i].getStringValue())] = utf8_of_utf16(operands_[i + 1].getStringValue());
  }
  void ranges() {
    for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) {
      if (!operands_[i].isString() || !operands_[i + 1].isString() || !operands_[i + 2].isString()) continue;
      const unsigned first = code_of(operands_[i].getStringValue());
      const unsigned last = std::min(code_of(operands_[i + 1].getStringValue()), first + 0xFFFF);
      std::string target = operands_[i + 2].getStringValue();
      for (unsigned code = first; code <= last && !target.empty(); ++code, ++target.back())
        map[code] = utf8_of_utf16(target);
    }
  }
  std::vector<QPDFObjectHandle> operands_;
};

struct FontCodes {
  bool two_bytes = false;
  CodeMap map;
};

FontCodes read_font(QPDFObjectHandle font) {
  FontCodes codes;
  if (!font.isDictionary()) return codes;
  codes.two_bytes = font.getKey("/Subtype").isNameAndEquals("/Type0");
  if (QPDFObjectHandle cmap = font.getKey("/ToUnicode"); cmap.isStream()) {
    CMapReader reader;
    QPDFObjectHandle::parseContentStream(cmap, &reader);
    codes.map = std::move(reader.map);
  }
  return codes;
}

class PageReader final : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit PageReader(QPDFObjectHandle page) : fonts_(page.getKey("/Resources").getKeyIfDict("/Font")) {
    segments.emplace_back();
  }
  std::vector<Segment> segments;

  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "BDC" || name == "BMC") begin();
    note(name);
    if (name == "Tf" && operands_.size() == 2 && operands_[0].isName()) choose(operands_[0].getName());
    if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") show();
    if (name == "EMC") segments.emplace_back();
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void begin() {
    Segment segment;
    if (operands_.size() == 2 && operands_[1].isDictionary()) {
      QPDFObjectHandle mcid = operands_[1].getKey("/MCID");
      if (mcid.isInteger()) segment.mcid = mcid.getIntValueAsInt();
    }
    segments.push_back(std::move(segment));
  }
  void note(const std::string& name) {
    std::string& out = segments.back().operators;
    for (QPDFObjectHandle& operand : operands_) out += operand.unparse() + ' ';
    out += name + '\n';
  }
  void choose(const std::string& name) {
    const auto [entry, fresh] = read_.try_emplace(name);
    if (fresh && fonts_.isDictionary()) entry->second = read_font(fonts_.getKey(name));
    font_ = &entry->second;
  }
  void show() {
    for (QPDFObjectHandle& operand : operands_) {
      if (operand.isString()) say(operand.getStringValue());
      if (!operand.isArray()) continue;
      for (QPDFObjectHandle& item : operand.getArrayAsVector())
        if (item.isString()) say(item.getStringValue());
    }
  }
  void say(const std::string& codes) {
    if (font_ == nullptr) return;
    const std::size_t width = font_->two_bytes ? 2 : 1;
    for (std::size_t i = 0; i + width <= codes.size(); i += width) {
      const auto found = font_->map.find(code_of(std::string_view(codes).substr(i, width)));
      segments.back().text += found == font_->map.end() ? utf8::encode(0xFFFD) : found->second;
    }
  }

  QPDFObjectHandle fonts_;
  std::map<std::string, FontCodes> read_;
  const FontCodes* font_ = nullptr;
  std::vector<QPDFObjectHandle> operands_;
};

std::string type_of(QPDFObjectHandle element) {
  QPDFObjectHandle type = element.getKey("/S");
  return type.isName() ? type.getName().substr(1) : "?";
}

// "[2]" when the parent has several kids of this type.
std::string place_among_siblings(QPDFObjectHandle element, QPDFObjectHandle parent) {
  QPDFObjectHandle kids = parent.getKey("/K");
  if (!kids.isArray()) return {};
  int place = 0, count = 0;
  for (QPDFObjectHandle& kid : kids.getArrayAsVector()) {
    if (!kid.isDictionary() || type_of(kid) != type_of(element)) continue;
    ++count;
    if (kid.isSameObjectAs(element)) place = count;
  }
  return count > 1 ? fmt::format("[{}]", place) : std::string();
}

}  // namespace

std::vector<Segment> read_segments(QPDFObjectHandle page, std::size_t stream_limit) {
  // Decoded once under the limit, so that a bomb is refused before it is parsed.
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isStream()) static_cast<void>(decoded(contents, stream_limit));
  PageReader reader(page);
  page.parsePageContents(&reader);
  std::erase_if(reader.segments, [](const Segment& segment) { return segment.operators.empty(); });
  return std::move(reader.segments);
}

std::string element_path(QPDFObjectHandle element) {
  std::string path;
  for (int level = 0; element.isDictionary() && element.hasKey("/S") && level < deepest_tree; ++level) {
    QPDFObjectHandle parent = element.getKey("/P");
    const std::string place = parent.isDictionary() ? place_among_siblings(element, parent) : std::string();
    path = "/" + type_of(element) + place + path;
    element = parent;
  }
  return path;
}

QPDFObjectHandle element_of(QPDF& pdf, QPDFObjectHandle page, int mcid) {
  QPDFObjectHandle key = page.getKey("/StructParents");
  QPDFObjectHandle tree = pdf.getRoot().getKey("/StructTreeRoot");
  if (!key.isInteger() || !tree.isDictionary() || !tree.getKey("/ParentTree").isDictionary())
    return QPDFObjectHandle::newNull();
  QPDFNumberTreeObjectHelper parents(tree.getKey("/ParentTree"), pdf);
  QPDFObjectHandle owners;
  if (!parents.findObject(key.getIntValue(), owners) || !owners.isArray()) return QPDFObjectHandle::newNull();
  return mcid >= 0 && mcid < owners.getArrayNItems() ? owners.getArrayItem(mcid) : QPDFObjectHandle::newNull();
}

}  // namespace readout::archive
