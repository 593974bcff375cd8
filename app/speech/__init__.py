"""Being heard: reading aloud."""
