/* A plain program on libharu, as one would write it in an afternoon: lines broken greedily, no shaping, no tags, no
   archive format. What scripts/bench --peers holds Readout against.

   plain IN.lines OUT.pdf [IN OUT ...]: several pairs are a batch in one process. */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEFT 68.0f
#define WIDTH 459.0f
#define TOP 762.0f
#define BOTTOM 72.0f
#define SIZE 10.5f
#define LEADING 13.4f

static HPDF_Doc pdf;
static HPDF_Page page, pages[65536];
static HPDF_Font regular, bold, arabic;
static float y;
static int count;

static void fail(HPDF_STATUS error, HPDF_STATUS detail, void *unused) {
  (void)unused;
  fprintf(stderr, "libharu error %04lx %lu\n", (unsigned long)error, (unsigned long)detail);
  exit(1);
}

static void begin_page(void) {
  page = pages[count++] = HPDF_AddPage(pdf);
  HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
  y = TOP;
}

static void need(float height) {
  if (y - height < BOTTOM) begin_page();
}

static void say(HPDF_Font font, float size, float x, float at, const char *text) {
  HPDF_Page_BeginText(page);
  HPDF_Page_SetFontAndSize(page, font, size);
  HPDF_Page_TextOut(page, x, at, text);
  HPDF_Page_EndText(page);
}

static HPDF_Font font_of(const char *text) {
  return ((unsigned char)text[0] & 0xFC) == 0xD8 ? arabic : regular;
}

/* Sets or (draw = 0) only counts the lines of a text in a column; every word has its own place, so that lines are even. */
static int fill(HPDF_Font font, float x, float width, float top, const char *text, int draw, int even) {
  static char copy[65536];
  int lines = 0;
  strncpy(copy, text, sizeof copy - 1);
  char *line = copy;
  while (*line) {
    HPDF_REAL natural;
    HPDF_Page_SetFontAndSize(page, font, SIZE);
    size_t fits = HPDF_Page_MeasureText(page, line, width, HPDF_TRUE, &natural);
    if (fits == 0) fits = strlen(line);
    char *next = line + fits, kept = *next;
    *next = 0;
    if (draw == 2) {
      need(LEADING);
      y -= LEADING;
      top = y + LEADING;
      HPDF_Page_SetFontAndSize(page, font, SIZE); /* it may be a new page */
    }
    const float at = top - (draw == 2 ? 1 : lines + 1) * LEADING + 3;
    if (draw && even && kept) {
      int blanks = 0;
      for (char *c = line; *c; c++) blanks += *c == ' ' && c[1];
      float blank = HPDF_Page_TextWidth(page, " "), where = x;
      float more = blanks ? (width - natural) / blanks : 0;
      for (char *word = strtok(line, " "); word; word = strtok(NULL, " ")) {
        say(font, SIZE, where, at, word);
        where += HPDF_Page_TextWidth(page, word) + blank + more;
      }
    } else if (draw) {
      say(font, SIZE, x, at, line);
    }
    *next = kept;
    line = next;
    lines++;
  }
  return lines;
}

static void row(char **cells, int columns) {
  static const float shares[2][5] = {{.22f, .39f, .39f, 0, 0}, {.45f, .12f, .18f, .15f, .10f}};
  const float *share = shares[columns == 5];
  int most = 1;
  float x = LEFT;
  for (int i = 0; i < columns; i++) {
    int lines = fill(font_of(cells[i]), 0, share[i] * WIDTH - 8, 0, cells[i], 0, 0);
    if (lines > most) most = lines;
  }
  need((float)most * LEADING + 5);
  for (int i = 0; i < columns; i++) {
    fill(font_of(cells[i]), x + 4, share[i] * WIDTH - 8, y, cells[i], 1, 0);
    x += share[i] * WIDTH;
  }
  y -= (float)most * LEADING + 5;
  HPDF_Page_SetLineWidth(page, .3f);
  HPDF_Page_MoveTo(page, LEFT, y);
  HPDF_Page_LineTo(page, LEFT + WIDTH, y);
  HPDF_Page_Stroke(page);
}

static void block(char *line, char *reference) {
  char *cells[8];
  int n = 0;
  line[strcspn(line, "\n")] = 0;
  for (char *at = line; at && n < 8;) {
    cells[n++] = at;
    at = strchr(at, '\t');
    if (at) *at++ = 0;
  }
  if (!strcmp(cells[0], "TITLE")) say(bold, 17, LEFT, y - 16, cells[1]), y -= 24;
  if (!strcmp(cells[0], "REF")) strncpy(reference, cells[1], 63);
  if (!strcmp(cells[0], "H")) {
    need(40);
    say(bold, 12, LEFT, y - 19, cells[1]);
    HPDF_Outline entry = HPDF_CreateOutline(pdf, NULL, cells[1], HPDF_GetEncoder(pdf, "UTF-8"));
    HPDF_Outline_SetDestination(entry, HPDF_Page_CreateDestination(page));
    y -= 25;
  }
  if (!strcmp(cells[0], "P")) fill(regular, LEFT, WIDTH, y, cells[1], 2, 1), y -= 5;
  if (!strcmp(cells[0], "POINT")) {
    need(LEADING);
    say(regular, SIZE, LEFT, y - LEADING + 3, cells[1]);
    fill(regular, LEFT + 24, WIDTH - 24, y, cells[2], 2, 1);
  }
  if (!strncmp(cells[0], "ROW", 3)) row(cells + 1, cells[0][3] - '0');
}

static HPDF_Font load(const char *path) {
  return HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, path, HPDF_TRUE), "UTF-8");
}

static int make(const char *in, const char *out) {
  static char line[65536];
  char reference[64] = "", words[96];
  FILE *file = fopen(in, "r");
  if (!file) return perror(in), 1;
  pdf = HPDF_New(fail, NULL);
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(pdf);
  regular = load("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf");
  bold = load("/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf");
  arabic = load("/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf");
  count = 0;
  begin_page();
  while (fgets(line, sizeof line, file)) block(line, reference);
  fclose(file);
  for (int i = 0; i < count; i++) {
    page = pages[i];
    snprintf(words, sizeof words, "%s, page %d of %d", reference, i + 1, count);
    say(regular, 8.5f, LEFT, 44, words);
  }
  HPDF_SaveToFile(pdf, out);
  HPDF_Free(pdf);
  return 0;
}

int main(int count_of_arguments, char **arguments) {
  for (int i = 1; i + 1 < count_of_arguments; i += 2)
    if (make(arguments[i], arguments[i + 1])) return 1;
  return 0;
}
