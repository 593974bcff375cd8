"""Translating by machine, from a file that somebody brought, in a process of its own, offline."""
