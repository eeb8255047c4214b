// The matrix product of one block of the result, on one thread; see lectern_matmul.h.
//
// Panels of a and b are packed so that the innermost loop reads them front to back. Blocking the
// inner index keeps each element's chain of additions in order: a block goes on from the partial
// results of the one before it.

#define TILE_LANES (TILE_COLUMNS / LANES)
#ifndef INNER_BLOCK
#define INNER_BLOCK 256
#endif
#ifndef ROWT
#define ROWT 16
#endif
#ifndef COLT
#define COLT 32
#endif
#define ROW_BLOCK (TILE_ROWS * ROWT)
#define COLUMN_BLOCK (TILE_COLUMNS * COLT)

// rows [0, rows) of a, in bands of TILE_ROWS; missing rows are zeros.
static void pack_a(
    const float *a, size_t row_stride, size_t inner_stride, size_t rows, size_t inner,
    float *panel) {
  for (size_t band = 0; band < rows; band += TILE_ROWS)
    for (size_t k = 0; k < inner; k++)
      for (size_t i = band; i < band + TILE_ROWS; i++)
        *panel++ = i < rows ? a[i * row_stride + k * inner_stride] : 0;
}

// columns [0, columns) of b, in bands of TILE_COLUMNS; missing columns are zeros.
static void pack_b(
    const float *b, size_t inner_stride, size_t column_stride, size_t inner, size_t columns,
    float *panel) {
  for (size_t band = 0; band < columns; band += TILE_COLUMNS)
    for (size_t k = 0; k < inner; k++, panel += TILE_COLUMNS) {
      const float *from = b + k * inner_stride + band * column_stride;
      size_t valid = columns - band < TILE_COLUMNS ? columns - band : TILE_COLUMNS;
      if (column_stride == 1 && valid == TILE_COLUMNS) {
        memcpy(panel, from, TILE_COLUMNS * sizeof(float));
        continue;
      }
      for (size_t j = 0; j < TILE_COLUMNS; j++) panel[j] = j < valid ? from[j * column_stride] : 0;
    }
}

// out += a b for one tile of the result, `out_stride` between its rows.
static void multiply_tile(
    const float *a, const float *b, size_t inner, float *out, size_t out_stride, int goes_on) {
  lanes sum[TILE_ROWS][TILE_LANES];
#pragma clang loop unroll(full)
  for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) sum[i][j] = goes_on ? load(out + i * out_stride + j * LANES) : all(0);
  for (size_t k = 0; k < inner; k++, a += TILE_ROWS, b += TILE_COLUMNS) {
    lanes right[TILE_LANES];
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) right[j] = load(b + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE_ROWS; i++) {
      lanes left = all(a[i]);
#pragma clang loop unroll(full)
      for (int j = 0; j < TILE_LANES; j++) sum[i][j] = fma16(left, right[j], sum[i][j]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < TILE_ROWS; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < TILE_LANES; j++) store(out + i * out_stride + j * LANES, sum[i][j]);
}

// A tile that reaches beyond the result is computed aside.
static void multiply_edge(
    const float *a, const float *b, size_t inner, float *out, size_t out_stride, size_t rows,
    size_t columns, int goes_on) {
  float tile[TILE_ROWS * TILE_COLUMNS] = {0};
  for (size_t i = 0; goes_on && i < rows; i++)
    memcpy(tile + i * TILE_COLUMNS, out + i * out_stride, columns * sizeof(float));
  multiply_tile(a, b, inner, tile, TILE_COLUMNS, goes_on);
  for (size_t i = 0; i < rows; i++)
    memcpy(out + i * out_stride, tile + i * TILE_COLUMNS, columns * sizeof(float));
}

static void multiply_panels(
    const float *panel_a, const float *panel_b, size_t rows, size_t columns, size_t inner,
    float *out, size_t out_stride, int goes_on) {
  for (size_t j = 0; j < columns; j += TILE_COLUMNS)
    for (size_t i = 0; i < rows; i += TILE_ROWS) {
      const float *a = panel_a + i * inner, *b = panel_b + j * inner;
      float *tile = out + i * out_stride + j;
      size_t height = rows - i, width = columns - j;
      if (height >= TILE_ROWS && width >= TILE_COLUMNS)
        multiply_tile(a, b, inner, tile, out_stride, goes_on);
      else
        multiply_edge(
            a, b, inner, tile, out_stride, height < TILE_ROWS ? height : TILE_ROWS,
            width < TILE_COLUMNS ? width : TILE_COLUMNS, goes_on);
    }
}

INLINE size_t at_most(size_t size, size_t most) { return size < most ? size : most; }
INLINE size_t up_to_multiple(size_t size, size_t of) { return (size + of - 1) / of * of; }

static int multiply_block(const product *p, block part) {
  size_t rows = part.row_end - part.row_begin, columns = part.column_end - part.column_begin;
  size_t inner_block = at_most(p->inner, INNER_BLOCK);
  size_t room_a = up_to_multiple(at_most(rows, ROW_BLOCK), TILE_ROWS) * inner_block;
  size_t room_b = up_to_multiple(at_most(columns, COLUMN_BLOCK), TILE_COLUMNS) * inner_block;
  float *panels = malloc((room_a + room_b) * sizeof(float));
  if (panels == NULL) return 0;
  for (size_t j = part.column_begin; j < part.column_end; j += COLUMN_BLOCK)
    for (size_t k = 0; k < p->inner; k += INNER_BLOCK) {
      size_t width = at_most(part.column_end - j, COLUMN_BLOCK);
      size_t depth = at_most(p->inner - k, INNER_BLOCK);
      pack_b(
          p->b + k * p->b_inner + j * p->b_column, p->b_inner, p->b_column, depth, width,
          panels + room_a);
      for (size_t i = part.row_begin; i < part.row_end; i += ROW_BLOCK) {
        size_t height = at_most(part.row_end - i, ROW_BLOCK);
        pack_a(
            p->a + i * p->a_row + k * p->a_inner, p->a_row, p->a_inner, height, depth, panels);
        multiply_panels(
            panels, panels + room_a, height, width, depth, p->out + i * p->columns + j,
            p->columns, k > 0);
      }
    }
  free(panels);
  return 1;
}
