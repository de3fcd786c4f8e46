"""Benchmarks: `make bench` measures Rapport beside a bare Bolt app, in one run, over real sockets."""
