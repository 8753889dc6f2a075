"""Languages and bytes beside the real github-linguist, and the cost of the pass beside tokei."""
