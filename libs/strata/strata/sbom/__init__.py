"""Software bills of materials: what a repository is made of, in the forms that other tools read.

`Bill` is what they are written from; `cyclonedx` and `spdx` write it. The same bill gives the same bytes: the time is
the commit's, ids are derived from the content, and everything is sorted.
"""
