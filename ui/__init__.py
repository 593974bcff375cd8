"""Everything of Alongside that has a window."""
