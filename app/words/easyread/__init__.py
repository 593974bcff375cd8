"""The easy-read helper: rules of plain words with their numbers, as advice and never as a score.

Each rule is a small function named with its number; what it needs to know is data. The rules are
an aid: that they find nothing does not mean that anybody understands.
"""
