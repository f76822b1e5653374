"""Tools: what an agent sees follows from signature and docstring, and arguments are judged and put in order before use."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest
from msgspec import Meta

from apigen_mt.errors import UserError
from apigen_mt.world.tables import State
from apigen_mt.world.tools import Tool, read, write


class Line(TypedDict):
    title: str
    """A field that is called as a schema's keyword is."""
    price: float
    note: NotRequired[str]


@write
def place_order(
    state: State,
    customer: str,
    lines: list[Line],
    speed: Literal["slow", "fast"],
    tip: Annotated[float, Meta(ge=0, le=50)] = 0.0,
    voucher: str | None = None,
    copies: int = 1,
    budget: float | None = None,
    shares: dict[str, float] | None = None,
) -> dict[str, Any]:
    """Place an order.

    It is shipped
    the same day.

    Args:
        customer: Internal id, from find_customer.
        lines: What is ordered; prices
            are in $.
        speed: How fast it has to be.
        tip: For the driver.
        voucher: Code of a voucher, if any.
        copies: How often.
        budget: What it may cost at most.
        shares: Who pays how much.
    """
    return {}


PROPERTIES = place_order.parameters["properties"]
ORDER: dict[str, Any] = {"customer": "c1", "lines": [{"title": "Tea", "price": 4.5}], "speed": "slow"}


def order(**changes: Any) -> dict[str, Any]:
    """A valid call with some arguments changed."""
    return ORDER | changes


def test_name_and_kind_and_description_come_from_the_function() -> None:
    """The docstring's paragraphs become one line; its sections are left out."""
    assert place_order.name == "place_order"
    assert place_order.kind == "write"
    assert place_order.description == "Place an order. It is shipped the same day."


def test_the_state_is_no_parameter() -> None:
    """An agent gives every parameter but the first."""
    assert list(PROPERTIES) == ["customer", "lines", "speed", "tip", "voucher", "copies", "budget", "shares"]


def test_parameters_without_default_are_required() -> None:
    """A default makes a parameter optional, whatever its type."""
    assert place_order.parameters["required"] == ["customer", "lines", "speed"]
    assert place_order.parameters["additionalProperties"] is False


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("customer", {"type": "string", "description": "Internal id, from find_customer."}),
        ("speed", {"enum": ["fast", "slow"], "description": "How fast it has to be."}),
        ("tip", {"type": "number", "minimum": 0, "maximum": 50, "description": "For the driver."}),
        ("voucher", {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "Code of a voucher, if any."}),
        ("copies", {"type": "integer", "description": "How often."}),
    ],
)
def test_a_parameter_s_schema_comes_from_its_type_and_its_line(name: str, schema: dict[str, Any]) -> None:
    """Type hints give the schema, `Args` the description."""
    assert PROPERTIES[name] == schema


def test_a_typed_dict_is_written_out_in_place() -> None:
    """No `$ref`, which chat templates show as it stands; a field called `title` is kept."""
    assert PROPERTIES["lines"] == {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"title": {"type": "string"}, "price": {"type": "number"}, "note": {"type": "string"}},
            "required": ["price", "title"],
        },
        "description": "What is ordered; prices are in $.",
    }


def test_the_spec_is_in_the_chat_api_s_form() -> None:
    """Type, function, name, description, parameters."""
    assert place_order.spec() == {
        "type": "function",
        "function": {
            "name": "place_order",
            "description": place_order.description,
            "parameters": place_order.parameters,
        },
    }


def no_docstring(state: State) -> None: ...


def no_args_section(state: State, order: str) -> None:
    """Do something."""


def no_line_for_one(state: State, order: str, reason: str) -> None:
    """Do something.

    Args:
        order: Which one.
    """


def no_type(state: State, order) -> None:  # noqa: ANN001  # pyright: ignore[reportMissingParameterType]
    """Do something.

    Args:
        order: Which one.
    """


def any_number(state: State, *orders: str) -> None:
    """Do something.

    Args:
        orders: Which ones.
    """


@pytest.mark.parametrize("function", [no_docstring, no_args_section, no_line_for_one, no_type, any_number])
def test_a_tool_that_an_agent_could_not_understand_is_refused(function: Any) -> None:
    """Every tool needs a description, every parameter a name, a type and a line."""
    with pytest.raises(UserError, match=function.__name__):
        read(function)


def test_valid_arguments_have_no_problems() -> None:
    """Optional arguments may be left out or be null where the type says so."""
    assert place_order.problems(ORDER) == []
    assert place_order.problems(order(voucher=None, tip=2, copies=3)) == []


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"lines": [], "speed": "slow"}, 'arguments: "customer" is a required property'),
        (order(size=3), "arguments: Additional properties are not allowed ('size' was unexpected)"),
        (order(customer=7), 'customer: 7 is not of type "string"'),
        (order(speed="fastest"), 'speed: "fastest" is not one of "fast" or "slow"'),
        (order(tip=51), "tip: 51 is greater than the maximum of 50"),
        (order(copies=1.5), 'copies: 1.5 is not of type "integer"'),
        (order(copies=True), 'copies: true is not of type "integer"'),
        (order(lines=[{"title": "Tea"}]), 'lines.0: "price" is a required property'),
        (order(lines=[{"title": "Tea", "price": "4"}]), 'lines.0.price: "4" is not of type "number"'),
        ([], 'arguments: [] is not of type "object"'),
        (None, 'arguments: null is not of type "object"'),
    ],
)
def test_a_problem_says_where_it_is_and_what_is_wrong(arguments: Any, problem: str) -> None:
    """The path to the argument, then the reason."""
    assert place_order.problems(arguments) == [problem]


def test_all_problems_are_told_at_once() -> None:
    """An agent can mend a call in one go."""
    assert len(place_order.problems(order(customer=7, speed="fastest"))) == 2


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ({"tip": 2}, {"tip": 2.0}),
        ({"budget": 20}, {"budget": 20.0}),
        ({"lines": [{"title": "Tea", "price": 4}]}, {"lines": [{"title": "Tea", "price": 4.0}]}),
        ({"shares": {"ann": 1}}, {"shares": {"ann": 1.0}}),
        ({"copies": 2.0}, {"copies": 2}),
        ({"copies": 2, "budget": None, "speed": "fast"}, {"copies": 2, "budget": None, "speed": "fast"}),
    ],
)
def test_numbers_take_the_type_that_is_asked_for(given: dict[str, Any], normal: dict[str, Any]) -> None:
    """JSON has one kind of number, so 2 and 2.0 are one argument, however deep it stands."""
    found = place_order.normalise(given)
    assert repr(found) == repr(normal)


def test_normalised_arguments_are_a_private_copy() -> None:
    """A tool may change what it is given; the call stays as it was made."""
    given = order()
    place_order.normalise(given)["lines"][0]["title"] = "changed"
    assert given["lines"] == [{"title": "Tea", "price": 4.5}]


def test_read_and_write_declare_the_kind() -> None:
    """The decorators make tools of plain functions."""

    def ping(state: State) -> str:
        """Answer."""
        return "pong"

    tools: list[Tool] = [read(ping), write(ping)]
    assert [tool.kind for tool in tools] == ["read", "write"]
