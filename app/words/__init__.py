"""Being understood: pictures for words, and languages."""
