"""`make bench`: how long things take, as ratios to peers on the same text in the same run; no test depends on it."""
