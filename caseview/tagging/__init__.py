"""The engine that puts themes forward: a codebook and passages in, suggestions out."""
