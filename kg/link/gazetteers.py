"""Who is who in the world, read once from `kg/data/gazetteers`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kg.lexicon import read_table
from kg.resources import gazetteer_path


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with its people's names and its government's seats."""

    name: str
    iso2: str
    iso3: str
    wikidata: str
    aliases: tuple[str, ...]
    demonym_adjectives: tuple[str, ...]
    demonym_nouns: tuple[str, ...]
    capital: str
    government_seats: tuple[str, ...]
    head_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place below or above countries."""

    name: str
    class_name: str = field(metadata={"column": "class"})
    country: str
    wikidata: str
    geonames: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """An organization with its names."""

    name: str
    class_name: str = field(metadata={"column": "class"})
    country: str
    wikidata: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A place name that stands for who acts from it (Kremlin, Tehran)."""

    name: str
    entity: str
    type: str
    example: str


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name with the gender of its bearers: m, f or u."""

    name: str
    gender: str


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A nationality, religion or people."""

    name: str
    class_name: str = field(metadata={"column": "class"})
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartOfTheWorld:
    """A part of the world by its adjective, with the names of its countries."""

    adjective: str
    region: str
    countries: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteers know of a name: label, class, the identifier that proves it and its country, if any."""

    label: str
    class_name: str
    wikidata: str = ""
    country: str = ""


@dataclass(frozen=True)
class Gazetteers:
    """All gazetteers, indexed the way linking asks for them."""

    countries: tuple[Country, ...]
    places: tuple[KnownPlace, ...]
    organizations: tuple[KnownOrganization, ...]
    seats: tuple[Seat, ...]
    given_names: tuple[GivenName, ...]
    groups: tuple[KnownGroup, ...]
    regions: tuple[PartOfTheWorld, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Known]:
        """Known things by lower-case name without article; countries win over organizations over places over groups."""
        found: dict[str, Known] = {}
        for group in self.groups:
            _add(found, (*group.adjectives, group.name, *group.aliases), Known(group.name, group.class_name))
        for place in sorted(self.places, key=lambda row: row.class_name != "City"):
            _add(
                found, (place.name, *place.aliases), Known(place.name, place.class_name, place.wikidata, place.country)
            )
        for organization in self.organizations:
            known = Known(organization.name, organization.class_name, organization.wikidata, organization.country)
            _add(found, (organization.name, *organization.aliases), known)
        for organization in self.organizations:  # a government acts for its country: one node a state
            if organization.class_name == "Government" and key(organization.country) in self._country_by_name:
                names = (organization.name, *organization.aliases)
                _add(found, names, self._country_by_name[key(organization.country)])
        for country in self.countries:
            _add(found, (country.name, *country.aliases), Known(country.name, "Country", country.wikidata))
        return found

    @cached_property
    def _country_by_name(self) -> Mapping[str, Known]:
        return {key(country.name): Known(country.name, "Country", country.wikidata) for country in self.countries}

    def government(self, name: str) -> Known | None:
        """Give the country of "the Iranian government" or "the government of Yemen", None for any other name."""
        name = name.removesuffix("'s")
        country = (
            name.removeprefix("government of ")
            if name.startswith("government of ")
            else name.removesuffix(" government")
        )
        if country == name:
            return None
        return self.country(country)

    def country(self, words: str) -> Known | None:
        """Give the country that a name or a demonym means ("Iran", "Iranian"), None for anything else."""
        known = self.demonym_or_name(words)
        return known if known is not None and known.class_name == "Country" else None

    def demonym_or_name(self, words: str) -> Known | None:
        """Give what a demonym or else a name means; the people of a country stand for it."""
        name = key(words)
        return self.country_of_demonym.get(name) or self.by_name.get(name)

    @cached_property
    def country_of_demonym(self) -> Mapping[str, Known]:
        """Countries by lower-case demonym, adjective or noun."""
        return {
            demonym.lower(): Known(country.name, "Country", country.wikidata)
            for country in self.countries
            for demonym in (*country.demonym_adjectives, *country.demonym_nouns)
        }

    @cached_property
    def people_of_demonym(self) -> Mapping[str, str]:
        """Country names by lower-case noun for its people ("iranians", "dane")."""
        return {noun.lower(): country.name for country in self.countries for noun in country.demonym_nouns}

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """Words in lower case for the people or the things of a country, a people, a religion or a region."""
        groups = (word for group in self.groups for word in (group.name, *group.aliases, *group.adjectives))
        return frozenset({*self.country_of_demonym, *(key(word) for word in groups)})

    @cached_property
    def actor_of_seat(self) -> Mapping[str, Known]:
        """Who acts from a seat, by its lower-case name."""
        actors = {}
        for seat in self.seats:
            known = self.by_name.get(key(seat.entity))
            if known is not None:
                actors[key(seat.name)] = known
        return actors

    @cached_property
    def countries_of_region(self) -> Mapping[str, frozenset[str]]:
        """Names of the countries by the lower-case adjective of a part of the world ("middle eastern")."""
        return {row.adjective.lower(): frozenset(row.countries) for row in self.regions}

    @cached_property
    def gender_of_name(self) -> Mapping[str, str]:
        """Gender by lower-case given name."""
        return {row.name.lower(): row.gender for row in self.given_names}


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Give the form under which a name is looked up: lower case, one space, no article, straight quotes."""
    words = name.replace("’", "'").lower().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def load_gazetteers() -> Gazetteers:
    """Read all gazetteers.

    Raises:
        LexiconError: a row that cannot be used; names file and line.
    """
    return Gazetteers(
        countries=read_table(gazetteer_path("countries"), Country),
        places=read_table(gazetteer_path("places"), KnownPlace),
        organizations=read_table(gazetteer_path("organizations"), KnownOrganization),
        seats=read_table(gazetteer_path("seats"), Seat),
        given_names=read_table(gazetteer_path("given_names"), GivenName),
        groups=read_table(gazetteer_path("nationality_groups"), KnownGroup),
        regions=read_table(gazetteer_path("regions"), PartOfTheWorld),
    )


def _add(found: dict[str, Known], names: tuple[str, ...], known: Known) -> None:
    for name in names:
        found[key(name)] = known
