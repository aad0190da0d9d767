#define _GNU_SOURCE 1
#include "memory.h"
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

static int give_back(struct dl_phdr_info *info, size_t size, void *none) {
    (void)size;
    (void)none;
    uintptr_t page = (uintptr_t)getpagesize();
    for (int index = 0; index < info->dlpi_phnum; index++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[index];
        // Only pages that nobody can write are as they are in the file.
        if (header->p_type != PT_LOAD || header->p_flags & PF_W) continue;
        uintptr_t start = (info->dlpi_addr + header->p_vaddr) & ~(page - 1);
        uintptr_t end = (info->dlpi_addr + header->p_vaddr + header->p_filesz + page - 1) & ~(page - 1);
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    // The first object is the program; the others are libraries.
    return 1;
}

void memory_give_back_start(void) {
    dl_iterate_phdr(give_back, NULL);
    malloc_trim(0);
}
