"""The bank's tables: members, accounts, cards, charges, fees, payees, payments, standing orders, deposits and cases.

Members hold three accounts and two cards on average. Some rows are near-copies of each other (two charges at one merchant,
two standing orders to one payee), and dates cluster around the limits that the handbook sets.
"""

from datetime import date, timedelta
from random import Random

from apigen_mt.domains.banking.names import (
    COUNTRIES,
    FIRMS,
    MERCHANTS,
    NICKNAMES,
    PERSONAL_PURPOSES,
    PRICES,
    PURPOSES,
    SECURITY_WORDS,
)
from apigen_mt.domains.people import Person, people
from apigen_mt.world.tables import Row

TODAY = "2026-10-14"
_TODAY = date.fromisoformat(TODAY)

TOPICS = ("loan", "close_account", "name_change", "wrong_payee", "estate", "paper_statements")
"""What the desk hands over to the team."""

_TABLES = (
    "members", "accounts", "cards", "charges", "fees", "payees", "payments", "standing_orders",
    "deposits", "disputes", "tickets", "entries",
)  # fmt: skip
_FEES = {
    "overdraft": (18.0, 24.0, 30.0),
    "late payment": (16.0, 28.0),
    "foreign use": (3.2, 5.75, 9.4),
    "returned payment": (11.0,),
}
_CHARGE_AGES = (0, 1, 2, 3, 5, 6, 8, 9, 10, 12, 13, 15, 17, 18, 20, 22, 25, 27, 30, 33, 36, 39, 41, 43,
                47, 52, 58, 59, 60, 61, 62, 66, 71)  # fmt: skip

_DIGITS = (*range(1000, 1900), *range(2100, 10_000))
_CO_HOLDERS = ("a spouse", "a partner", "a parent", "a sibling")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

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


def months_on(iso: str, months: int) -> str:
    """Return the same day so many months after (or, negative, before) a date, at most the 28th."""
    start = date.fromisoformat(iso)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, 28)).isoformat()


def next_on(day_of_month: int) -> str:
    """Return the next date after today that falls on a day of the month."""
    this_month = _TODAY.replace(day=day_of_month).isoformat()
    return this_month if this_month > TODAY else months_on(this_month, 1)


def tables(seed: int, size: int) -> Tables:
    """Return all rows; equal seed and size give equal rows."""
    return _Maker(Random(f"banking:{seed}"), size).found


class _Maker:
    """Rows in the making."""

    def __init__(self, rng: Random, size: int):
        self.rng = rng
        self.found: Tables = {name: {} for name in _TABLES}
        numbers = rng.sample(range(10_000, 99_999), size)
        for serial, (person, number) in enumerate(zip(people(rng, size), numbers, strict=True), 1):
            self.member(f"{serial:04}", person, f"LM-{number}")

    def put(self, table: str, key: str, row: Row) -> Row:
        self.found[table][key] = row
        return row

    def digits(self) -> str:
        """Return four digits that cannot be taken for a year."""
        return str(self.rng.choice(_DIGITS))

    def ago(self, *days: int) -> str:
        return days_on(TODAY, -self.rng.choice(days))

    def member(self, serial: str, person: Person, number: str) -> None:
        rng, key = self.rng, f"mbr_{serial}"
        self.put("members", key, {
            "member": key,
            "number": number,
            "name": person.name,
            "birth_date": person.birth_date,
            "email": person.email,
            "phone": person.phone,
            "address": {"street": person.street, "town": person.town, "postcode": person.postcode},
            "security_word": rng.choice(SECURITY_WORDS),
            "monthly_income": float(rng.randrange(1400, 6400, 100)),
            "address_changed": self.ago(4, 9, 13, 15, 40, 200, 330, 450, 620, 900, 1100),
            "contact_changed": self.ago(3, 10, 19, 22, 27, 48, 90, 150, 210, 380, 700),
            "goodwill": self.ago(70, 200, 340, 371, 420) if rng.random() < 0.5 else None,
        })  # fmt: skip
        accounts = self.accounts(serial, key)
        for card in self.cards(serial, key, accounts):
            self.charges(key, card)
        self.fees(key, accounts)
        payees = self.payees(serial, key)
        self.payments(key, accounts, payees)
        self.standing_orders(serial, key, accounts, payees)
        self.deposits(serial, key)
        self.tickets(key, number)

    def accounts(self, serial: str, member: str) -> list[Row]:
        rng = self.rng
        kinds = ["current"] + ["current"] * (rng.random() < 0.2) + ["savings"] + ["savings"] * (rng.random() < 0.4)
        kinds += ["joint"] * (rng.random() < 0.4)
        names = {kind: rng.sample(NICKNAMES[kind], len(NICKNAMES[kind])) for kind in NICKNAMES}
        return [
            self.put(
                "accounts",
                f"acc_{serial}{letter}",
                self.account(f"acc_{serial}{letter}", member, kind, names[kind].pop()),
            )
            for letter, kind in zip("abcdef", kinds, strict=False)
        ]

    def account(self, key: str, member: str, kind: str, nickname: str) -> Row:
        rng = self.rng
        overdraft = float(rng.choice((0, 0, 200, 500, 1000))) if kind != "savings" else 0.0
        daily = float(rng.choice((500, 1000, 1500, 2500)))
        low = -0.6 * overdraft if rng.random() < 0.2 else 30
        balance = rng.uniform(low, 700) if rng.random() < 0.4 else rng.uniform(400, 6500)
        return {
            "account": key,
            "member": member,
            "kind": kind,
            "nickname": nickname,
            "digits": self.digits(),
            "status": "frozen" if rng.random() < 0.09 else "open",
            "balance": cents(balance),
            "overdraft": overdraft,
            "daily_limit": daily,
            "sent_today": cents(daily * rng.choice((0.1, 0.4, 0.75, 0.9))) if rng.random() < 0.3 else 0.0,
            "withdrawals": rng.choice((0, 0, 1, 2, 3, 4, 4)) if kind == "savings" else 0,
            "co_holder": rng.choice(_CO_HOLDERS) if kind == "joint" else None,
            "signing": rng.choice(("both", "either")) if kind == "joint" else "single",
        }

    def cards(self, serial: str, member: str, accounts: list[Row]) -> list[Row]:
        rng = self.rng
        plan = [("debit", row) for row in accounts if row["kind"] == "current"]
        plan += [("debit", row) for row in accounts if row["kind"] == "joint" and rng.random() < 0.5]
        plan += [("credit", accounts[0])] * rng.choice((0, 1, 1, 1, 1, 2))
        letters = iter("abcdefgh")
        return [self.card(f"crd_{serial}{next(letters)}", member, kind, account) for kind, account in plan]

    def card(self, key: str, member: str, kind: str, account: Row) -> Row:
        rng = self.rng
        status = rng.choice(("active",) * 7 + ("blocked",) * 2 + ("expired",))
        limit = float(rng.randrange(500, 6001, 250)) if kind == "credit" else 0.0
        replaced = (
            self.ago(1, 2, 4) if status != "expired" and rng.random() < (0.3 if status == "blocked" else 0.08) else None
        )
        return self.put("cards", key, {
            "card": key,
            "member": member,
            "account": account["account"],
            "kind": kind,
            "digits": self.digits(),
            "status": status,
            "blocked_because": rng.choice(("lost", "stolen", "suspicious")) if status == "blocked" else None,
            "expires": self.expiry(status),
            "limit": limit,
            "owed": cents(limit * rng.choice((0, 0.1, 0.35, 0.6, 0.9)) * rng.uniform(0.8, 1)),
            "limit_raised": self.ago(30, 80, 150, 170, 200, 300, 500) if kind == "credit" and rng.random() < 0.7 else None,
            "travel_notes": [self.travel_note()] if status == "active" and rng.random() < 0.25 else [],
            "replacement_ordered": replaced,
        })  # fmt: skip

    def expiry(self, status: str) -> str:
        if status == "expired":
            return f"2026-{self.rng.randint(8, 9):02}"
        return f"{self.rng.randint(2027, 2030)}-{self.rng.randint(1, 12):02}"

    def travel_note(self) -> Row:
        first = days_on(TODAY, self.rng.randint(-5, 30))
        return {
            "country": self.rng.choice(COUNTRIES),
            "first_day": first,
            "last_day": days_on(first, self.rng.randint(6, 20)),
        }

    def charges(self, member: str, card: Row) -> None:
        rng = self.rng
        ages = sorted(rng.sample(_CHARGE_AGES, rng.choice((3, 3, 4, 5))), reverse=True)
        if card["status"] == "expired":
            ages = [age for age in ages if age > 30] or [47]
        copied: Row | None = None
        for age in ages:
            copied = self.charge(member, card, age, copied if rng.random() < 0.28 else None)

    def charge(self, member: str, card: Row, age: int, like: Row | None) -> Row:
        rng = self.rng
        category = like["category"] if like else rng.choice(tuple(MERCHANTS))
        amount = like["amount"] if like and rng.random() < 0.4 else cents(_price(rng, category))
        key = f"chg_{len(self.found['charges']) + 1:05}"
        status = "pending" if age <= 2 and rng.random() < 0.75 else "disputed" if rng.random() < 0.1 else "posted"
        row = self.put("charges", key, {
            "charge": key,
            "card": card["card"],
            "member": member,
            "date": days_on(TODAY, -age),
            "merchant": like["merchant"] if like else rng.choice(MERCHANTS[category]),
            "category": category,
            "amount": amount,
            "status": status,
        })  # fmt: skip
        if status == "disputed":
            self.dispute(row)
        return row

    def dispute(self, charge: Row) -> None:
        number = dispute_number(charge["charge"])
        opened = max(charge["date"], self.ago(3, 6, 9))
        self.put("disputes", number, {
            "dispute": number,
            "member": charge["member"],
            "charge": charge["charge"],
            "cause": self.rng.choice(("not_mine", "not_received", "wrong_amount", "charged_twice")),
            "credited": charge["amount"] if charge["amount"] <= 150 else 0.0,
            "opened": opened,
            "decision_by": days_on(opened, 30),
        })  # fmt: skip

    def fees(self, member: str, accounts: list[Row]) -> None:
        rng = self.rng
        for age in sorted(rng.sample((3, 7, 12, 19, 26, 34, 45, 58, 74), rng.choice((1, 2, 2, 3))), reverse=True):
            kind = rng.choice(("overdraft", "overdraft", "late payment", "foreign use", "returned payment"))
            refunded = days_on(TODAY, 2 - age) if rng.random() < 0.06 else None
            if refunded:
                self.found["members"][member]["goodwill"] = refunded
            key = f"fee_{len(self.found['fees']) + 1:05}"
            self.put("fees", key, {
                "fee": key,
                "member": member,
                "account": rng.choice([row for row in accounts if row["kind"] != "savings"])["account"],
                "kind": f"{kind} fee",
                "date": days_on(TODAY, -age),
                "amount": rng.choice(_FEES[kind]),
                "refunded": refunded,
            })  # fmt: skip

    def payees(self, serial: str, member: str) -> list[Row]:
        rng = self.rng
        names = rng.sample(FIRMS, rng.choice((1, 2, 2, 3))) + [
            person.name for person in people(rng, rng.choice((1, 1, 2)))
        ]
        if rng.random() < 0.2:
            names.append(names[-1])
        return [
            self.put("payees", f"pye_{serial}{letter}", {
                "payee": f"pye_{serial}{letter}",
                "member": member,
                "name": name,
                "digits": self.digits(),
                "added": self.ago(0, 1, 2) if rng.random() < 0.25 else self.ago(4, 5, 30, 90, 300, 700),
            })
            for letter, name in zip("abcdefgh", names, strict=False)
        ]  # fmt: skip

    def payments(self, member: str, accounts: list[Row], payees: list[Row]) -> None:
        rng = self.rng
        sources = [row for row in accounts if row["kind"] != "savings"]
        for age in sorted(rng.sample(range(1, 75), rng.choice((2, 3, 3))), reverse=True):
            old = [row for row in payees if row["added"] <= days_on(TODAY, -age)] or payees[:1]
            payee, key = rng.choice(old), f"pmt_{len(self.found['payments']) + 1:05}"
            self.put("payments", key, {
                "payment": key,
                "member": member,
                "account": rng.choice(sources)["account"],
                "payee": payee["payee"],
                "amount": cents(rng.choice((rng.uniform(12, 90), rng.uniform(60, 900), float(rng.randrange(20, 600, 10))))),
                "date": days_on(TODAY, -age),
                "speed": rng.choice(("standard", "standard", "express")),
            })  # fmt: skip

    def standing_orders(self, serial: str, member: str, accounts: list[Row], payees: list[Row]) -> None:
        rng = self.rng
        sources = [row for row in accounts if row["kind"] != "savings"]
        letters = iter("abcdef")
        amounts = rng.sample((15, 20, 25, 32.5, 40, 60, 75, 120, 180, 260, 450, 620, 780), rng.choice((1, 2, 2, 3)))
        for amount in amounts:
            payee, key = rng.choice(payees), f"sto_{serial}{next(letters)}"
            self.put("standing_orders", key, {
                "standing_order": key,
                "member": member,
                "account": rng.choice(sources)["account"],
                "payee": payee["payee"],
                "purpose": rng.choice(PURPOSES.get(payee["name"], PERSONAL_PURPOSES)),
                "amount": float(amount),
                "day": rng.choice((1, 1, 2, 3, 5, 8, 10, 12, 15, 15, 16, 18, 20, 22, 25, 27, 28)),
                "started": self.ago(60, 130, 250, 400, 800),
                "status": "active",
            })  # fmt: skip

    def deposits(self, serial: str, member: str) -> None:
        rng = self.rng
        for letter in "ab"[: rng.choice((0, 1, 1, 2))]:
            months = rng.choice((6, 12, 12, 18, 24))
            held = rng.choice((20, 50, 70, 85, 95, 140, 150, months * 30 - 9, months * 30 - 30, months * 15))
            opened = days_on(TODAY, -min(held, months * 30 - 4))
            key = f"dep_{serial}{letter}"
            self.put("deposits", key, {
                "deposit": key,
                "member": member,
                "principal": float(rng.choice((1000, 1500, 2000, 2500, 4000, 5000, 7500, 10000))),
                "rate": rng.choice((2.1, 2.4, 2.75, 3.1, 3.6)),
                "months": months,
                "opened": opened,
                "matures": months_on(opened, months),
                "pledged": rng.random() < 0.14,
                "status": "running",
            })  # fmt: skip

    def tickets(self, member: str, number: str) -> None:
        rng = self.rng
        for topic in rng.sample(TOPICS, rng.choice((0, 0, 0, 1, 1, 2))):
            ticket = ticket_number(number, topic)
            opened = self.ago(0, 1, 1)
            row = {
                "ticket": ticket,
                "member": member,
                "topic": topic,
                "opened": opened,
                "answer_by": days_on(opened, 5),
            }
            self.put("tickets", ticket, row)


def _price(rng: Random, category: str) -> float:
    low, high = PRICES[category]
    return low + (high - low) * rng.random() ** 2


def dispute_number(charge: str) -> str:
    """Return the number of the one dispute that there can be about a charge."""
    return f"D-{60_000 + int(charge[4:])}"


def ticket_number(member_number: str, topic: str) -> str:
    """Return the number of the one ticket that a member can have on a topic."""
    return f"Q{member_number[3:]}-{TOPICS.index(topic) + 1}"
