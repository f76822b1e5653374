"""Sets of strings come in another order in every process; what is made comes out the same."""

import os
import subprocess
import sys

MAKE = """
import asyncio
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block
from apigen_mt.values.canonical import content_hash
settings = Settings(("retail", "airline", "banking"), size=40, style="people", block=9)
for item in asyncio.run(make_block(settings, 0, Steering())):
    print(item.ordinal, content_hash(item.blueprint), content_hash(item.trajectories), content_hash(item.cells))
"""


def test_equal_seeds_make_equal_items_in_any_process() -> None:
    making = [
        subprocess.Popen(
            [sys.executable, "-c", MAKE], env=os.environ | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True
        )
        for seed in ("1", "2")
    ]
    one, other = (process.communicate()[0] for process in making)
    assert one.count("\n") == 9
    assert one == other
