// Dropout with random numbers that are computed from the position of each element, so that no
// mask is kept and the gradient finds the same elements dropped; see kernel_set.h.

typedef uint32_t words __attribute__((vector_size(64)));
typedef uint64_t word_pairs __attribute__((vector_size(64)));

// Sixteen blocks of four words at once; see Philox.swift.
typedef struct {
  words word[4];
} philox_blocks;

// The upper and lower halves of each word's product with a factor. Words stay in their lanes: those
// at even places are multiplied apart from those at odd ones.
typedef struct {
  words upper, lower;
} halves;

INLINE halves wide_product(words x, uint32_t factor) {
  const uint64_t low = 0xffffffffu;
  word_pairs even = ((word_pairs)x & low) * factor, odd = ((word_pairs)x >> 32) * factor;
  return (halves){(words)((even >> 32) | (odd & ~low)), (words)((even & low) | (odd << 32))};
}

INLINE philox_blocks philox(philox_blocks x, uint64_t seed) {
  uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
  for (int round = 0; round < 10; round++) {
    halves first = wide_product(x.word[0], 0xD2511F53u);
    halves third = wide_product(x.word[2], 0xCD9E8D57u);
    x = (philox_blocks){{
        third.upper ^ x.word[1] ^ key[0], third.lower, first.upper ^ x.word[3] ^ key[1],
        first.lower}};
    key[0] += 0x9E3779B9u;
    key[1] += 0xBB67AE85u;
  }
  return x;
}

// The random words of 64 elements: element 16 w + l has word w of block 16 group + l.
INLINE philox_blocks random_group(const dropout_source *source, uint64_t group) {
  static const words step = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  uint64_t first = group * LANES;
  // The first is a multiple of 16: adding less than that leaves the upper word alone.
  philox_blocks counters = {{
      step + (uint32_t)first, step * 0 + (uint32_t)(first >> 32),
      step * 0 + (uint32_t)source->stream, step * 0 + (uint32_t)(source->stream >> 32)}};
  return philox(counters, source->seed);
}

static void dropout_groups(
    const float *x, float *out, size_t count, uint64_t group, const dropout_source *source) {
  for (size_t start = 0; start < count; start += 4 * LANES, group++) {
    philox_blocks random = random_group(source, group);
    size_t rest = count - start < 4 * LANES ? count - start : 4 * LANES;
    const float *from = x + start;
    float *to = out + start;
    EACH_LANES(rest, {
      ints kept = (ints)(random.word[i / LANES] >> 8) >= (int32_t)source->dropped;
      put(to + i, choose(kept, take(from + i, n, 0) * source->scale, all(0)), n);
    })
  }
}
