#!/usr/bin/env python3
"""What may not stand in src/: whatever makes the same input give other bytes, and a few habits.

The lint first proves on made-up lines that each ban can fail.
"""
import re
import sys

from source import code_only, files, finish, lines

# name -> (what is banned, where it may stand all the same, a line that breaks it)
BANS = {
    "clock": (r"\b(system_clock|steady_clock|high_resolution_clock)\b|\b(std::)?(time|clock|localtime|gmtime|strftime|"
              r"gettimeofday|clock_gettime)\s*\(\s*(nullptr|NULL|0|&|\))", r"src/base/timing\.", "std::time(nullptr);"),
    "locale": (r"\bsetlocale\b|\bstd::locale\b|\bstd::(isalpha|isdigit|isspace|isupper|islower|tolower|toupper)\b|"
               r"(?<![\w:.])(isalpha|isdigit|isspace|isupper|islower|tolower|toupper)\s*\(",
               r"src/cli/fmt_inside\.cpp$", "std::tolower(c);"),
    "environment": (r"\b(getenv|secure_getenv|setenv|putenv)\b", r"src/cli/", 'std::getenv("LANG");'),
    "random": (r"\b(random_device|mt19937|default_random_engine|uniform_int_distribution)\b|\b(s?rand|random)\s*\(",
               None, "std::mt19937 dice;"),
    "number reading": (r"\b(atof|atoi|atol|strto(d|f|l|ul|ll|ull)|sto(d|f|i|l|ul|ll|ull)|sscanf)\s*\(", None,
                       "std::stod(text);"),
    "number printing": (r"\b(sprintf|snprintf|ostringstream|stringstream)\b", None, "snprintf(b, 9, s);"),
    "transcendental": (r"\b(std::)?(sin|cos|tan|asin|acos|atan2?|pow|exp|log|log10)\s*\(", None, "std::pow(2.0, x);"),
    "unordered": (r"\bunordered_(map|set|multimap|multiset)\b", None, "std::unordered_map<int, int> m;"),
    "using namespace": (r"^\s*using\s+namespace\b", r".*\.cpp$", "using namespace std;"),
    "names that say nothing": (r"\b(class|struct)\s+\w*(Manager|Helper|Util|Utils|Data)\b", None, "class FontManager {"),
    "promises": (None, None, "// TODO: later"),
}
PROMISE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented")


def check(sources):
    faults = []
    for path, text in sources:
        for name, (pattern, allowed, _) in BANS.items():
            if allowed and re.match(allowed, path):
                continue
            searched = code_only(text) if pattern else text
            expression = re.compile(pattern) if pattern else PROMISE
            faults += [f"{path}:{number}: banned ({name}): {line.strip()}"
                       for number, line in lines(searched) if expression.search(line)]
    return faults


def prove():
    for name, (_, _, line) in BANS.items():
        assert any(f"({name})" in fault for fault in check([("src/press/x.hpp", line + "\n")])), name
    harmless = 'const auto at = "std::rand()";  // time(nullptr) as text\nrun_time(0); cluster.exp_(x);\n'
    assert not check([("src/press/x.cpp", harmless)]), check([("src/press/x.cpp", harmless)])


if __name__ == "__main__":
    prove()
    everything = files("src/*/*.cpp", "src/*/*.hpp")
    sys.exit(finish("bans", check(everything), len(everything)))
