"""The rules that a fair's plans are held against: a profile of assets/venues.yaml, and what
fair.yaml says otherwise.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, Field

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import VenueRules
from hallgen.readers.fair_yaml import FairYaml
from hallgen.readers.suggest import did_you_mean
from hallgen.resources import assets

#: The profile of a fair that chooses none.
USUAL: Final = "shanghai"


class SourcedRule(BaseModel):
    """A number, and the key of the source that it is from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float = Field(alias="is")
    source: str = Field(alias="from")


class RuleProfile(BaseModel):
    """A profile as the file has it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sources: dict[str, str]
    rules: dict[str, SourcedRule]

    def values(self) -> VenueRules:
        return VenueRules(**{rule: sourced.value for rule, sourced in self.rules.items()})


@cache
def rule_profiles() -> dict[str, RuleProfile]:
    """The profiles that ship with hallgen, by id."""
    text = (assets() / "venues.yaml").read_text(encoding="utf-8")
    return {id_: RuleProfile.model_validate(said) for id_, said in yaml.safe_load(text).items()}


def usual_rules() -> VenueRules:
    """The rules of a fair that says nothing of them."""
    return rule_profiles()[USUAL].values()


def read_venue_rules(fair: FairYaml, diagnostics: Diagnostics) -> VenueRules:
    """The fair's rules. An unknown profile is told, and the usual one taken.

    A rule that fair.yaml sets to 0 is none.
    """
    entry = fair.file.rules
    profiles = rule_profiles()
    if entry.profile not in profiles:
        diagnostics.add(
            codes.RULES_UNKNOWN,
            fair.place("rules", "profile"),
            f"there is no rule profile {entry.profile!r}.",
            did_you_mean(entry.profile, profiles) or f"There are: {', '.join(profiles)}.",
        )
    chosen = profiles.get(entry.profile, profiles[USUAL]).values()
    own = entry.model_dump(exclude_unset=True, exclude={"profile"})
    return chosen.model_copy(update={rule: value or None for rule, value in own.items()})
