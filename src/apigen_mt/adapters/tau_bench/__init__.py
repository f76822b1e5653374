"""τ-bench (sierra-research/tau-bench): its retail and airline worlds, from a checkout or an installation."""

from apigen_mt.adapters.tau_bench.benchmark import TauBench, load

__all__ = ["TauBench", "load"]
