"""The algebra of codebooks: each edit is a function from a codebook to another one."""
