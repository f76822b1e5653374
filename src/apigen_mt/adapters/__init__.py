"""Other people's benchmarks as worlds of ours: τ-bench, τ²-bench and BFCL, each by its own installed code."""
