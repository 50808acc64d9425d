"""Makes the shipped model; needs the extra `train` and is imported by `kg train` only."""
