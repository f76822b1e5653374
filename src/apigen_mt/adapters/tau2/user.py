"""The user that τ²-bench brings: what its simulator tells a model."""

from apigen_mt.adapters.benchmark import PeerTask
from apigen_mt.adapters.tau2.domain import Domain
from apigen_mt.errors import UserError

STOPS = ("###STOP###", "###TRANSFER###", "###OUT-OF-SCOPE###")
"""What their user says to end a conversation."""


def user_prompt(domain: Domain, task: PeerTask) -> str:
    """Return the system prompt of their user for a task: their guidelines, and the scenario between its marks.

    Raises:
        UserError: when the guidelines are not in their data folder.
    """
    path = domain.guidelines("simulation_guidelines_tools" if domain.user_specs(task.id) else "simulation_guidelines")
    try:
        guidelines = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"this copy of τ²-bench lacks the guidelines of its user: {path}") from error
    # The place for a persona that is set by the runner, for all tasks alike; its default is none.
    guidelines = guidelines.replace("<PERSONA_GUIDELINES>", "")
    return f"{guidelines}\n\n<scenario>\n{task.instruction}\n</scenario>"
