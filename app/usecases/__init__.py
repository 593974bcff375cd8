"""Every change and every question, as a named function."""
