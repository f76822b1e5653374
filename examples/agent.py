"""An agent as a Python function, for `apigen-mt evaluate --agent examples/agent.py:answer`."""

import re
from typing import Any

Chat = dict[str, Any]


def answer(messages: list[Chat], tools: list[Chat]) -> Chat:
    """Find customers who give their phone number and name, and help nobody."""
    last = messages[-1]
    known = {tool["function"]["name"] for tool in tools}
    found = re.search(r"(\d{4} \d{3} \d{4}).*name is ([A-Z]\w+ [A-Z]\w+)", last["content"] or "")
    if last["role"] == "user" and found and "identify_by_phone" in known:
        arguments = {"phone": found[1], "full_name": found[2]}
        return {"tool_calls": [{"function": {"name": "identify_by_phone", "arguments": arguments}}]}
    return {"content": "I'm afraid I can't help with that. Is there anything else?"}
