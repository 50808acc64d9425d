"""From a document to its grammar: sentences, words, names, times."""
