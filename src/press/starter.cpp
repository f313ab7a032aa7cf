#include "press/starter.hpp"

namespace readout::press {

std::string_view starter() {
  return R"toml(# A brief. Take out what you do not need: only readout, the title and one part with content must be there,
# and what is left out prints nothing. Build it with:  readout build THIS-FILE.toml
# Every key there is:  readout new --full OTHER-FILE.toml
readout = 1

[document]
title = "Title of the talks"
lang = ["en-GB"]                 # one or two languages; the first is the main one
summary = """
Two or three sentences that say what the meeting was about. A line break is a space, and a blank line
begins a paragraph. *Emphasis*, **strong** and [links](https://example.org/) may stand in any text."""
# ref = "AB-1/2026"
# status = "draft"               # draft, for-clearance, final, superseded

[meeting]
place = "Place"
# date = 2026-03-17              # without a date none is printed; today's is never used
# start = 09:30:00
# occasion = "What it was part of"

[[side]]
id = "hosts"                     # by this name the file speaks of the side; it is never printed
name = "The hosts"
role = "host"

[[side.people]]
id = "chair"
name = "Name of the head"
office = "Office"
head = true

[[side]]
id = "guests"
name = "The guests"
role = "guest"
people = ["First guest", "Second guest"]

[[discussion]]
heading = "First point"
by = "joint"                     # "joint", an id, or words as they should be printed
text = "What was said."

[[discussion]]
heading = "Second point"
by = "guests"
points = [
  "Said by the guests.",
  { by = "chair", text = "Said by the head of the hosts." },
]

[outcome]
text = "What the meeting came to."

[[step]]
text = "What is to be done next."
owner = "hosts"
due = "within a month"           # a date (2026-05-01) or words
)toml";
}

std::string_view full_starter() {
  return R"toml(# Every table and every key of a brief, once. Take out what you do not need. Lines that begin with "#= " want a
# file of yours beside this one: put it there and take the mark away.
readout = 1
x_file = "keys that begin with x_ are yours and are never printed"

[document]
title = { en = "Title of the talks", ar = "عنوان المحادثات" }
short_title = { en = "Title", ar = "العنوان" }    # for running heads
subtitle = { en = "A line below the title", ar = "سطر تحت العنوان" }
subject = { en = "Subject", ar = "الموضوع" }
summary = { en = "What the meeting was about.", ar = "موضوع الاجتماع." }
kind = "brief"                   # the template: brief, minutes, readout, or one of your office
ref = "AB-1/2026"
file_ref = "F-2026-17"
in_reply_to = "CD-9/2025"
references = ["AB-7/2025", "AB-8/2025"]
version = "1"
originator = { en = "Issuing body", ar = "الجهة المصدرة" }
office = { en = "Its office", ar = "المكتب" }
#= letterhead = { file = "letterhead.png", alt = { en = "Emblem of the issuing body", ar = "شعار الجهة المصدرة" } }
#= seal = { file = "seal.png", decorative = true }
lang = ["en-GB", "ar"]           # the main language first
authentic = "both"               # which text prevails: "both" or one of lang
status = "draft"                 # draft, for-clearance, final, superseded
issued = 2026-03-20              # or with the time: 2026-03-20T10:00:00+01:00
place_of_issue = { en = "Place", ar = "المكان" }
keywords = ["first", "second"]
precedence = "rank"              # people of a side: "listed" or "rank"

[marking]
level = { en = "Internal", ar = "داخلي" }
scheme = "none"
caveats = [{ en = "not for release", ar = "غير مخصص للنشر" }]
distribution_mark = { en = "Office only", ar = "للمكتب فقط" }
classified_by = { en = "Head of office", ar = "رئيس المكتب" }
reason = { en = "Ongoing talks", ar = "محادثات جارية" }
derived_from = { en = "Office guide", ar = "دليل المكتب" }
declassify_on = 2031-03-20       # a date or words

[meeting]
place = { en = "Place", ar = "المكان" }
venue = { en = "House and hall", ar = "الدار والقاعة" }
occasion = { en = "What it was part of", ar = "المناسبة" }
level = { en = "Ministers", ar = "وزراء" }
interpretation = { en = "Consecutive", ar = "تتابعية" }
type = "bilateral"               # bilateral, trilateral, multilateral, internal
held = "in-person"               # or telephone, video
previous = 2025-10-08            # a date, or words
next = "In the autumn"
date = 2026-03-17
until = 2026-03-18
date_note = { en = "as agreed by letter", ar = "كما اتفق عليه كتابياً" }
hijri = "1447-09-28/1447-09-29"  # or the date of one day, "umm-al-qura", "none"
start = 09:30:00                 # with seconds, as TOML wants them
end = 17:45:00
zone = { en = "local time", ar = "بالتوقيت المحلي" }

[[side]]
id = "hosts"
name = { en = "The Host Office", ar = "المكتب المضيف" }
short = { en = "The hosts", ar = "المضيفون" }    # where it is named in passing
in_text = { en = "the Host Office", ar = "المكتب المضيف" }    # in a sentence of a readout
role = "host"                    # host, guest, party, observer
#= flag = { file = "flag.png", alt = { en = "Flag of the hosts", ar = "علم المضيفين" } }
delegation_note = { en = "with advisers", ar = "مع مستشارين" }

[[side]]
id = "guests"
name = { en = "The guests", ar = "الضيوف" }
role = "guest"
people = [{ en = "First guest", ar = "الضيف الأول" }, { en = "Second guest", ar = "الضيف الثاني" }]

[[participant]]
id = "chair"
side = "hosts"
honorific = { en = "Dr", ar = "الدكتورة" }
name = { en = "Name of the head", ar = "اسم الرئيسة" }
short = { en = "The chair", ar = "الرئيسة" }
office = { en = "Office", ar = "المنصب" }
head = true                      # one a side
rank = 1
role = "principal"               # principal, delegate, notetaker, interpreter, protocol
present = "yes"                  # yes, part, apologies
#= photo = { file = "photo.jpg", alt = { en = "Portrait of the head", ar = "صورة الرئيسة" } }
src = "letter"

[[discussion]]
id = "first"
heading = { en = "First point", ar = "النقطة الأولى" }
by = "joint"                     # "joint", an id, several ids, or words
text = { en = "What was said; see [](#paper).", ar = "ما قيل؛ انظر [](#paper)." }
decision = { en = "What was decided.", ar = "ما تقرر." }
lines_to_take = [{ en = "What to say if asked.", ar = "ما يقال عند السؤال." }]
table = { columns = [{ head = { en = "Thing", ar = "الشيء" }, align = "start", group = { en = "What", ar = "ماذا" } }, { head = { en = "Number", ar = "العدد" }, align = "number" }], rows = [{ group = { en = "Part one", ar = "الجزء الأول" } }, [{ en = "Letters", ar = "رسائل" }, 12]], caption = { en = "A small table", ar = "جدول صغير" } }
#= picture = { file = "chart.png", alt = { en = "What the chart shows", ar = "ما يبينه الرسم" }, caption = { en = "A chart", ar = "رسم بياني" } }
src = ["letter"]

[[discussion.points]]
by = "guests"
text = { en = "An inner point.", ar = "نقطة فرعية." }
note = { en = "A footnote.", ar = "حاشية." }
src = "letter"
points = [{ en = "And one below it.", ar = "وأخرى تحتها." }, { en = "And another.", ar = "وأخرى." }]

[tour]
heading = { en = "Visit to the works", ar = "زيارة المنشآت" }
summary = { en = "What was seen.", ar = "ما شوهد." }
by = "guests"
when = "after"                   # "before", "after", a time, or words
src = "letter"

[[tour.stop]]
name = { en = "First stop", ar = "المحطة الأولى" }
time = 15:00:00
host = { en = "Who received them", ar = "المستقبِل" }
note = { en = "What it is.", ar = "ما هي." }
points = [{ en = "What was shown", ar = "ما عُرض" }]
#= photo = { file = "stop.jpg", alt = { en = "What the picture shows", ar = "ما تبينه الصورة" } }

[outcome]
text = { en = "What the meeting came to.", ar = "ما خلص إليه الاجتماع." }
src = "letter"

[[step]]
id = "draft"
text = { en = "Draft the paper.", ar = "صياغة الورقة." }
owner = "hosts"
with = "guests"
due = 2026-05-01                 # a date or words
status = "agreed"                # agreed, proposed, in-progress, done, overdue
from = "first"                   # points that it comes from
src = "letter"

[[step]]
text = { en = "Sign the paper.", ar = "توقيع الورقة." }
owner = "joint"
depends = "draft"                # steps that come before it

[[agreement]]
title = { en = "Memorandum", ar = "مذكرة" }
kind = { en = "Memorandum of understanding", ar = "مذكرة تفاهم" }
signed = 2026-03-18
signatories = ["chair", "guests"]
languages = ["en-GB", "ar"]
deposited = { en = "Archive of the hosts", ar = "محفوظات المضيفين" }

[[programme]]
day = 2026-03-17
time = 09:30:00                  # a time or words
what = { en = "Opening", ar = "الافتتاح" }
where = { en = "Great hall", ar = "القاعة الكبرى" }
dress = { en = "Lounge suit", ar = "بدلة رسمية" }
note = { en = "Doors close at the hour", ar = "تغلق الأبواب في الموعد" }
who = "joint"

[[annex]]                        # one of body, table, picture, file in each
id = "paper"
title = { en = "The paper", ar = "الورقة" }
label = { en = "Draft", ar = "مسودة" }
body = { en = "Its text.", ar = "نصها." }

[[annex]]
title = { en = "Figures", ar = "أرقام" }
table = { caption = { en = "In millions", ar = "بالملايين" }, columns = [{ head = { en = "Year", ar = "السنة" } }, { head = { en = "Sum", ar = "المجموع" }, align = "number" }], rows = [["2025", "1.50"]] }

#= [[annex]]
#= title = { en = "Map", ar = "خريطة" }
#= picture = { file = "map.png", alt = { en = "What the map shows", ar = "ما تبينه الخريطة" } }

#= [[annex]]
#= title = { en = "Data", ar = "بيانات" }
#= file = "data.csv"

[[distribution]]
to = { en = "Permanent Secretary", ar = "الوكيل الدائم" }
for = "action"                   # action or information
note = { en = "point 1", ar = "البند ١" }

[clearance]
drafted_by = { en = "Name", ar = "الاسم" }
phone = "extension 1"

[[clearance.line]]
name = { en = "Name", ar = "الاسم" }
office = { en = "Office", ar = "المكتب" }
action = "cleared"               # drafted, cleared, approved, info
date = 2026-03-19
note = { en = "subject to point 1", ar = "رهناً بالبند ١" }

[[revision]]
version = "1"
date = 2026-03-18
by = { en = "Name", ar = "الاسم" }
change = { en = "First draft", ar = "المسودة الأولى" }

[[source]]
id = "letter"
title = { en = "Letter of invitation", ar = "رسالة الدعوة" }
kind = { en = "Letter", ar = "رسالة" }
date = 2026-01-12
url = "https://example.org/letter"
sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
note = { en = "second page", ar = "الصفحة الثانية" }

[[term]]
term = { en = "MoU", ar = "م.ت" }
means = { en = "memorandum of understanding", ar = "مذكرة تفاهم" }

[archive]
profile = "a-3a+ua-1"            # a-3a+ua-1, a-2a+ua-1, a-4f+ua-2
embed_source = true
rights = { en = "Whose it is", ar = "الحقوق" }
series = "AB"
retention = "10 years"
disposal = "to the archive"

[print]
paper = "a4"                     # a4 or letter
edition = "single"               # single, bilingual, or one of the languages
)toml";
}

}  // namespace readout::press
