// ncurses, and what Swift can't import from it: macros, variadic functions, globals.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>
#include <term.h>

// Otherwise these macros of ncurses would take the names from every file that imports this module.
#undef columns
#undef lines
#undef bell
#undef tab
#undef newline

// --- The screen -----------------------------------------------------------------------------------------------------

WINDOW *screen_window(void);
int screen_colors(void);
int screen_color_pairs(void);

/// Sets how cleared places look, so that clearing is enough to draw blanks.
void screen_set_background(uint32_t attributes, int pair);

/// Fills one cell: 1 to 5 scalars ending in zero, attributes, and a colour pair of any number.
void screen_set_cell(cchar_t *cell, const uint32_t *scalars, uint32_t attributes, int pair);

/// Writes a run of cells that are filled already.
void screen_write(int row, int column, const cchar_t *cells, int count);

uint32_t screen_bold(void);
uint32_t screen_italic(void);
uint32_t screen_underline(void);
uint32_t screen_reverse(void);
uint32_t screen_dim(void);

// --- The terminal's description -------------------------------------------------------------------------------------

/// Whether there is a description of the terminal: 1; 0 if it is unknown; -1 if there are no descriptions at all;
/// -2 if it can't place its cursor.
int screen_check_terminal(const char *name, int output);

/// A string capability of the current terminal; NULL if it has none.
const char *screen_capability(const char *name);

/// Whether colour numbers are 24-bit colours.
int screen_has_direct_color(void);

/// Rows and columns of a terminal, zero if it doesn't say.
void screen_size(int terminal, int *row_count, int *column_count);

// --- The mouse ------------------------------------------------------------------------------------------------------

/// Turns reports of clicks and the wheel on or off; returns whether they are on now.
int screen_set_mouse(int on);
