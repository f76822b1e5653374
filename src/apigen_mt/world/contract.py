import sys

from apigen_mt.phases.domain_check import check_domain
from apigen_mt.registry import load_world

name = sys.argv[1]
try:
    world = load_world(name, 0, 500)
except Exception:
    import importlib

    world = importlib.import_module(f"apigen_mt.domains.{name}").DOMAIN.world(0, 500)
for text, count in check_domain(world).most_common(80):
    print(f"{count:5} {text}")
