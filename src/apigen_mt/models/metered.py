"""Tokens of a model's answers, added up."""

from apigen_mt.models.completion import Completion, Model, Request, Usage


class Metered:
    """A model that counts what its answers cost."""

    def __init__(self, model: Model):
        """Count from nothing."""
        self.model = model
        self.usage = Usage()

    async def complete(self, request: Request) -> Completion:
        """Return the model's answer."""
        completion = await self.model.complete(request)
        spent, more = self.usage, completion.usage
        self.usage = Usage(spent.prompt + more.prompt, spent.completion + more.completion, spent.cached + more.cached)
        return completion
