"""Hearing people: the microphone of this computer, in a process of its own."""
