"""Seeing: the camera of this computer, in a process of its own."""
