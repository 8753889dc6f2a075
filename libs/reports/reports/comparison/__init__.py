"""Two reports beside each other: `changes` of one repository between two analyses, `beside` of two repositories.

Pure functions. What makes figures incomparable is said first.
"""
