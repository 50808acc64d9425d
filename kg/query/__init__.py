"""Questions to a graph, answered with plain data; printing is left to `kg.cli`."""
