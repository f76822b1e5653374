"""τ²-bench (τ³): its domains by its own unmodified toolkits, its rewards, and stricter verdicts beside them."""

from pathlib import Path

from apigen_mt.adapters.tau2.benchmark import Tau2
from apigen_mt.adapters.tau2.code import find
from apigen_mt.adapters.tau2.domain import DOMAINS, Domain
from apigen_mt.adapters.tau2.port import PLACES, Ported
from apigen_mt.adapters.tau2.port_reward import PortRewards
from apigen_mt.adapters.tau2.reward import Rewards
from apigen_mt.errors import UserError


def load(name: str, checkout: Path | None = None) -> Tau2:
    """Load a domain by its name.

    `tau2:retail` is τ²-bench's own, from a checkout or the installed package; `tau2-port:retail` is that of the port in the
    installed distribution `inspect-evals`, with the port's rewards, and takes no checkout.

    Raises:
        UserError: for a name that is neither's, and when code or data cannot be found.
    """
    family, _, domain = name.partition(":")
    if family == "tau2" and domain in DOMAINS:
        own = Domain(find(checkout), domain)
        return Tau2(name, own, Rewards(own))
    if family == "tau2-port" and domain in PLACES:
        port = Ported(domain)
        return Tau2(name, port, PortRewards(port))
    known = [f"tau2:{each}" for each in DOMAINS] + [f"tau2-port:{each}" for each in PLACES]
    raise UserError(f"τ²-bench has nothing by the name of {name!r}; there are {', '.join(known)}")
