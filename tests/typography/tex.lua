-- Sets paragraphs by TeX's own line breaker: `lualatex tex.tex`, where that file loads luaotfload and this one.
-- tex.py lays paragraphs.txt, face.otf, patterns.dic and settings.lua beside it, and reads lines.txt: of each paragraph at
-- each measure TeX's own total of demerits, then of each line "ratio hyphen overfull".
local settings = dofile("settings.lua")
local out = assert(io.open("lines.txt", "w"))

local function read_patterns()
  local patterns = {}
  for line in io.lines("patterns.dic") do
    if not line:match("^[%u%%]") then patterns[#patterns + 1] = line end
  end
  local language = lang.new()
  lang.patterns(language, table.concat(patterns, " "))
  lang.prehyphenchar(language, 0x2010)
  tex.language = lang.id(language)
end

-- Thousandths of a mark's width; TeX counts in thousandths of an em.
local function hang_marks()
  local id = font.id("face")
  local face = font.getfont(id)
  for mark, shares in pairs(settings.hangs) do
    local share = face.characters[mark].width / face.parameters.quad
    tex.print(string.format("\\lpcode\\face %d=%d \\rpcode\\face %d=%d\\relax", mark, math.floor(shares[1] * share + 0.5),
      mark, math.floor(shares[2] * share + 0.5)))
  end
end

local function is_hyphen(line)
  local last = nil
  for glyph in node.traverse_id(node.id("glyph"), line.head) do last = glyph end
  for disc in node.traverse_id(node.id("disc"), line.head) do
    if not disc.next or disc.next.id == node.id("glue") and not disc.next.next then return true end
  end
  return last ~= nil and (last.char == 0x2010 or last.char == 0x2D)
end

local function tell(line)
  local sign = ({ [0] = 0, [1] = 1, [2] = -1 })[line.glue_sign]
  local ratio = line.glue_order == 0 and sign * line.glue_set or 0
  local overfull = node.dimensions(line.glue_set, line.glue_sign, line.glue_order, line.head) > tex.hsize + 10
  out:write(string.format("%.6f %d %d\n", ratio, is_hyphen(line) and 1 or 0, overfull and 1 or 0))
end

luatexbase.add_to_callback("linebreak_filter", function(head)
  local lines, result = tex.linebreak(head, {})
  out:write(string.format("paragraph %d\n", result.demerits))
  for line in node.traverse_id(node.id("hlist"), lines) do tell(line) end
  return lines
end, "lines")

local function points(length) return string.format("%.4fbp", length) end

function settings.run()
  read_patterns()
  hang_marks()
  for parameter, value in pairs(settings.parameters) do tex[parameter] = value end
  tex.emergencystretch = tex.sp(points(settings.emergency_stretch))
  for _, measure in ipairs(settings.measures) do
    for text in io.open("paragraphs.txt"):read("a"):gmatch("[^\n]+") do
      tex.print(string.format("\\setbox0\\vbox{\\hsize=%s\\face\\noindent %s\\par}", points(measure), text))
    end
  end
end

return settings
