"""The shop's tables: customers, payment methods, vouchers, stock, orders, and what the desk adds to them.

Customers hold two orders on average. Some of these are near-copies of each other, so that "the order with the skillet"
may fit two of them, and dates cluster around the limits that the policy sets.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from apigen_mt.domains.people import Person, people
from apigen_mt.domains.retail.catalogue import PRODUCTS, Product
from apigen_mt.world.tables import Row

TODAY = "2026-05-20"
_TODAY = date.fromisoformat(TODAY)

_STATUSES = ("open",) * 34 + ("packed",) * 9 + ("shipped",) * 16 + ("delivered",) * 36 + ("cancelled",) * 5
_LINE_COUNTS = (1, 1, 2, 2, 2, 3, 3, 4)
_CARDS = ("Visa", "Mastercard", "Amex")
_VOUCHER_WORDS = ("FERN", "HEDGE", "LARK", "MOSS", "PLUM", "RUSH", "SLOE", "TEASEL", "WREN", "YARROW")
_VOUCHER_TERMS = ((5.0, 30.0), (10.0, 60.0), (10.0, 75.0), (15.0, 100.0), (20.0, 120.0), (25.0, 180.0))

_COSTLY = [place for place, product in enumerate(PRODUCTS) if product.options[0][1] > 150]
"""Places of products that cost more than the desk may settle damage for."""

Tables = dict[str, dict[str, Row]]


def cents(amount: float) -> float:
    """Round an amount to whole cents, half a cent up."""
    return round(amount + 1e-9, 2)


def days_on(iso: str, days: int) -> str:
    """Return the date so many days after (or, negative, before) a date."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Return the number of days from one date to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def discount_free(lines: list[Row]) -> float:
    """Return what the lines that have not been dropped come to before vouchers and points."""
    return cents(sum(line["price"] * line["quantity"] for line in lines if line["state"] != "dropped"))


def order_total(order: Row) -> float:
    """Return what an order costs: goods less voucher and points, plus delivery."""
    return cents(discount_free(order["lines"]) - order["voucher_off"] - order["points_off"] + order["delivery_fee"])


def tables(seed: int, size: int) -> Tables:
    """Return all rows; equal seed and size give equal rows."""
    rng = Random(f"retail:{seed}")
    found: Tables = {
        name: {}
        for name in ("customers", "payments", "vouchers", "products", "variants", "orders", "claims", "tickets")
    }
    _stock(rng, found)
    # Numbers are drawn without repeats, so that they say nothing about age or place.
    numbers = iter(rng.sample(range(10_000, 99_999), size * 6))
    for serial, person in enumerate(people(rng, size), 1):
        _customer(rng, found, f"cus_{serial:04}", person, numbers)
    return found


def _stock(rng: Random, found: Tables) -> None:
    for place, product in enumerate(PRODUCTS, 1):
        key = f"prd_{place:02}"
        found["products"][key] = {
            "product": key,
            "item": product.item,
            "thing": product.thing,
            "department": product.department,
            "personal": product.personal,
            "sealed_only": product.sealed_only,
        }
        for letter, (option, price) in zip("abcdef", product.options, strict=False):
            variant = f"var_{place:02}{letter}"
            stock = 0 if rng.random() < 0.28 else rng.choice((1, 2, 3, 5, 8, 14, 30))
            found["variants"][variant] = {
                "variant": variant,
                "product": key,
                "option": option,
                "price": price,
                "stock": stock,
                "restock": days_on(TODAY, rng.randint(4, 40)) if stock == 0 else None,
            }


def _customer(rng: Random, found: Tables, key: str, person: Person, numbers: Any) -> None:
    member = rng.random() < 0.5
    found["customers"][key] = {
        "customer": key,
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "address": {"street": person.street, "town": person.town, "postcode": person.postcode},
        "postcode": person.postcode,
        "circle": member,
        "points": rng.randrange(0, 12000, 20) if member or rng.random() < 0.8 else 0,
        "credit": cents(rng.choice((0, 0, 0, rng.uniform(4, 60), rng.uniform(4, 180)))),
        "contact_changed": days_on(TODAY, -rng.choice((2, 5, 9, 11, 16, 20, 34, 61, 140, 290, 400, 555))),
    }
    serial = key[4:]
    payments = _payments(rng, found, key, serial)
    vouchers = [_voucher(rng, found, key) for _ in range(rng.choice((0, 1, 1, 2, 2, 3)))]
    orders: list[Row] = []
    for _ in range(rng.choice((1, 1, 2, 2, 2, 3, 3, 4))):
        model = orders[-1] if orders and rng.random() < 0.3 else None
        orders.append(_order(rng, found, key, payments, str(next(numbers)), model))
    for order in sorted(orders, key=lambda row: row["placed"]):
        if order["status"] != "cancelled":
            _discount(rng, found, order, vouchers)
        order["total"] = order_total(order)
        _claim(rng, found, order)
        found["orders"][order["order"]] = order


def _payments(rng: Random, found: Tables, customer: str, serial: str) -> list[str]:
    kinds = ["card"] + [kind for kind, odds in (("card", 0.3), ("wallet", 0.45), ("plan", 0.3)) if rng.random() < odds]
    keys: list[str] = []
    for letter, kind in zip("abcde", [*kinds, "credit"], strict=False):
        label = {"wallet": "PennyPurse wallet", "plan": "Threefold instalment plan", "credit": "store credit"}.get(kind)
        digits = f"{rng.randint(0, 9999):04}"
        payment = f"pay_{serial}{letter}"
        found["payments"][payment] = {
            "payment": payment,
            "customer": customer,
            "kind": kind,
            "label": label or f"{rng.choice(_CARDS)} ending in {digits}",
        }
        keys.append(payment)
    return keys


def _voucher(rng: Random, found: Tables, customer: str) -> Row:
    while (code := f"{rng.choice(_VOUCHER_WORDS)}{rng.randint(100, 999)}") in found["vouchers"]:
        pass
    off, least = rng.choice(_VOUCHER_TERMS)
    row: Row = {
        "voucher": code,
        "customer": customer,
        "off": off,
        "min_spend": least,
        "expires": days_on(TODAY, rng.choice((-40, -12, -3, 0, 4, 11, 18, 25, 33, 47, 60, 90))),
        "used_on": None,
    }
    found["vouchers"][code] = row
    return row


def _order(rng: Random, found: Tables, customer: str, payments: list[str], digits: str, copied: Row | None) -> Row:
    status = rng.choice(_STATUSES)
    placed, packed, shipped, expected, delivered = _dates(rng, status)
    order = f"KC-{digits}"
    lines = _lines(rng, found, digits, copied["lines"] if copied else None)
    goods = discount_free(lines)
    express = rng.random() < 0.22
    return {
        "order": order,
        "customer": customer,
        "status": status,
        "placed": placed,
        "packed": packed,
        "shipped": shipped,
        "expected": expected,
        "delivered": delivered,
        "service": "express" if express else "standard",
        "address": dict(found["customers"][customer]["address"]),
        "lines": lines,
        "voucher": None,
        "voucher_off": 0.0,
        "points_used": 0,
        "points_off": 0.0,
        "delivery_fee": 12.5 if express else 0.0 if goods >= 120 else 5.95,
        "paid_with": rng.choice([*payments[:-1] * 4, payments[-1]]),
        "hold_until": None,
        "trace_opened": None,
        "refunded": 0.0,
    }


def _dates(rng: Random, status: str) -> tuple[str, str | None, str | None, str, str | None]:
    """Return placed, packed, shipped, expected and delivered."""
    if status in ("open", "cancelled"):
        placed = days_on(TODAY, -rng.choice((0, 0, 1, 1, 2, 3, 4, 6, 8, 11) if status == "open" else (9, 15, 31, 52)))
        return placed, None, None, days_on(max(placed, days_on(TODAY, -2)), rng.randint(4, 9)), None
    if status == "packed":
        placed = days_on(TODAY, -rng.randint(1, 6))
        return placed, TODAY, None, days_on(TODAY, rng.randint(2, 5)), None
    if status == "shipped":
        shipped = days_on(TODAY, -rng.choice((1, 2, 3, 5, 7, 8, 10, 12)))
        placed = days_on(shipped, -rng.randint(1, 5))
        return placed, shipped, shipped, days_on(shipped, rng.randint(2, 5)), None
    ago = rng.choice(
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 20, 24, 28, 30, 31, 34, 38, 45, 52, 58, 61, 66, 90, 140)
    )
    delivered = days_on(TODAY, -ago)
    shipped = days_on(delivered, -rng.randint(2, 5))
    placed = days_on(shipped, -rng.randint(1, 5))
    return placed, shipped, shipped, days_on(shipped, 4), delivered


def _lines(rng: Random, found: Tables, digits: str, model: list[Row] | None) -> list[Row]:
    count = rng.choice(_LINE_COUNTS)
    chosen = rng.sample(range(len(PRODUCTS)), count)
    if rng.random() < 0.2:
        chosen[0] = rng.choice([place for place in _COSTLY if place not in chosen])
    if model is not None:
        # A near-copy: the same first product, often in another option.
        first = int(model[0]["variant"][4:6]) - 1
        chosen = [first, *(place for place in chosen[1:] if place != first)]
    return [_line(rng, found, f"lin_{digits}{letter}", place) for letter, place in zip("abcd", chosen, strict=False)]


def _line(rng: Random, found: Tables, key: str, place: int) -> Row:
    product: Product = PRODUCTS[place]
    letter = "abcdef"[rng.randrange(len(product.options))]
    variant = found["variants"][f"var_{place + 1:02}{letter}"]
    personalised = product.personal and rng.random() < 0.4
    clearance = not personalised and rng.random() < 0.12
    return {
        "line": key,
        "variant": variant["variant"],
        "item": product.item,
        "thing": product.thing,
        "option": variant["option"],
        "quantity": 1 if variant["price"] > 100 else rng.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 4)),
        "price": cents(variant["price"] * 0.6) if clearance else variant["price"],
        "personalised": personalised,
        "clearance": clearance,
        "sealed_only": product.sealed_only,
        "state": "kept",
        "claim": None,
    }


def _discount(rng: Random, found: Tables, order: Row, vouchers: list[Row]) -> None:
    """Let some orders have been bought with a voucher or with points."""
    goods = discount_free(order["lines"])
    plan = found["payments"][order["paid_with"]]["kind"] == "plan"
    usable = [row for row in vouchers if row["used_on"] is None and row["min_spend"] <= goods]
    if usable and not plan and rng.random() < 0.3:
        voucher = rng.choice(usable)
        voucher["used_on"] = order["placed"]
        voucher["expires"] = max(voucher["expires"], order["placed"])
        order["voucher"], order["voucher_off"] = voucher["voucher"], voucher["off"]
    elif goods >= 20 and not plan and rng.random() < 0.1:
        order["points_used"] = 500 * rng.randint(1, max(1, min(4, int(goods // 10))))
        order["points_off"] = order["points_used"] / 100


def _claim(rng: Random, found: Tables, order: Row) -> None:
    """Let damage to a line of some delivered orders have been settled before."""
    if order["delivered"] is None or days_between(order["delivered"], TODAY) > 20 or rng.random() > 0.3:
        return
    line = order["lines"][0]
    goods = discount_free(order["lines"])
    paid = line["price"] * line["quantity"] * (1 - (order["voucher_off"] + order["points_off"]) / goods)
    claim = line["line"].replace("lin_", "clm_")
    refund = cents(cents(paid) * 0.15)
    line["claim"], order["refunded"] = claim, refund
    found["claims"][claim] = {
        "claim": claim,
        "customer": order["customer"],
        "order": order["order"],
        "line": line["line"],
        "extent": "marked",
        "remedy": "refund",
        "refund": refund,
        "opened": order["delivered"],
    }
