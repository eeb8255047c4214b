#include "lectern_rows.h"

#include <string.h>

#include "../Lanes/block_size.h"
#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_pool.h"
#include "row_links.h"

typedef struct {
  binary_kernel *add;
  float *table;
  const float *from;
  const int32_t *ids;
  float *out;
  size_t count, width;
} rows_job;

static void gather_part(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  for (size_t i = begin; i < end; i++)
    memcpy(
        job->out + i * job->width, job->from + (size_t)job->ids[i] * job->width,
        job->width * sizeof(float));
}

void lectern_gather(
    const float *table, const int32_t *ids, float *out, size_t count, size_t width) {
  rows_job job = {.from = table, .ids = ids, .out = out, .count = count, .width = width};
  if (width > 0) lectern_parallel(count, rows_in_grain(width), gather_part, &job);
}

// Adds what belongs to rows [begin, end) of the table.
static void scatter_part(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  for (size_t i = 0; i < job->count; i++) {
    size_t id = (size_t)job->ids[i];
    if (id < begin || id >= end) continue;
    float *row = job->table + id * job->width;
    job->add(row, 1, job->from + i * job->width, 1, row, job->width);
  }
}

static void scatter_in_order(const rows_job *job, size_t table_rows) {
  // The work is in the rows that are added, not in those of the table.
  size_t work = job->count * job->width;
  size_t grain = work < 2 * ELEMENT_GRAIN ? table_rows : (table_rows + 63) / 64;
  lectern_parallel(table_rows, grain, scatter_part, (void *)job);
}

// What is added to each row of a table, linked as row_links.h says. `counts` says how many there are.
typedef struct {
  int32_t *first, *next, *counts;
  int32_t most;
} row_lists;

static row_lists lists_of(const int32_t *ids, size_t count, size_t table_rows, int32_t *memory) {
  row_lists lists = {memory, memory + table_rows, memory + table_rows + count, 0};
  link_rows(ids, count, table_rows, lists.first, lists.next);
  memset(lists.counts, 0, table_rows * sizeof(int32_t));
  for (size_t i = 0; i < count; i++)
    if (++lists.counts[ids[i]] > lists.most) lists.most = lists.counts[ids[i]];
  return lists;
}

typedef struct {
  const rows_job *rows;
  row_lists lists;
} lists_job;

// Adds up to `most` rows, from place `i` on, to `sum`; gives the place after them.
static int32_t add_some(const lists_job *job, int32_t i, int most, float *sum) {
  const rows_job *rows = job->rows;
  for (int added = 0; i >= 0 && added < most; added++, i = job->lists.next[i])
    rows->add(sum, 1, rows->from + (size_t)i * rows->width, 1, sum, rows->width);
  return i;
}

// Sums of blocks meet in a tree, whose nodes are rows of `nodes`; see block_tree.h.
static void add_long_list(const lists_job *job, size_t row, float *nodes) {
  const rows_job *rows = job->rows;
  size_t width = rows->width, level, blocks = 0;
  for (int32_t i = job->lists.first[row]; i >= 0;) {
    float *sum = nodes + MOST_LEVELS * width;
    memset(sum, 0, width * sizeof(float));
    i = add_some(job, i, ROWS_IN_BLOCK, sum);
    level = 0;
    for (size_t rest = blocks++; rest & 1; rest >>= 1, level++)
      rows->add(nodes + level * width, 1, sum, 1, sum, width);
    memcpy(nodes + level * width, sum, width * sizeof(float));
  }
  level = (size_t)__builtin_ctzll(blocks);
  float *total = nodes + level * width, *to = rows->table + row * width;
  for (size_t rest = blocks >> ++level; rest; rest >>= 1, level++)
    if (rest & 1) rows->add(nodes + level * width, 1, total, 1, total, width);
  rows->add(to, 1, total, 1, to, width);
}

static void lists_part(void *context, size_t begin, size_t end) {
  const lists_job *job = context;
  size_t capacity, width = job->rows->width;
  float *nodes = lectern_buffer_take((MOST_LEVELS + 1) * width, &capacity);
  for (size_t row = begin; row < end; row++) {
    if (job->lists.counts[row] > BLOCK)
      add_long_list(job, row, nodes);
    else
      add_some(job, job->lists.first[row], BLOCK, job->rows->table + row * width);
  }
  lectern_buffer_give(nodes, capacity);
}

static void scatter_by_lists(const rows_job *job, size_t table_rows) {
  size_t capacity;
  float *memory = lectern_buffer_take(2 * table_rows + job->count, &capacity);
  lists_job by_lists = {job, lists_of(job->ids, job->count, table_rows, (int32_t *)(void *)memory)};
  if (by_lists.lists.most <= BLOCK)
    scatter_in_order(job, table_rows);
  else
    lectern_parallel(table_rows, (table_rows + 63) / 64, lists_part, &by_lists);
  lectern_buffer_give(memory, capacity);
}

void lectern_scatter_add(
    float *table, size_t table_rows, const int32_t *ids, const float *rows, size_t count,
    size_t width) {
  rows_job job = {.add = lectern_kernels()->binary[LECTERN_ADD], .table = table, .from = rows,
                  .ids = ids, .count = count, .width = width};
  if (width == 0 || count == 0) return;
  if (count > BLOCK)
    scatter_by_lists(&job, table_rows);
  else
    scatter_in_order(&job, table_rows);
}
