#include "base/line_rules.hpp"

namespace readout {
namespace {

constexpr double large = 1e6;  // demerits: more would drown every other consideration
using R = LineRules;

constexpr KnownLineRule rules[] = {
    {"hyphenate", &R::hyphenate, 0, 1},
    {"hang", &R::hang, 0, 1},
    {"expand", &R::expand, 0, 0.02},
    {"space_width", &R::space_width, 0.5, 2},
    {"space_stretch", &R::space_stretch, 0.1, 2},
    {"space_shrink", &R::space_shrink, 0, 0.5},
    {"pretolerance", &R::pretolerance, -1, 10000},
    {"tolerance", &R::tolerance, 1, 10000},
    {"loose_tolerance", &R::loose_tolerance, 0, 10000},
    {"line_penalty", &R::line_penalty, 0, 1000},
    {"hyphen_penalty", &R::hyphen_penalty, -1000, 10000},
    {"explicit_hyphen_penalty", &R::explicit_hyphen_penalty, -1000, 10000},
    {"adjacent_demerits", &R::adjacent_demerits, 0, large},
    {"double_hyphen_demerits", &R::double_hyphen_demerits, 0, large},
    {"final_hyphen_demerits", &R::final_hyphen_demerits, 0, large},
    {"stub_demerits", &R::stub_demerits, 0, large},
    {"last_line", &R::last_line, 0, 100},
    {"emergency_stretch", &R::emergency_stretch, 0, 100},
    {"ragged_stretch", &R::ragged_stretch, 0.1, 100},
    {"ragged_below", &R::ragged_below, 0, 100},
    {"max_hyphens", &R::max_hyphens, 0, 9, true},
    {"before_hyphen", &R::before_hyphen, 1, 9, true},
    {"after_hyphen", &R::after_hyphen, 1, 9, true},
    {"kashida", &R::kashida, 0, 1},
    {"kashida_share", &R::kashida_share, 0, 0.9},
    {"kashida_longest", &R::kashida_longest, 0.1, 3},
    {"kashida_most", &R::kashida_most, 1, 100, true},
};

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace

std::span<const KnownLineRule> known_line_rules() { return rules; }

void set_rule(LineRules& to, const KnownLineRule& rule, double value) {
  std::visit(Overloaded{[&](bool R::*field) { to.*field = value != 0; }, [&](double R::*field) { to.*field = value; },
                        [&](Em R::*field) { to.*field = Em(value); }},
             rule.field);
}

double rule_of(const LineRules& from, const KnownLineRule& rule) {
  return std::visit(
      Overloaded{[&](bool R::*field) { return from.*field ? 1.0 : 0.0; }, [&](double R::*field) { return from.*field; },
                 [&](Em R::*field) { return (from.*field).ems(); }},
      rule.field);
}

}  // namespace readout
