"""How words are set on paper, in every script: direction, fonts, shaping and lines."""
