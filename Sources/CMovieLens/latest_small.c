#include "CMovieLens.h"

/* The package is C17, in which #embed is an extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

/* Two files, since sites that show repositories cut off larger ones; together they are ratings.csv. */
static const unsigned char ratings[] = {
#embed "latest-small/ratings-1.csv"
    ,
#embed "latest-small/ratings-2.csv"
};

static const unsigned char movies[] = {
#embed "latest-small/movies.csv"
};

const unsigned char *lectern_movielens_ratings(size_t *size) {
  *size = sizeof ratings;
  return ratings;
}

const unsigned char *lectern_movielens_movies(size_t *size) {
  *size = sizeof movies;
  return movies;
}
