// The matrix product of one block of the result, on one thread; see lectern_matmul.h.
//
// Panels of a and b are packed so that the innermost loop reads them front to back. Each block of the
// inner index is one chain of fused multiply-adds for each element, whose result is added to those of
// the blocks before it.

#define TILE_LANES (TILE_COLUMNS / LANES)
// The panels of both operands stay in a second-level cache of a megabyte.
#define INNER_BLOCK CHAIN
#define ROW_BLOCK (TILE_ROWS * 16)
#define COLUMN_BLOCK (TILE_COLUMNS * 16)

INLINE size_t at_most(size_t size, size_t most) { return size < most ? size : most; }
INLINE size_t up_to_multiple(size_t size, size_t of) { return (size + of - 1) / of * of; }

// Turns sixteen rows of sixteen: four perfect shuffles of the rows with each other.
INLINE void turn(lanes *rows) {
  for (int round = 0; round < 4; round++) {
    lanes shuffled[LANES];
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES / 2; i++) {
      lanes a = rows[i], b = rows[i + LANES / 2];
      shuffled[2 * i] = __builtin_shufflevector(
          a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      shuffled[2 * i + 1] = __builtin_shufflevector(
          a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    memcpy(rows, shuffled, sizeof shuffled);
  }
}

// Up to sixteen rows, `step` apart, become columns of a panel that are `height` apart, from the
// front to the back: what is written beyond a column's end, the next column overwrites. Only
// `width` floats of the last ones may be written.
INLINE void pack_turned(
    const float *from, size_t step, size_t rows, size_t inner, float *panel, size_t height,
    size_t width) {
  EACH_LANES(inner, {
    lanes block[LANES];
    _Pragma("clang loop unroll(full)")
    for (size_t row = 0; row < LANES; row++)
      block[row] = row < rows ? take(from + row * step + i, n, 0) : all(0);
    turn(block);
    for (size_t k = 0; k < n; k++, panel += height)
      put(panel, block[k], (inner - i - k) * height >= height + LANES ? LANES : width);
  })
}

// Rows of neighbours, `step` apart, into bands of `width`: row by row, as they lie in memory.
INLINE void pack_straight(
    const float *from, size_t step, size_t columns, size_t inner, float *panel, size_t width) {
  for (size_t k = 0; k < inner; k++, from += step) {
    float *to = panel + k * width;
    size_t j = 0;
    for (; j + width <= columns; j += width, to += inner * width)
      memcpy(to, from + j, width * sizeof(float));
    if (j < columns)
      for (size_t i = 0; i < width; i++) to[i] = j + i < columns ? from[j + i] : 0;
  }
}

// How a panel of a lies in memory: the distances from one row to the next, and along the inner index.
typedef struct {
  size_t row, inner;
} panel_layout;

// In bands of TILE_ROWS, as the innermost loop reads them.
static const panel_layout banded = {1, TILE_ROWS};
// As in a matrix whose rows are contiguous. They are copied all the same: rows that are a power of two
// apart would push each other out of the first cache.
static const panel_layout by_rows = {INNER_BLOCK + LANES, 1};

// Where few columns make use of a panel, turning its rows would cost a tenth of the product; for many,
// bands are read faster.
INLINE int is_by_rows(const product *p) {
  return p->a_row != 1 && p->columns <= 2 * COLUMN_BLOCK;
}

static void pack_bands(
    const float *a, size_t row_stride, size_t inner_stride, size_t rows, size_t inner,
    float *panel) {
  if (row_stride == 1) {
    pack_straight(a, inner_stride, rows, inner, panel, TILE_ROWS);
    return;
  }
  for (size_t band = 0; band < rows; band += TILE_ROWS, panel += inner * TILE_ROWS)
    pack_turned(
        a + band * row_stride, row_stride, at_most(rows - band, TILE_ROWS), inner, panel,
        TILE_ROWS, TILE_ROWS);
}

// rows [0, rows) of a, up to a whole band; missing rows are zeros.
static void pack_rows(
    const float *a, size_t row_stride, size_t rows, size_t inner, float *panel) {
  size_t all_rows = up_to_multiple(rows, TILE_ROWS);
  for (size_t row = 0; row < all_rows; row++, panel += by_rows.row)
    if (row < rows)
      memcpy(panel, a + row * row_stride, inner * sizeof(float));
    else
      memset(panel, 0, inner * sizeof(float));
}

// columns [0, columns) of b, in bands of TILE_COLUMNS; missing columns are zeros.
static void pack_b(
    const float *b, size_t inner_stride, size_t column_stride, size_t inner, size_t columns,
    float *panel) {
  if (column_stride == 1) {
    pack_straight(b, inner_stride, columns, inner, panel, TILE_COLUMNS);
    return;
  }
  for (size_t band = 0; band < columns; band += TILE_COLUMNS, panel += inner * TILE_COLUMNS)
    for (size_t j = 0; j < TILE_COLUMNS; j += LANES) {
      const float *from = b + (band + j) * column_stride;
      size_t valid = columns - band < j ? 0 : at_most(columns - band - j, LANES);
      pack_turned(from, column_stride, valid, inner, panel + j, TILE_COLUMNS, LANES);
    }
}

// What one run over the inner index finds and leaves in the result.
typedef struct {
  float *out;
  size_t out_stride;
  // Whether the result holds the sums of an earlier run.
  int goes_on;
  // Added when the last run ends; NULL before, and where there is none.
  const float *bias;
} target;

// out = a b, or out += a b when it goes on, for the tile of the result that begins at a row and a
// column of it.
INLINE void multiply_tile(
    const float *a, panel_layout layout, const float *b, size_t inner, const target *to,
    size_t row, size_t column) {
  float *out = to->out + row * to->out_stride + column;
  size_t step = to->out_stride;
  lanes sum[TILE_ROWS][TILE_LANES];
#pragma clang loop unroll(full)
  for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) {
      sum[i][j] = all(0);
      // What the tile below will need, while this one is computed.
      __builtin_prefetch(out + (TILE_ROWS + i) * step + j * LANES, 1);
    }
  for (size_t k = 0; k < inner; k++, a += layout.inner, b += TILE_COLUMNS) {
    lanes right[TILE_LANES];
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) right[j] = load(b + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE_ROWS; i++) {
      lanes left = all(a[i * layout.row]);
#pragma clang loop unroll(full)
      for (int j = 0; j < TILE_LANES; j++) sum[i][j] = fma16(left, right[j], sum[i][j]);
    }
  }
  if (to->goes_on)
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
      for (int j = 0; j < TILE_LANES; j++) sum[i][j] += load(out + i * step + j * LANES);
  if (to->bias)
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
      for (int j = 0; j < TILE_LANES; j++) sum[i][j] += load(to->bias + column + j * LANES);
#pragma clang loop unroll(full)
  for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) store(out + i * step + j * LANES, sum[i][j]);
}

// A tile that reaches beyond the result is computed aside.
INLINE void multiply_edge(
    const float *a, panel_layout layout, const float *b, size_t inner, const target *to,
    size_t row, size_t column, size_t rows, size_t columns) {
  float tile[TILE_ROWS * TILE_COLUMNS] = {0}, bias[TILE_COLUMNS] = {0};
  float *out = to->out + row * to->out_stride + column;
  for (size_t i = 0; to->goes_on && i < rows; i++)
    memcpy(tile + i * TILE_COLUMNS, out + i * to->out_stride, columns * sizeof(float));
  if (to->bias) memcpy(bias, to->bias + column, columns * sizeof(float));
  target aside = {tile, TILE_COLUMNS, to->goes_on, to->bias ? bias : NULL};
  multiply_tile(a, layout, b, inner, &aside, 0, 0);
  for (size_t i = 0; i < rows; i++)
    memcpy(out + i * to->out_stride, tile + i * TILE_COLUMNS, columns * sizeof(float));
}

INLINE void multiply_panels(
    const float *panel_a, panel_layout layout, const float *panel_b, size_t rows, size_t columns,
    size_t inner, const target *to) {
  for (size_t j = 0; j < columns; j += TILE_COLUMNS)
    for (size_t i = 0; i < rows; i += TILE_ROWS) {
      const float *a = panel_a + i * (layout.row == 1 ? inner : layout.row);
      const float *b = panel_b + j * inner;
      size_t height = rows - i, width = columns - j;
      if (height >= TILE_ROWS && width >= TILE_COLUMNS)
        multiply_tile(a, layout, b, inner, to, i, j);
      else
        multiply_edge(
            a, layout, b, inner, to, i, j, at_most(height, TILE_ROWS),
            at_most(width, TILE_COLUMNS));
    }
}

static void multiply_banded(
    const float *panel_a, const float *panel_b, size_t rows, size_t columns, size_t inner,
    const target *to) {
  multiply_panels(panel_a, banded, panel_b, rows, columns, inner, to);
}

static void multiply_by_rows(
    const float *panel_a, const float *panel_b, size_t rows, size_t columns, size_t inner,
    const target *to) {
  multiply_panels(panel_a, by_rows, panel_b, rows, columns, inner, to);
}

static void multiply_block(const product *p, block part) {
  size_t rows = part.row_end - part.row_begin, columns = part.column_end - part.column_begin;
  size_t inner_block = at_most(p->inner, INNER_BLOCK);
  size_t room_a = up_to_multiple(at_most(rows, ROW_BLOCK), TILE_ROWS) * by_rows.row;
  size_t room_b = up_to_multiple(at_most(columns, COLUMN_BLOCK), TILE_COLUMNS) * inner_block;
  // From the pool of buffers: fresh pages for each product would cost more than the packing.
  size_t capacity;
  float *panels = lectern_buffer_take(room_a + room_b, &capacity);
  for (size_t j = part.column_begin; j < part.column_end; j += COLUMN_BLOCK)
    for (size_t k = 0; k < p->inner; k += INNER_BLOCK) {
      size_t width = at_most(part.column_end - j, COLUMN_BLOCK);
      size_t depth = at_most(p->inner - k, INNER_BLOCK);
      pack_b(
          p->b + k * p->b_inner + j * p->b_column, p->b_inner, p->b_column, depth, width,
          panels + room_a);
      for (size_t i = part.row_begin; i < part.row_end; i += ROW_BLOCK) {
        size_t height = at_most(part.row_end - i, ROW_BLOCK);
        const float *a = p->a + i * p->a_row + k * p->a_inner;
        if (is_by_rows(p))
          pack_rows(a, p->a_row, height, depth, panels);
        else
          pack_bands(a, p->a_row, p->a_inner, height, depth, panels);
        const float *bias = p->bias && k + depth == p->inner ? p->bias + j : NULL;
        target to = {p->out + i * p->columns + j, p->columns, k > 0, bias};
        if (is_by_rows(p))
          multiply_by_rows(panels, panels + room_a, height, width, depth, &to);
        else
          multiply_banded(panels, panels + room_a, height, width, depth, &to);
      }
    }
  lectern_buffer_give(panels, capacity);
}
