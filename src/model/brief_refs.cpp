// Ids, and the keys that hold them: W (who), S (sources), from and depends.
#include <fmt/format.h>

#include <map>

#include "model/brief_values.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

constexpr const char* id_hint = "an id starts with a small letter and goes on with small letters, digits and hyphens";

std::string several_hint(std::string_view array) { return fmt::format("several ids stand in an array: {}", array); }

}  // namespace

std::optional<At<std::string>> BriefValues::id(TableReader& t) {
  if (const TomlValue* value = t.find("id"); value && value->kind != Kind::string)
    return t.wrong_type(*value, "id", "an id").hint(id_hint), std::nullopt;
  auto id = word(t, "id");
  if (!id) return std::nullopt;
  if (!has_id_form(id->value)) {
    const std::string small = in_small_letters(id->value);
    t.fault("id-form", id->span, fmt::format("“{}” does not have the form of an id", id->value))
        .hint(has_id_form(small) ? fmt::format("write it in small letters, “{}”, here and where it is named", small)
                                 : id_hint);
    return std::nullopt;
  }
  if (id->value.size() > max_id_length) {
    t.fault("id-length", id->span,
            fmt::format("an id has at most {} characters, and this has {}", max_id_length, id->value.size()));
    return std::nullopt;
  }
  if (id->value == joint_id) {
    t.fault("id-taken", id->span, "the id “joint” is taken: it means all sides together");
    return std::nullopt;
  }
  const NamedThing* first = ids.find(id->value);
  if (first && first->span != id->span) {
    t.fault("id-twice", id->span, fmt::format("the id “{}” is given twice", id->value))
        .note(first->span, fmt::format("{} has it already", kind_name(first->target.kind)))
        .hint("sides, people, points, steps, annexes and sources share one name space");
    return std::nullopt;
  }
  return id;
}

At<std::string> BriefValues::need_id(TableReader& t) {
  return t.require("id") ? id(t).value_or(At<std::string>{}) : At<std::string>{};
}

const NamedThing* BriefValues::resolve(TableReader& t, const At<std::string>& id,
                                       const std::vector<Target::Kind>& kinds, std::string_view wanted,
                                       std::string_view hint) {
  const NamedThing* thing = ids.find(id.value);
  if (!thing) {
    const bool enough = diags_.has_enough_of("brief.unresolved");
    auto& told = t.fault("unresolved", id.span, fmt::format("nothing has the id “{}”: {} is wanted", id.value, wanted));
    if (enough) return nullptr;
    const std::string array = ids.as_array(id.value);
    told.hint(array.empty() ? ids.remedy(id.value, kinds) : several_hint(array));
    if (!hint.empty()) told.hint(std::string(hint));
    return nullptr;
  }
  for (const Target::Kind kind : kinds)
    if (thing->target.kind == kind) return thing;
  auto& told = t.fault("wrong-kind", id.span,
                       fmt::format("“{}” is {}, and {} is wanted", id.value, kind_name(thing->target.kind), wanted));
  told.note(thing->span, "it is named here");
  if (!hint.empty()) told.hint(std::string(hint));
  return nullptr;
}

// ---- W ------------------------------------------------------------------------------------------

std::optional<WhoItem> BriefValues::who_item(TableReader& t, const TomlValue& value, std::string_view key) {
  const bool id_form = value.kind == Kind::string && has_id_form(value.string.text);
  if (!id_form) {
    if (value.kind != Kind::string && value.kind != Kind::table)
      return t.wrong_type(value, key, "an id or a line of text"), std::nullopt;
    if (const std::string array = value.kind == Kind::string ? ids.as_array(value.string.text) : ""; !array.empty()) {
      t.fault("ids-in-text", value.span, fmt::format("“{}” would be printed as it stands", value.string.text))
          .hint(several_hint(array));
      return std::nullopt;
    }
    auto words = line_of(t, value, key);
    return words ? std::optional<WhoItem>(std::move(*words)) : std::nullopt;
  }
  if (value.string.text == joint_id) return warn_joint(value.span), Joint{};
  const NamedThing* thing = resolve(t, {value.string.text, value.span}, {Target::Kind::side, Target::Kind::person},
                                    "a side or a person", "begin with a capital to print it as it stands");
  return thing ? std::optional<WhoItem>(thing->target) : std::nullopt;
}

std::optional<Who> BriefValues::who(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  Who who{{}, value->span};
  const auto entries = t.list_of(*value, key);
  for (const TomlValue* entry : entries) {
    auto item = who_item(t, *entry, key);
    if (!item) continue;
    if (std::holds_alternative<Joint>(*item) && entries.size() > 1) {
      t.fault("joint", entry->span, "“joint” means all sides: it stands alone")
          .hint("leave the others out, or name the sides");
    }
    who.items.push_back(std::move(*item));
  }
  return who.items.empty() ? std::nullopt : std::optional(std::move(who));
}

// "Both sides" or "All sides" would be printed where the file names none to speak of.
void BriefValues::warn_joint(Span span) {
  if (ids.sides >= 2) return;
  diags_
      .warning("brief.joint-sides", span,
               ids.sides == 0 ? "“joint” means all sides, and the file names none"
                              : "“joint” means all sides, and the file names one")
      .hint("add a [[side]] for each, or say who it is in words: \"The ministers\"");
}

// ---- lists of ids -------------------------------------------------------------------------------

std::vector<At<std::size_t>> BriefValues::refs(TableReader& t, std::string_view key, Target::Kind kind) {
  std::vector<At<std::size_t>> out;
  std::map<std::size_t, Span> seen;
  for (const TomlValue* value : t.list(key)) {
    if (value->kind != Kind::string) {
      const bool enough = diags_.has_enough_of("brief.type");
      auto& told = t.wrong_type(*value, key, fmt::format("the id of {}", kind_name(kind)));
      if (!enough) told.hint(ids.remedy(value->kind == Kind::integer ? "1" : "", {kind}));
      continue;
    }
    const auto id = word_of(t, *value, key);
    const NamedThing* thing = id ? resolve(t, *id, {kind}, kind_name(kind), "") : nullptr;
    if (!thing) continue;
    const auto [first, fresh] = seen.try_emplace(thing->target.index, id->span);
    if (!fresh)
      t.fault("listed-twice", id->span, fmt::format("“{}” is listed twice", id->value))
          .note(first->second, "first here");
    out.push_back({thing->target.index, id->span});
  }
  return out;
}

SourceRefs BriefValues::sources(TableReader& t) {
  SourceRefs out = refs(t, "src", Target::Kind::source);
  for (const auto& source : out) {
    if (used_sources.size() <= source.value) used_sources.resize(source.value + 1);
    used_sources[source.value] = true;
  }
  return out;
}

}  // namespace readout::model
