// The XMP packet; the rest of metadata.hpp is in metadata.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/char_set.hpp"
#include "base/utf8.hpp"
#include "pdf/metadata.hpp"

namespace readout::pdf {
namespace {

using layout::Info;

constexpr std::string_view own_namespace = "urn:readout:meeting:1:";

/// What is no printable ASCII, or is escaped in XML.
constexpr CharSet xml_special([](char c) {
  return c < 0x20 || c >= 0x7F || c == '&' || c == '<' || c == '>' || c == '"';
});

/// Escaped for XML; what XML 1.0 cannot hold is left out.
std::string xml(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = xml_special.find_in(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto [c, length] = utf8::decode(text, 0);
    text.remove_prefix(length);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if ((c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n') {
      utf8::append(out, c);
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view text) {
  return text.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>\n", name, xml(text));
}

std::string items(std::string_view name, std::string_view kind, const std::vector<std::string>& values) {
  if (values.empty()) return {};
  std::string out = fmt::format("<{}><rdf:{}>", name, kind);
  for (const std::string& value : values) out += fmt::format("<rdf:li>{}</rdf:li>", xml(value));
  return out + fmt::format("</rdf:{}></{}>\n", kind, name);
}

/// A value by language, the default first.
std::string alternatives(std::string_view name, const std::vector<std::pair<std::string, std::string>>& values) {
  if (values.empty()) return {};
  std::string out = fmt::format("<{}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li>", name, xml(values[0].second));
  for (const auto& [lang, value] : values) {
    if (!lang.empty()) out += fmt::format("<rdf:li xml:lang=\"{}\">{}</rdf:li>", xml(lang), xml(value));
  }
  return out + fmt::format("</rdf:Alt></{}>\n", name);
}

std::string one(std::string_view name, const std::string& value) {
  return value.empty() ? std::string() : alternatives(name, {{"", value}});
}

/// A property's name as XML allows it: letters and digits, the rest taken for word ends: "file ref" -> "fileRef".
std::string property_name(std::string_view name) {
  std::string out;
  bool raise = false;
  for (const char c : name) {
    const bool small = c >= 'a' && c <= 'z', large = c >= 'A' && c <= 'Z', digit = ascii::is_digit(c);
    if (!small && !large && !digit) {
      raise = !out.empty();
      continue;
    }
    if (out.empty() && digit) out += 'n';
    out += small && raise ? static_cast<char>(c - 'a' + 'A') : c;
    raise = false;
  }
  return out.empty() ? "fact" : out;
}

std::string described(std::string_view name, std::string_view type, std::string_view category, std::string_view what) {
  return fmt::format(
      "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{}</pdfaProperty:name><pdfaProperty:valueType>{}"
      "</pdfaProperty:valueType><pdfaProperty:category>{}</pdfaProperty:category><pdfaProperty:description>{}"
      "</pdfaProperty:description></rdf:li>",
      name, type, category, what);
}

std::string schema(std::string_view title, std::string_view uri, std::string_view prefix, std::string_view properties) {
  return fmt::format(
      "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>{}</pdfaSchema:schema><pdfaSchema:namespaceURI>{}"
      "</pdfaSchema:namespaceURI><pdfaSchema:prefix>{}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{}"
      "</rdf:Seq></pdfaSchema:property></rdf:li>\n",
      title, uri, prefix, properties);
}

struct Facts {
  std::string values, descriptions;
};

/// Info::properties as elements of our own namespace; what comes several times becomes one bag.
Facts own_facts(const Info& info) {
  struct Fact {
    std::string name, label;
    std::vector<std::string> values;
  };
  std::vector<Fact> found;
  auto properties = info.properties;
  if (!info.descriptions.empty()) properties.emplace_back("subject", info.subject);  // dc:description has but one
  for (const auto& [label, value] : properties) {
    const std::string name = property_name(label);
    if (value.empty()) continue;
    auto at = std::find_if(found.begin(), found.end(), [&](const Fact& fact) { return fact.name == name; });
    if (at == found.end()) at = found.insert(at, {name, label, {}});
    at->values.push_back(value);
  }
  Facts facts;
  for (const Fact& fact : found) {
    const std::string name = "readout:" + fact.name;
    const bool single = fact.values.size() == 1;
    facts.values += single ? element(name, fact.values.front()) : items(name, "Bag", fact.values);
    facts.descriptions += described(fact.name, single ? "Text" : "bag Text", "external", xml(fact.label));
  }
  return facts;
}

/// ISO 19005-3, 6.6.2.3: what is not in the standard's own schemas is described in the packet.
std::string extension_schemas(const std::string& own) {
  std::string out =
      "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>\n";
  out += schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
                described("part", "Integer", "internal", "PDF/UA part"));
  if (!own.empty()) out += schema("Meeting documents", own_namespace, "readout", own);
  return out + "</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";
}

std::string core_properties(const Info& info) {
  auto titles = info.titles;
  if (titles.empty()) titles.emplace_back("", "Untitled");
  std::string out = "<dc:format>application/pdf</dc:format>\n" + alternatives("dc:title", titles);
  out += items("dc:creator", "Seq", info.creators);
  out += info.descriptions.empty() ? one("dc:description", info.subject)
                                   : alternatives("dc:description", info.descriptions);
  out += items("dc:subject", "Bag", info.keywords);
  out += items("dc:language", "Bag", info.languages.empty() ? std::vector{info.lang} : info.languages);
  out += one("dc:rights", info.rights);
  if (!info.identifiers.empty()) out += element("dc:identifier", info.identifiers.front());
  out += items("xmp:Identifier", "Bag", info.identifiers);
  if (info.issued) {
    out += element("xmp:CreateDate", xmp_date(*info.issued)) + element("xmp:ModifyDate", xmp_date(*info.issued));
  }
  out += element("xmp:CreatorTool", info.program) + element("pdf:Producer", info.program);
  return out + element("pdf:Keywords", keywords_of(info));
}

/// Which standards the file says it keeps (ISO 19005-3, 6.6.4; ISO 19005-4, 6.7.3; ISO 14289-1 and -2, 5; WTPDF 1.0,
/// 6).
std::string claims(const Profile& profile) {
  std::string out = element("pdfaid:part", profile.archive_part) + element("pdfaid:rev", profile.archive_revision) +
                    element("pdfaid:conformance", profile.archive_conformance) +
                    element("pdfuaid:part", profile.access_part) + element("pdfuaid:rev", profile.access_revision);
  if (!profile.well_tagged) return out;
  out += "<pdfd:declarations xmlns:pdfd=\"http://pdfa.org/declarations/\"><rdf:Bag>";
  for (const std::string_view declared : {"accessibility1.0", "reuse1.0"}) {
    out += fmt::format(
        "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#{}</pdfd:conformsTo>"
        "</rdf:li>",
        declared);
  }
  return out + "</rdf:Bag></pdfd:declarations>\n";
}

}  // namespace

std::string xmp_packet(const Info& info, const Profile& profile) {
  const Facts facts = own_facts(info);
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";
  if (!facts.values.empty()) out += fmt::format(" xmlns:readout=\"{}\"", own_namespace);
  out += ">\n" + core_properties(info) + facts.values;
  out += claims(profile) + "</rdf:Description>\n";
  if (profile.extension_schemas) out += extension_schemas(facts.descriptions);
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace readout::pdf
