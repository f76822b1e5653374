"""The exceptions of apigen-mt.

    ApigenError
    ├── UserError        the person can mend it: printed as one sentence, no traceback
    ├── ToolBug          a tool raised something that is not a ToolError: the run stops
    └── what asking a language model may come to: see `models.completion`

A failure inside a stage (a candidate that does not execute, a conversation that fails) is not an exception: it is a
Verdict on the record. `ToolError`, which an agent sees and may recover from, lives with the tools (`world.tools`).
"""


class ApigenError(Exception):
    """Base of everything this package raises on purpose."""


class UserError(ApigenError):
    """Something the person can mend; the message says what happened, the value, and what to do next."""


class ToolBug(ApigenError):
    """A tool failed in a way that its author did not foresee; nothing made with such a tool can be trusted."""
