// How long sums and their like are ordered: blocks of BLOCK elements, whose results meet in pairs, the
// pairs in pairs, and so on. The rounding error then grows with the logarithm of the length. What has
// no neighbour waits for the pairs to its left. Included after lanes.h.
#include "block_size.h"

typedef lanes combination(lanes a, lanes b);

INLINE lanes sum_of_both(lanes a, lanes b) { return a + b; }

// What the first lanes meet; the others do not count.
#define SECOND_HALF(x, ...) __builtin_shufflevector(x, x, __VA_ARGS__, __VA_ARGS__)

// Lane i meets i + 8, then i + 4, i + 2, i + 1: the result is in the first lane.
INLINE lanes fold(lanes x, combination *combine) {
  x = combine(x, SECOND_HALF(x, 8, 9, 10, 11, 12, 13, 14, 15));
  x = combine(x, SECOND_HALF(x, 4, 5, 6, 7, 4, 5, 6, 7));
  x = combine(x, SECOND_HALF(x, 2, 3, 2, 3, 2, 3, 2, 3));
  return combine(x, SECOND_HALF(x, 1, 1, 1, 1, 1, 1, 1, 1));
}

INLINE float fold_sum(lanes x) { return fold(x, sum_of_both)[0]; }

// Sixteen trees side by side. Node k holds the result of 2^k blocks if bit k of the count is set.
typedef struct {
  size_t count;
  lanes node[MOST_LEVELS];
} block_tree;

INLINE void add_to_tree(block_tree *tree, lanes x, combination *combine) {
  size_t level = 0;
  for (size_t rest = tree->count++; rest & 1; rest >>= 1) x = combine(tree->node[level++], x);
  tree->node[level] = x;
}

// As if one after the other, to a tree whose count is a multiple of four.
INLINE void add_four_to_tree(block_tree *tree, const lanes *x, combination *combine) {
  lanes sum = combine(combine(x[0], x[1]), combine(x[2], x[3]));
  size_t level = 2;
  for (size_t rest = tree->count >> 2; rest & 1; rest >>= 1)
    sum = combine(tree->node[level++], sum);
  tree->node[level] = sum;
  tree->count += 4;
}

// At least one block was added.
INLINE lanes total_of_tree(const block_tree *tree, combination *combine) {
  size_t level = (size_t)__builtin_ctzll(tree->count);
  lanes x = tree->node[level];
  for (size_t rest = tree->count >> (level + 1); rest; rest >>= 1) {
    level++;
    if (rest & 1) x = combine(tree->node[level], x);
  }
  return x;
}

INLINE size_t length_of_block(size_t begin, size_t width) {
  return width - begin < BLOCK ? width - begin : BLOCK;
}

// So many blocks of a row enter the tree together.
#define BLOCKS_AT_ONCE 4

// The sum over a row of more than one block of what `block_sum` gives for a block, a float: an
// expression of the place `begin` of its first element and of its `length`.
#define SUM_OF_BLOCKS(width, block_sum)                                                  \
  ({                                                                                     \
    block_tree tree = {.count = 0};                                                      \
    size_t begin = 0;                                                                    \
    while (begin + BLOCKS_AT_ONCE * BLOCK <= (width)) {                                  \
      lanes sums[BLOCKS_AT_ONCE];                                                        \
      const size_t length = BLOCK;                                                       \
      for (int j = 0; j < BLOCKS_AT_ONCE; j++, begin += BLOCK) sums[j] = all(block_sum); \
      add_four_to_tree(&tree, sums, sum_of_both);                                        \
    }                                                                                    \
    for (; begin < (width); begin += BLOCK) {                                            \
      size_t length = length_of_block(begin, width);                                     \
      add_to_tree(&tree, all(block_sum), sum_of_both);                                   \
    }                                                                                    \
    total_of_tree(&tree, sum_of_both)[0];                                                \
  })
