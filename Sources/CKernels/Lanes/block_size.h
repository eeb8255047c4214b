#ifndef LECTERN_BLOCK_SIZE_H
#define LECTERN_BLOCK_SIZE_H

// The elements that are summed one after the other in sixteen lanes; the sums of blocks meet in a tree.
// A row of at most so many is one block.
#define BLOCK 512
// Rows that one id names are added in order up to BLOCK; of more, so many at a time, for a tree.
#define ROWS_IN_BLOCK 32
// Blocks that one thread folds in any case: a subtree of the whole, so that it makes no difference to
// the result.
#define BLOCKS_IN_SEGMENT 64
#define SEGMENT ((size_t)BLOCK * BLOCKS_IN_SEGMENT)
// More blocks than 2^47 do not fit into a memory.
#define MOST_LEVELS 48

// Multiply-adds of a matrix product that follow each other in one chain, and chains whose results are
// added in order. Longer sums are cut in two.
#define CHAIN 384
#define LONGEST_PRODUCT ((size_t)16 * CHAIN)

#endif
