// The least that a program of ncurses can do: a page of text, and a line that shows what is typed.
#include <locale.h>
#include <ncurses.h>

int main(void) {
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    for (int row = 0; row < LINES - 1; row++)
        mvprintw(row, 0, "%d A line of the page, about as long as the lines of other pages are", row);
    mvprintw(0, 0, "ready");
    int column = 0;
    move(LINES - 1, column);
    refresh();
    for (int key; (key = getch()) != 'Q' - '@';) {
        if (column == COLS - 1) {
            move(LINES - 1, column = 0);
            clrtoeol();
        }
        mvaddch(LINES - 1, column++, (chtype)key);
        refresh();
    }
    endwin();
    return 0;
}
