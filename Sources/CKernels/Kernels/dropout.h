// Dropout with random numbers that are computed from the position of each element, so that no
// mask is kept and the gradient finds the same elements dropped; see kernel_set.h.

typedef uint32_t words __attribute__((vector_size(64)));
typedef uint64_t wide_words __attribute__((vector_size(128)));

// Sixteen blocks of four words at once; see Philox.swift.
typedef struct {
  words word[4];
} philox_blocks;

INLINE wide_words wide_product(words x, uint32_t factor) {
  return __builtin_convertvector(x, wide_words) * factor;
}

INLINE words upper_half(wide_words x) { return __builtin_convertvector(x >> 32, words); }
INLINE words lower_half(wide_words x) { return __builtin_convertvector(x, words); }

INLINE philox_blocks philox(philox_blocks x, uint64_t seed) {
  uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
  for (int round = 0; round < 10; round++) {
    wide_words even = wide_product(x.word[0], 0xD2511F53u);
    wide_words odd = wide_product(x.word[2], 0xCD9E8D57u);
    x = (philox_blocks){{
        upper_half(odd) ^ x.word[1] ^ key[0], lower_half(odd),
        upper_half(even) ^ x.word[3] ^ key[1], lower_half(even)}};
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
