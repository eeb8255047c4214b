#ifndef LECTERN_RATING_ROWS_H
#define LECTERN_RATING_ROWS_H

#include <stddef.h>
#include <stdint.h>

// Rows of a ratings file that is mapped into memory: user, item, rating and, where `row_bytes` is
// 20 and not 12, the time, all little endian. Reading a page that the file has lost raises SIGBUS;
// here it is caught, and told apart from what is wrong with a row.

typedef struct {
  /// The whole file, and where in it the first row begins.
  uint8_t *file;
  size_t file_bytes, rows_at, row_bytes, rows;
  /// How many users and items there are.
  uint32_t users, items;
  /// A byte for each piece of 64 KiB of the file that may be in memory, and how many are set.
  uint8_t *touched;
  size_t touched_count;
} lectern_rating_rows;

enum { LECTERN_ROW_PIECE = 1 << 16, LECTERN_ROW_PIECES_KEPT = 512 };

typedef enum {
  LECTERN_ROWS_READ,
  /// The row's user or item does not exist, or its rating is not finite.
  LECTERN_ROW_WRONG,
  /// The file has become shorter than it was, or cannot be read.
  LECTERN_ROWS_GONE,
} lectern_rows_result;

/// Reads the rows at some positions, which must exist. `times` may be NULL. At LECTERN_ROW_WRONG
/// `*wrong` is the position of the first such row. When 32 MiB of the file were touched, the system
/// is told that none is needed.
lectern_rows_result lectern_read_rating_rows(
    lectern_rating_rows *rows, const int64_t *positions, size_t count, int32_t *users,
    int32_t *items, float *ratings, int64_t *times, size_t *wrong);

/// Checks each row in turn and continues `*hash` over them; see lectern_hash_words.
lectern_rows_result lectern_check_rating_rows(
    lectern_rating_rows *rows, uint64_t *hash, size_t *wrong);

/// FNV-1a over little-endian words of 4 bytes in place of bytes.
uint64_t lectern_hash_words(uint64_t hash, const uint8_t *bytes, size_t words);

#endif
