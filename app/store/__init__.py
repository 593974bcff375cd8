"""Where a notebook is kept: one encrypted file."""
