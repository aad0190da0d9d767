#include "include/screen.h"
#include <string.h>
#include <sys/ioctl.h>

WINDOW *screen_window(void) { return stdscr; }
int screen_colors(void) { return COLORS; }
int screen_color_pairs(void) { return COLOR_PAIRS; }

void screen_set_background(uint32_t attributes, int pair) {
    cchar_t blank;
    setcchar(&blank, L" ", (attr_t)attributes, 0, &pair);
    wbkgrndset(stdscr, &blank);
}

void screen_set_cell(cchar_t *cell, const uint32_t *scalars, uint32_t attributes, int pair) {
    setcchar(cell, (const wchar_t *)scalars, (attr_t)attributes, 0, &pair);
}

void screen_write(int row, int column, const cchar_t *cells, int count) {
    if (wmove(stdscr, row, column) != ERR) wadd_wchnstr(stdscr, cells, count);
}

uint32_t screen_bold(void) { return A_BOLD; }
uint32_t screen_italic(void) { return A_ITALIC; }
uint32_t screen_underline(void) { return A_UNDERLINE; }
uint32_t screen_reverse(void) { return A_REVERSE; }
uint32_t screen_dim(void) { return A_DIM; }

int screen_check_terminal(const char *name, int output) {
    int answer = 0;
    if (setupterm(name, output, &answer) == ERR) return answer == 1 ? -2 : answer;
    const char *place = tigetstr("cup");
    answer = place != NULL && place != (const char *)-1 ? 1 : -2;
    del_curterm(cur_term);
    return answer;
}

const char *screen_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

int screen_has_direct_color(void) { return tigetflag("RGB") > 0 || tigetnum("RGB") > 0; }

void screen_size(int terminal, int *row_count, int *column_count) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    ioctl(terminal, TIOCGWINSZ, &size);
    *row_count = size.ws_row;
    *column_count = size.ws_col;
}

int screen_set_mouse(int on) {
    // Without `kmous` ncurses would get the mouse from gpm and not from the input, where this program reads it.
    if (!screen_capability("kmous")) return 0;
    mouseinterval(0);
    return mousemask(on ? BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL) != 0;
}
