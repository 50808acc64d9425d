"""Graph → files: RDF, networks, tables and JSON lines, always the same bytes for the same graph."""
