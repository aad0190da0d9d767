// Linux's own ways to wait, which Swift's Glibc does not show.
#pragma once

/// A descriptor that is readable while one of those in it is; -1 if there is none left.
int waiting_set(void);
/// Puts a descriptor into a set; 0 if that worked. One that is closed leaves the set.
int waiting_add(int set, int descriptor);
/// A clock that is readable after so many seconds, and rests until then; -1 if there is none left.
int waiting_clock(int seconds);
/// Lets a clock begin anew; after no seconds it is readable at once.
///
/// Returns whether it had run out.
int waiting_wind(int clock, int seconds);
