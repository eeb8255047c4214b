/* The files of MovieLens Latest Small, edition of October 2016, as bytes inside the program. */
#ifndef CMOVIELENS_H
#define CMOVIELENS_H

#include <stddef.h>

/* The text of ratings.csv; *size becomes its length in bytes. */
const unsigned char *lectern_movielens_ratings(size_t *size);

/* The text of movies.csv. */
const unsigned char *lectern_movielens_movies(size_t *size);

#endif
