"""Six months of one pair, month by month: a part of docs/tour.md."""
