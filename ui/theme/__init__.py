"""The look of resources/look.toml, made into Qt fonts, palettes and style."""
