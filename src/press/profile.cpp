#include "press/profile.hpp"

#include "base/assert.hpp"

namespace readout::press {

bool leaves_source_out(const Job& job, const model::Brief& brief) {
  const auto& embed = brief.archive.embed_source;
  return job.no_source || (embed && !embed->value);
}

const pdf::Profile& profile_of(const Job& job, const model::Brief& brief) {
  const auto& asked = brief.archive.profile;
  const pdf::Profile* chosen = asked ? pdf::profile_named(asked->value) : &pdf::a_3a_ua_1;
  READOUT_ASSERT(chosen != nullptr);  // the reader of the brief lets no other name pass
  if (!job.pdf || *job.pdf == chosen->version) return *chosen;
  return *job.pdf == pdf::a_4f_ua_2.version ? pdf::a_4f_ua_2 : pdf::a_3a_ua_1;
}

bool embeds_source(const Job& job, const model::Brief& brief) {
  return profile_of(job, brief).attachments && !leaves_source_out(job, brief);
}

bool loses_source(const Job& job, const model::Brief& brief) {
  return !profile_of(job, brief).attachments && !leaves_source_out(job, brief) && job.out == standard_stream;
}

bool puts_source_beside(const Job& job, const model::Brief& brief) {
  return !profile_of(job, brief).attachments && !leaves_source_out(job, brief) && !job.out.empty() &&
         job.out != standard_stream;
}

}  // namespace readout::press
