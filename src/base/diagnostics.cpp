#include "base/diagnostics.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"

namespace readout {

Diagnostic& Diagnostic::note(Span where, std::string text) {
  notes.push_back({where, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::hint(std::string text) {
  hints.push_back(std::move(text));
  return *this;
}

Diagnostic& Diagnostics::error(std::string code, Span span, std::string message) {
  ++errors_;
  return add({Severity::error, Blame::input, std::move(code), span, std::move(message), {}, {}});
}

Diagnostic& Diagnostics::warning(std::string code, Span span, std::string message) {
  return add({Severity::warning, Blame::input, std::move(code), span, std::move(message), {}, {}});
}

Diagnostic& Diagnostics::failure(Blame blame, std::string code, std::string message) {
  ++errors_;
  return add({Severity::error, blame, std::move(code), {}, std::move(message), {}, {}});
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
  Kind& kind = kinds_[diagnostic.code];
  if (++kind.count <= most_of_a_kind) {
    kind.last = all_.size();
    return all_.emplace_back(std::move(diagnostic));
  }
  std::vector<Label>& notes = all_[kind.last].notes;
  if (kind.count == most_of_a_kind + 1) {
    kind.note = notes.size();
    notes.emplace_back();
  }
  notes[kind.note].text = std::to_string(kind.count - most_of_a_kind) + " more of this kind are not told one by one";
  return untold_ = std::move(diagnostic);
}

bool Diagnostics::has_enough_of(std::string_view code) const {
  const auto found = kinds_.find(code);
  return found != kinds_.end() && found->second.count >= most_of_a_kind;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> out(all_.begin(), all_.end());
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
  });
  return out;
}

int Diagnostics::exit_code(bool strict) const {
  int code = 0;
  for (const Diagnostic& diagnostic : all_) {
    if (diagnostic.severity == Severity::error) code = std::max(code, static_cast<int>(diagnostic.blame));
    if (strict) code = std::max(code, 1);
  }
  return code;
}

namespace {

// Optimal string alignment distance over bytes: insert, delete, replace, swap neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

constexpr std::size_t longest_name = 100;  // beyond it nobody mistyped a key
constexpr std::size_t shortest_name = 3;   // of a shorter one too little is left where one letter is another

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.size() < shortest_name || word.size() > longest_name) return {};
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest_name) continue;
    const std::size_t d = distance(word, candidate);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

}  // namespace readout
