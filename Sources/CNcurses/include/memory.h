#pragma once

/// Gives back the pages of the program's file that nobody can write, and what was allocated and freed again.
void memory_give_back_start(void);
