"""Reaching everything with one or two switches, with the eyes or the head, or by pointing."""
