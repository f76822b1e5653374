"""A small benchmark laid out like τ-bench's checkout, written for these tests: two tables, four tools, four tasks."""

from pathlib import Path

FILES = {
    "__init__.py": "raise ImportError('the package itself wants every model provider there is')\n",
    "types.py": """
class Action:
    def __init__(self, name, kwargs):
        self.name, self.kwargs = name, kwargs

class Task:
    def __init__(self, instruction, actions, outputs=(), **_):
        self.instruction, self.actions, self.outputs = instruction, actions, list(outputs)

class Bag:
    def __init__(self, **values):
        self.__dict__.update(values)
""",
    "envs/__init__.py": "raise ImportError('so does this one')\n",
    "envs/user.py": """
from litellm import completion

class LLMUserSimulationEnv:
    def __init__(self):
        self.reset()

    def generate_next_message(self, messages):
        return completion(messages=messages)

    def reset(self, instruction=None):
        rules = {"role": "system", "content": f"You are a guest. {instruction}"}
        return self.generate_next_message([rules, {"role": "user", "content": "Good evening?"}])
""",
    "envs/base.py": """
from tau_bench.envs.user import LLMUserSimulationEnv
from tau_bench.types import Bag

def flat(item):
    if isinstance(item, dict):
        return tuple((key, flat(value)) for key, value in sorted(item.items()))
    return tuple(map(flat, item)) if isinstance(item, list) else item

class Env:
    def __init__(self, load_data, tools, tasks, task_index):
        self.load_data, self.data, self.task, self.actions = load_data, load_data(), tasks[task_index], []
        self.tools = {tool.get_info()["function"]["name"]: tool for tool in tools}

    def step(self, action):
        self.actions.append(action)
        done = False
        if action.name == "respond":
            seen = self.user.step(action.kwargs["content"])
            done = "###STOP###" in seen
        elif action.name in self.tools:
            try:
                seen = self.tools[action.name].invoke(data=self.data, **action.kwargs)
            except Exception as error:
                seen = f"Error: {error}"
            done = action.name == "transfer_to_human_agents"
        else:
            seen = f"Unknown action {action.name}"
        if not isinstance(seen, str):
            raise ValueError("an observation is a text")
        if not done:
            return Bag(observation=seen, reward=0, done=False)
        reward, info = self.grade()
        return Bag(observation=seen, reward=reward, done=True, info=Bag(reward_info=Bag(info=info)))

    def grade(self):
        was = repr(flat(self.data))
        self.data = self.load_data()
        for action in self.task.actions:
            if action.name != "transfer_to_human_agents":
                self.step(action)
        right = was == repr(flat(self.data))
        if not self.task.outputs:
            return float(right), Bag(r_actions=float(right))
        texts = [a.kwargs["content"].lower().replace(",", "") for a in self.actions if a.name == "respond"]
        told = all(any(output.lower() in text for text in texts) for output in self.task.outputs)
        return float(right and told), Bag(r_outputs=float(told))
""",
    "envs/retail/__init__.py": "raise ImportError('and this one')\n",
    "envs/retail/env.py": """
from tau_bench.envs.base import Env
from tau_bench.envs.retail.data import load_data
from tau_bench.envs.retail.tools import ALL_TOOLS

class MockRetailDomainEnv(Env):
    def __init__(self, user_strategy, task_split, task_index):
        from tau_bench.envs.retail.tasks_test import TASKS_TEST
        super().__init__(load_data, ALL_TOOLS, TASKS_TEST, task_index)
""",
    "envs/retail/wiki.py": "WIKI = 'Guests order soup. Ask for a yes before you bring it.'\n",
    "envs/retail/data/__init__.py": """
def load_data():
    soups = {"pea": {"name": "pea", "bowls": 3, "price": 12}, "leek": {"name": "leek", "bowls": 1, "price": 4.5}}
    return {"soups": soups, "guests": {"ann": {"name": "Ann", "eaten": []}}}
""",
    "envs/retail/tools/__init__.py": """
import json

def named(invoke, **properties):
    told = {"type": "object", "properties": properties, "required": list(properties)}
    info = {"name": invoke.__name__, "description": invoke.__doc__, "parameters": told}
    body = {"invoke": staticmethod(invoke), "get_info": staticmethod(lambda: {"type": "function", "function": info})}
    return type(invoke.__name__, (), body)

def get_soup(data, soup):
    "Show a soup."
    return json.dumps(data["soups"][soup]) if soup in data["soups"] else "Error: no such soup"

def bring_soup(data, guest, soup, bowls):
    "Bring bowls of a soup to a guest."
    row = data["soups"][soup]
    data["guests"][guest]["eaten"].append([soup, bowls])
    if row["bowls"] < bowls:
        raise ValueError("the pot is empty")
    row["bowls"] -= bowls
    return json.dumps(row)

def whistle(data, bowls):
    "Say nothing."

def transfer_to_human_agents(data, summary):
    "Fetch the cook."
    return "Transfer successful"

text, number = {"type": "string"}, {"type": "integer"}
ALL_TOOLS = [
    named(get_soup, soup=text),
    named(bring_soup, guest=text, soup=text, bowls=number),
    named(whistle, bowls=number),
    named(transfer_to_human_agents, summary=text),
]
""",
    "envs/retail/tasks_test.py": """
from tau_bench.types import Action, Task

def look(soup):
    return Action("get_soup", {"soup": soup})

def bring(soup, bowls):
    return Action("bring_soup", {"guest": "ann", "soup": soup, "bowls": bowls})

TASKS_TEST = [
    Task("You are ann and want pea soup, two bowls.", [look("pea"), bring("pea", 2)]),
    Task("You are ann and want to know what pea soup costs.", [look("pea")], ["12"]),
    Task("You are ann and want soup that nobody makes.", [look("fish")]),
    Task("You are ann and want both.", [bring("leek", 1), bring("pea", 1), Action("transfer_to_human_agents", {})], ["2"]),
]
""",
    "envs/retail/tasks_dev.py": "TASKS_DEV = []\n",
    "envs/retail/tasks_train.py": "from tau_bench.envs.retail.tasks_test import TASKS_TEST\nTASKS_TRAIN = TASKS_TEST[:1]\n",
}


def build(folder: Path) -> Path:
    """Write the checkout and return its folder."""
    for name, text in FILES.items():
        path = folder / "tau_bench" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return folder
