"""The collections: bulk rows as content-addressed Parquet parts, in three layers.

`rows`: what rules read, typed, one row a key. `seen`: which row stands where in which file. `raw`: the cells as they
were written, protected and unknown columns among them, where no capability reads.
"""
