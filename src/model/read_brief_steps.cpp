// [[step]] and [[agreement]]: what was agreed and signed.
#include <fmt/format.h>

#include "model/brief_reading.hpp"

namespace readout::model {
namespace {

Step read_step(BriefValues& v, TableReader& t) {
  Step out;
  out.span = t.span();
  out.text = v.need_text(t, "text");
  out.id = v.id(t);
  out.owner = v.who(t, "owner");
  out.with = v.who(t, "with");
  out.due = v.day_or_line(t, "due");
  out.status = v.choice(t, "status", {"agreed", "proposed", "in-progress", "done", "overdue"});
  out.from = v.refs(t, "from", Target::Kind::point);
  out.depends = v.refs(t, "depends", Target::Kind::step);
  out.src = v.sources(t);
  return out;
}

// Finds circles of `depends` by a walk that keeps its path; each step is walked once, so each circle is told once.
class CircleFinder {
 public:
  explicit CircleFinder(BriefReading& b) : b_(b), steps_(b.brief.steps), state_(steps_.size(), State::fresh) {}

  void run() {
    for (std::size_t i = 0; i < steps_.size(); ++i) walk(i);
  }

 private:
  enum class State { fresh, on_path, done };
  struct Visit {
    std::size_t step, next;  // the next entry of `depends` to follow
  };

  // No recursion: a chain may be as long as the file.
  void walk(std::size_t first) {
    if (state_[first] != State::fresh) return;
    std::vector<Visit> path;
    enter(path, first);
    while (!path.empty()) {
      const std::size_t step = path.back().step, next = path.back().next;
      if (next == steps_[step].depends.size()) {
        state_[step] = State::done;
        path.pop_back();
        continue;
      }
      ++path.back().next;
      const auto& on = steps_[step].depends[next];
      if (on.value >= steps_.size()) continue;
      if (state_[on.value] == State::on_path) tell(path, on);
      if (state_[on.value] == State::fresh) enter(path, on.value);
    }
  }
  void enter(std::vector<Visit>& path, std::size_t step) {
    state_[step] = State::on_path;
    path.push_back({step, 0});
  }
  void tell(const std::vector<Visit>& path, const At<std::size_t>& back) {
    if (path.back().step == back.value) {
      b_.root.fault("step-circle", back.span, "a step cannot depend on itself").hint("take it out");
      return;
    }
    auto& told = b_.root.fault("step-circle", back.span, "these steps depend on each other in a circle");
    std::size_t i = 0;
    while (path[i].step != back.value) ++i;
    for (; i + 1 < path.size(); ++i) {
      const auto& link = steps_[path[i].step].depends[path[i].next - 1];
      told.note(link.span, "and this leads on");
    }
    told.hint("take one of them out");
  }

  BriefReading& b_;
  const std::vector<Step>& steps_;
  std::vector<State> state_;
};

Agreement read_agreement(BriefValues& v, TableReader& t) {
  Agreement out;
  out.span = t.span();
  out.title = v.need_line(t, "title");
  out.kind = v.line(t, "kind");
  out.signed_on = v.day(t, "signed");
  out.signatories = v.who(t, "signatories");
  out.languages = v.tags(t, "languages");
  out.deposited = v.line(t, "deposited");
  return out;
}

}  // namespace

void read_steps(BriefReading& b) {
  b.brief.steps = read_list<Step>(b, b.root, "step", [&](TableReader& t) { return read_step(b.values, t); });
  CircleFinder(b).run();
}

void read_agreements(BriefReading& b) {
  b.brief.agreements =
      read_list<Agreement>(b, b.root, "agreement", [&](TableReader& t) { return read_agreement(b.values, t); });
}

}  // namespace readout::model
