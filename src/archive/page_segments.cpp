#include "archive/page_segments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <stdexcept>
#include <utility>

#include "archive/guarded.hpp"
#include "base/utf8.hpp"

namespace readout::archive {
namespace {

constexpr int deepest_tree = 200;             // levels climbed in a structure tree before it is taken for a circle
constexpr int most_siblings = 20'000;         // among which an element's place is looked for
constexpr std::size_t longest_map = 1 << 20;  // bytes of a ToUnicode map; ours have some thousand
constexpr std::size_t longest_said = 512;     // bytes that one code may stand for (Adobe Technical Note 5411)
constexpr std::size_t entry_cost = 64;        // of one code in memory

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
  explicit CMapReader(Budget& budget) : budget_(&budget) {}
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
        add(code_of(operands_[i].getStringValue()), operands_[i + 1].getStringValue());
  }
  void ranges() {
    for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) {
      if (!operands_[i].isString() || !operands_[i + 1].isString() || !operands_[i + 2].isString()) continue;
      const unsigned first = code_of(operands_[i].getStringValue());
      const unsigned last = std::min(code_of(operands_[i + 1].getStringValue()), first + 0xFFFF);
      std::string target = operands_[i + 2].getStringValue();
      for (unsigned code = first; code <= last && !target.empty(); ++code, ++target.back()) add(code, target);
    }
  }
  void add(unsigned code, const std::string& target) {
    if (target.size() > longest_said) throw std::runtime_error("one of its letters stands for a whole text");
    budget_->spend(entry_cost);
    map[code] = utf8_of_utf16(target);
  }
  Budget* budget_;
  std::vector<QPDFObjectHandle> operands_;
};

/// A stream's bytes, within what is left.
std::string read_stream(QPDFObjectHandle stream, Budget& budget, std::size_t most) {
  std::string bytes = decoded(stream, std::min(most, budget.left()));
  budget.spend(bytes.size());
  return bytes;
}

FontCodes read_font(QPDFObjectHandle font, Budget& budget) {
  FontCodes codes;
  if (!font.isDictionary()) return codes;
  codes.two_bytes = font.getKey("/Subtype").isNameAndEquals("/Type0");
  if (QPDFObjectHandle cmap = font.getKey("/ToUnicode"); cmap.isStream()) {
    static_cast<void>(read_stream(cmap, budget, longest_map));  // so that it may be parsed
    CMapReader reader(budget);
    QPDFObjectHandle::parseContentStream(cmap, &reader);
    codes.map = std::move(reader.map);
  }
  return codes;
}

class PageReader final : public QPDFObjectHandle::ParserCallbacks {
 public:
  PageReader(QPDFObjectHandle page, KnownFonts& known, Budget& budget)
      : fonts_(page.getKey("/Resources").getKeyIfDict("/Font")), known_(&known), budget_(&budget) {
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
    const std::size_t before = out.size();
    for (QPDFObjectHandle& operand : operands_) out += operand.unparse() + ' ';
    out += name + '\n';
    budget_->spend(out.size() - before);
  }
  void choose(const std::string& name) {
    const auto [entry, fresh] = chosen_.try_emplace(name, nullptr);
    if (fresh && fonts_.isDictionary()) entry->second = font_of(fonts_.getKey(name));
    font_ = entry->second;
  }
  /// A font that several pages and names share is read once.
  const FontCodes* font_of(QPDFObjectHandle font) {
    if (!font.isIndirect()) return &own_.emplace_back(read_font(font, *budget_));
    const auto known = known_->find(font.getObjGen());
    if (known != known_->end()) return &known->second;
    return &known_->emplace(font.getObjGen(), read_font(font, *budget_)).first->second;
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
      const std::string said = found == font_->map.end() ? utf8::encode(0xFFFD) : found->second;
      budget_->spend(said.size());
      segments.back().text += said;
    }
  }

  QPDFObjectHandle fonts_;
  KnownFonts* known_;
  Budget* budget_;
  std::deque<FontCodes> own_;  ///< of fonts that have no number
  std::map<std::string, const FontCodes*> chosen_;
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
  if (!kids.isArray() || kids.getArrayNItems() > most_siblings) return {};
  int place = 0, count = 0;
  for (QPDFObjectHandle& kid : kids.getArrayAsVector()) {
    if (!kid.isDictionary() || type_of(kid) != type_of(element)) continue;
    ++count;
    if (kid.isSameObjectAs(element)) place = count;
  }
  return count > 1 ? fmt::format("[{}]", place) : std::string();
}

}  // namespace

std::vector<Segment> read_segments(QPDFObjectHandle page, KnownFonts& fonts, Budget& budget) {
  // Unpacked within the budget first, so that a bomb is refused before it is parsed; several streams are one text.
  std::string bytes;
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isStream()) bytes = read_stream(contents, budget, budget.left());
  const int parts = contents.isArray() ? contents.getArrayNItems() : 0;
  for (int i = 0; i < parts; ++i) {
    budget.spend(entry_cost);
    QPDFObjectHandle part = contents.getArrayItem(i);
    if (part.isStream()) bytes += read_stream(part, budget, budget.left()) + "\n";
  }
  PageReader reader(page, fonts, budget);
  QPDF* const owner = page.getOwningQPDF();
  if (owner != nullptr && !bytes.empty())
    QPDFObjectHandle::parseContentStream(QPDFObjectHandle::newStream(owner, bytes), &reader);
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
